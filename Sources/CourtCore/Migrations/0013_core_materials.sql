-- Materials (材料) and volumes (案卷): documents of any plugin's objects. docs/decisions/0029-materials.md says why.
-- A material's bytes are sealed, in chunks that are appended while it is received and never changed; it is seen where the object
-- is seen to which it belongs, and nowhere else.

CREATE TABLE core.material (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- The GraphQL type and the key of the row that it belongs to.
    object_type text NOT NULL,
    object_id bigint NOT NULL,
    court_code text NOT NULL REFERENCES core.court,
    kind text NOT NULL CHECK (kind IN ('PETITION_LETTER', 'ID_COPY', 'JUDGMENT', 'REPLY', 'HEARING_RECORD', 'EVIDENCE',
        'POWER_OF_ATTORNEY', 'HARDSHIP_PROOF', 'OPINION', 'RECEIPT', 'OTHER')),
    title text NOT NULL,
    pages integer CHECK (pages BETWEEN 1 AND 9999),
    state text NOT NULL DEFAULT 'AWAITED' CHECK (state IN ('AWAITED', 'RECEIVING', 'STORED', 'DESTROYED')),
    -- What was announced of the bytes, to be compared with what comes.
    announced_size integer,
    announced_sha256 text,
    media_type text,
    size integer CHECK (size > 0),
    sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    scan text CHECK (scan IN ('CLEAN', 'UNSCANNED')),
    -- Size, digest, media type and number of chunks, sealed: who changes them here changes nothing.
    manifest_cipher bytea,
    -- The file in the server's folder; NULL where the bytes are in core.material_chunk.
    file_name text,
    created_by bigint REFERENCES core.staff,
    created_at timestamptz NOT NULL DEFAULT now(),
    uploaded_by bigint REFERENCES core.staff,
    uploaded_at timestamptz,
    -- Gone then, unless it is stored.
    expires_at timestamptz,
    CHECK ((state IN ('AWAITED', 'RECEIVING')) = (expires_at IS NOT NULL)),
    CHECK (
        state IN ('AWAITED', 'RECEIVING')
        OR num_nulls(media_type, size, sha256, scan, manifest_cipher, uploaded_at) = 0
    )
);
CREATE INDEX material_object ON core.material (object_id, object_type);
CREATE INDEX material_expiry ON core.material (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX material_file ON core.material (id) WHERE state = 'DESTROYED' AND file_name IS NOT NULL;

-- What is stored stays as it is; it can only be destroyed, which leaves the row.
CREATE FUNCTION core.keep_material() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.state IN ('STORED', 'DESTROYED') THEN
            RAISE EXCEPTION 'a stored material is not deleted' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN OLD;
    END IF;
    IF (NEW.id, NEW.object_type, NEW.object_id, NEW.court_code, NEW.created_at)
            IS DISTINCT FROM (OLD.id, OLD.object_type, OLD.object_id, OLD.court_code, OLD.created_at)
        OR OLD.state = 'DESTROYED' AND NEW.state <> 'DESTROYED'
        OR OLD.state = 'STORED' AND (
            NEW.state NOT IN ('STORED', 'DESTROYED')
            OR (NEW.kind, NEW.title, NEW.pages, NEW.media_type, NEW.size, NEW.sha256, NEW.scan, NEW.manifest_cipher, NEW.file_name,
                    NEW.uploaded_by, NEW.uploaded_at)
                IS DISTINCT FROM (OLD.kind, OLD.title, OLD.pages, OLD.media_type, OLD.size, OLD.sha256, OLD.scan,
                    OLD.manifest_cipher, OLD.file_name, OLD.uploaded_by, OLD.uploaded_at)
        )
    THEN
        RAISE EXCEPTION 'a stored material stays as it is' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER material_kept BEFORE UPDATE OR DELETE ON core.material FOR EACH ROW EXECUTE FUNCTION core.keep_material();

-- The bytes, sealed, each chunk for its place.
CREATE TABLE core.material_chunk (
    material_id bigint NOT NULL REFERENCES core.material,
    position integer NOT NULL CHECK (position >= 0),
    bytes_cipher bytea NOT NULL,
    PRIMARY KEY (material_id, position)
);
-- What is sealed cannot be compressed.
ALTER TABLE core.material_chunk ALTER COLUMN bytes_cipher SET STORAGE EXTERNAL;

CREATE FUNCTION core.keep_material_chunk() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    material_state text;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        RAISE EXCEPTION 'a chunk is appended, never changed' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT m.state INTO material_state FROM core.material m
    WHERE m.id = CASE TG_OP WHEN 'INSERT' THEN NEW.material_id ELSE OLD.material_id END;
    IF TG_OP = 'INSERT' AND material_state IS DISTINCT FROM 'RECEIVING' OR TG_OP = 'DELETE' AND material_state = 'STORED' THEN
        RAISE EXCEPTION 'the bytes of a stored material stay as they are' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN CASE TG_OP WHEN 'INSERT' THEN NEW ELSE OLD END;
END
$$;
CREATE TRIGGER material_chunk_kept BEFORE INSERT OR UPDATE OR DELETE ON core.material_chunk
    FOR EACH ROW EXECUTE FUNCTION core.keep_material_chunk();

-- The right to one upload or download, for minutes; gone with its use. Only the secret's hash is kept.
CREATE TABLE core.material_ticket (
    secret_hash bytea PRIMARY KEY,
    action text NOT NULL CHECK (action IN ('UPLOAD', 'DOWNLOAD')),
    material_id bigint NOT NULL REFERENCES core.material ON DELETE CASCADE,
    -- The member of staff, whatever token they use; else the token.
    holder text NOT NULL,
    purpose text,
    expires_at timestamptz NOT NULL
);
CREATE INDEX material_ticket_holder ON core.material_ticket (holder);
CREATE INDEX material_ticket_material ON core.material_ticket (material_id);
CREATE INDEX material_ticket_expiry ON core.material_ticket (expires_at);

-- A volume (案卷): materials of an object in their order, their pages numbered from 1 without a gap.
CREATE TABLE core.volume (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    object_type text NOT NULL,
    object_id bigint NOT NULL,
    court_code text NOT NULL REFERENCES core.court,
    kind text NOT NULL CHECK (kind IN ('MAIN', 'SUB')),
    -- 第几卷, counted by kind.
    no integer NOT NULL CHECK (no > 0),
    title text NOT NULL,
    page_count integer NOT NULL DEFAULT 0,
    bound_on date,
    bound_by bigint REFERENCES core.staff,
    created_by bigint REFERENCES core.staff,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (object_id, object_type, kind, no)
);
CREATE TABLE core.volume_item (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    volume_id bigint NOT NULL REFERENCES core.volume,
    position integer NOT NULL CHECK (position > 0),
    material_id bigint NOT NULL REFERENCES core.material,
    page_from integer NOT NULL CHECK (page_from > 0),
    page_to integer NOT NULL CHECK (page_to >= page_from),
    UNIQUE (volume_id, position),
    UNIQUE (volume_id, material_id)
);
CREATE INDEX volume_item_material ON core.volume_item (material_id);

-- Nobody sees a row until an owner is declared: then, those of objects that they see.
ALTER TABLE core.material ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.material_chunk ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.material_ticket ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.volume ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.volume_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY volume_item_read ON core.volume_item FOR SELECT TO docket_reader
    USING (EXISTS (SELECT FROM core.volume v WHERE v.id = volume_item.volume_id));
GRANT SELECT (id, object_type, object_id, court_code, kind, title, pages, state, media_type, size, sha256, scan, created_by,
    created_at, uploaded_by, uploaded_at) ON core.material TO docket_reader;
GRANT SELECT ON core.volume, core.volume_item TO docket_reader;

-- Declares that objects of a type, rows of this table, may have materials and volumes: these are seen where the row is seen,
-- since its own row security holds in the policy. Called by a migration of the type's plugin, again if the table changes.
CREATE FUNCTION core.allow_materials(object_type text, owner regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    held text;
BEGIN
    FOREACH held IN ARRAY ARRAY['material', 'volume'] LOOP
        EXECUTE format('DROP POLICY IF EXISTS %I ON core.%I', held || '_of_' || object_type, held);
        EXECUTE format(
            'CREATE POLICY %I ON core.%I FOR SELECT TO docket_reader '
                'USING (object_type = %L AND EXISTS (SELECT FROM %s AS owner WHERE owner.id = %I.object_id))',
            held || '_of_' || object_type, held, object_type, owner, held
        );
    END LOOP;
END
$$;
REVOKE EXECUTE ON FUNCTION core.allow_materials FROM PUBLIC;
