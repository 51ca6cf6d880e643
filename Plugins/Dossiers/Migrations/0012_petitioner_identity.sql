-- Who is the same person is decided by number and name together; what is amended stays on record; limits are rows.
ALTER TABLE dossiers.petitioner
    -- A merged petitioner stays as it was, with its values, under the one that it was merged into.
    ADD COLUMN state text NOT NULL DEFAULT 'ACTIVE' CHECK (state IN ('ACTIVE', 'MERGED')),
    ADD COLUMN active boolean NOT NULL GENERATED ALWAYS AS (state = 'ACTIVE') STORED,
    ADD COLUMN merged_into_id bigint REFERENCES dossiers.petitioner,
    ADD COLUMN merged_on date,
    ADD COLUMN household_address_masked text,
    ADD COLUMN household_address_cipher bytea,
    ADD COLUMN service_needs text[] NOT NULL DEFAULT '{}' CHECK (
        service_needs <@ ARRAY['SIGN_LANGUAGE', 'LARGE_PRINT', 'INTERPRETER', 'WHEELCHAIR', 'GUARDIAN_PRESENT']
    ),
    ADD CHECK ((state = 'MERGED') = (merged_into_id IS NOT NULL)),
    ADD CHECK ((merged_on IS NULL) = (merged_into_id IS NULL)),
    ADD CHECK (merged_into_id <> id);
CREATE INDEX petitioner_merged_into ON dossiers.petitioner (merged_into_id);
GRANT SELECT (state, active, merged_into_id, merged_on, household_address_masked, service_needs) ON dossiers.petitioner
    TO docket_reader;

ALTER TABLE dossiers.contact_point ADD COLUMN end_reason text, ADD CHECK (valid_to >= valid_from);
GRANT SELECT (end_reason) ON dossiers.contact_point TO docket_reader;

-- 曾用名、别名: other names under which the same person writes.
CREATE TABLE dossiers.petitioner_alias (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    petitioner_id bigint NOT NULL REFERENCES dossiers.petitioner,
    court_code text NOT NULL REFERENCES core.court,
    kind text NOT NULL CHECK (kind IN ('FORMER_NAME', 'ALIAS', 'SPELLING')),
    name_masked text NOT NULL,
    name_cipher bytea NOT NULL,
    name_hash bytea NOT NULL,
    reason text NOT NULL,
    recorded_on date NOT NULL,
    recorded_by bigint REFERENCES core.staff,
    UNIQUE (petitioner_id, name_hash)
);
CREATE INDEX petitioner_alias_name ON dossiers.petitioner_alias (court_code, name_hash);
GRANT SELECT (id, petitioner_id, court_code, kind, name_masked, reason, recorded_on, recorded_by)
    ON dossiers.petitioner_alias TO docket_reader;

-- 更正记录: what was amended, by field; the former value sealed, for the person's own request.
CREATE TABLE dossiers.petitioner_revision (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    petitioner_id bigint NOT NULL REFERENCES dossiers.petitioner,
    court_code text NOT NULL REFERENCES core.court,
    kind text NOT NULL CHECK (kind IN ('AMENDED', 'DELETED')),
    field text NOT NULL,
    former_cipher bytea,
    reason text NOT NULL,
    revised_on date NOT NULL,
    revised_by bigint REFERENCES core.staff
);
CREATE INDEX petitioner_revision_petitioner ON dossiers.petitioner_revision (petitioner_id);
GRANT SELECT (id, petitioner_id, court_code, kind, field, reason, revised_on, revised_by)
    ON dossiers.petitioner_revision TO docket_reader;

-- 代表人、代理人.
CREATE TABLE dossiers.representative (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    petitioner_id bigint NOT NULL REFERENCES dossiers.petitioner,
    court_code text NOT NULL REFERENCES core.court,
    kind text NOT NULL CHECK (kind IN ('AGENT', 'LAWYER', 'GUARDIAN', 'JOINT_REP')),
    name_masked text NOT NULL,
    name_cipher bytea,
    mobile_masked text,
    mobile_cipher bytea,
    authority_material_id bigint REFERENCES core.material,
    valid_from date NOT NULL,
    valid_to date,
    end_reason text,
    CHECK (valid_to >= valid_from)
);
CREATE INDEX representative_petitioner ON dossiers.representative (petitioner_id);
GRANT SELECT (id, petitioner_id, court_code, kind, name_masked, mobile_masked, authority_material_id, valid_from, valid_to,
    end_reason) ON dossiers.representative TO docket_reader;

-- 身份疑点: the same number under another name, for a person to look at. Keys only.
CREATE TABLE dossiers.identity_conflict (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    sealed boolean NOT NULL,
    petitioner_id bigint NOT NULL REFERENCES dossiers.petitioner,
    other_id bigint NOT NULL REFERENCES dossiers.petitioner,
    state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'MERGED', 'DISMISSED')),
    noted_on date NOT NULL DEFAULT core.today(),
    settled_on date,
    settled_by_id bigint REFERENCES core.staff,
    reason text,
    version integer NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (petitioner_id, other_id)
);
CREATE INDEX identity_conflict_other ON dossiers.identity_conflict (other_id);
CREATE INDEX identity_conflict_state ON dossiers.identity_conflict (state);
CREATE INDEX identity_conflict_court ON dossiers.identity_conflict (court_code, state);
GRANT SELECT ON dossiers.identity_conflict TO docket_reader;

-- 身份证件复印件: only where a procedure demands one, until a day.
CREATE TABLE dossiers.id_copy_demand (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    petitioner_id bigint NOT NULL REFERENCES dossiers.petitioner,
    court_code text NOT NULL REFERENCES core.court,
    procedure text NOT NULL CHECK (procedure IN ('LEGAL_AID', 'JUDICIAL_RELIEF', 'RIGHTS_REQUEST', 'HEARING', 'REPRESENTATION')),
    reason text NOT NULL,
    expires_on date NOT NULL,
    demanded_by bigint REFERENCES core.staff
);
CREATE INDEX id_copy_demand_petitioner ON dossiers.id_copy_demand (petitioner_id, expires_on);
GRANT SELECT ON dossiers.id_copy_demand TO docket_reader;

-- What a person may do how often, and for how long: rows, as no law says a number.
CREATE TABLE dossiers.limit_rule (
    key text NOT NULL,
    -- A court's own before the common one.
    court_code text REFERENCES core.court,
    amount integer NOT NULL CHECK (amount >= 0),
    unit text NOT NULL CHECK (unit IN ('PER_DAY', 'DAY', 'HOUR', 'COUNT')),
    basis text NOT NULL,
    confirmed boolean NOT NULL DEFAULT false,
    CONSTRAINT limit_rule_key UNIQUE NULLS NOT DISTINCT (key, court_code)
);
INSERT INTO dossiers.limit_rule (key, amount, unit, basis) VALUES
    ('petitioner.reveals', 50, 'PER_DAY', '内部控制（待法院确认）'),
    ('petitioner.matches', 50, 'PER_DAY', '内部控制（待法院确认）'),
    ('petitioner.unmerge', 30, 'DAY', '内部控制（待法院确认）'),
    ('petitioner.representatives', 5, 'COUNT', '《信访工作条例》第二十条'),
    ('export.rows', 500, 'COUNT', '内部控制（待法院确认）'),
    ('export.hours', 24, 'HOUR', '内部控制（待法院确认）');

-- Runs as its owner: whoever asks what they can do asks for a number, and for no other court's.
CREATE FUNCTION dossiers.limit_of(rule text, court text) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT amount FROM dossiers.limit_rule WHERE key = rule AND (court_code = court OR court_code IS NULL)
    ORDER BY court_code NULLS LAST LIMIT 1
$$;

-- A petitioner is one person where number and name agree, or an alias does; else a copy without the number, and a doubt.
CREATE OR REPLACE FUNCTION dossiers.move_petitioner(registration_key bigint, petitioner_key bigint, to_sealed boolean) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
    here dossiers.petitioner;
    there bigint;
    same_number bigint;
    is_held boolean;
BEGIN
    SELECT * INTO STRICT here FROM dossiers.petitioner WHERE id = petitioner_key FOR UPDATE;
    IF here.sealed = to_sealed THEN
        RETURN petitioner_key;
    END IF;
    SELECT p.id INTO same_number FROM dossiers.petitioner p
    WHERE p.court_code = here.court_code AND p.sealed = to_sealed AND p.id_number_hash = here.id_number_hash;
    SELECT coalesce(p.merged_into_id, p.id) INTO there
    FROM dossiers.petitioner p
    WHERE p.court_code = here.court_code AND p.sealed = to_sealed AND (
        p.id = same_number AND (p.name_hash = here.name_hash OR EXISTS (
            SELECT FROM dossiers.petitioner_alias a
            WHERE a.petitioner_id IN (p.id, p.merged_into_id, here.id) AND a.name_hash IN (here.name_hash, p.name_hash)
        ))
        OR here.id_number_hash IS NULL AND p.name_hash = here.name_hash AND EXISTS (
            SELECT FROM dossiers.contact_point x JOIN dossiers.contact_point y USING (kind, value_hash)
            WHERE x.petitioner_id = p.id AND y.petitioner_id = petitioner_key
        )
        OR p.name_hash = here.name_hash AND EXISTS (
            SELECT FROM dossiers.identity_conflict c WHERE c.petitioner_id = p.id AND c.other_id = same_number
        )
    )
    ORDER BY p.id LIMIT 1;
    is_held := EXISTS (
        SELECT FROM dossiers.registration_petitioner rp WHERE rp.petitioner_id = petitioner_key AND rp.registration_id <> registration_key
    ) OR EXISTS (SELECT FROM dossiers.dossier_petitioner dp WHERE dp.petitioner_id = petitioner_key)
        OR EXISTS (SELECT FROM dossiers.petitioner m WHERE m.merged_into_id = petitioner_key)
        OR EXISTS (SELECT FROM dossiers.petitioner_revision v WHERE v.petitioner_id = petitioner_key)
        OR EXISTS (SELECT FROM dossiers.identity_conflict c WHERE petitioner_key IN (c.petitioner_id, c.other_id))
        OR EXISTS (SELECT FROM core.material m WHERE m.object_type = 'Petitioner' AND m.object_id = petitioner_key);
    IF there IS NULL AND same_number IS NULL AND NOT is_held THEN
        UPDATE dossiers.petitioner SET sealed = to_sealed, version = version + 1, updated_at = now() WHERE id = petitioner_key;
        RETURN petitioner_key;
    END IF;
    IF there IS NULL THEN
        INSERT INTO dossiers.petitioner (court_code, kind, name_masked, name_cipher, name_hash, id_doc_type, id_number_masked,
            id_number_cipher, id_number_hash, id_verified, household_region, residence_region, residence_address_masked,
            residence_address_cipher, household_address_masked, household_address_cipher, service_needs, sealed, created_at,
            created_by, updated_at)
        SELECT here.court_code, here.kind, here.name_masked, here.name_cipher, here.name_hash,
            CASE WHEN same_number IS NULL THEN here.id_doc_type END, CASE WHEN same_number IS NULL THEN here.id_number_masked END,
            CASE WHEN same_number IS NULL THEN here.id_number_cipher END, CASE WHEN same_number IS NULL THEN here.id_number_hash END,
            CASE WHEN same_number IS NULL THEN here.id_verified ELSE 'UNVERIFIED' END, here.household_region, here.residence_region,
            here.residence_address_masked, here.residence_address_cipher, here.household_address_masked,
            here.household_address_cipher, here.service_needs, to_sealed, here.created_at, here.created_by, now()
        RETURNING id INTO there;
        IF same_number IS NOT NULL THEN
            INSERT INTO dossiers.identity_conflict (court_code, sealed, petitioner_id, other_id)
            VALUES (here.court_code, to_sealed, there, same_number);
        END IF;
    END IF;
    INSERT INTO dossiers.contact_point (petitioner_id, court_code, kind, value_masked, value_cipher, value_hash, is_primary,
        valid_from, valid_to, source)
    SELECT there, c.court_code, c.kind, c.value_masked, c.value_cipher, c.value_hash, c.is_primary AND NOT EXISTS (
            SELECT FROM dossiers.contact_point y WHERE y.petitioner_id = there AND y.kind = c.kind
        ), c.valid_from, c.valid_to, c.source
    FROM dossiers.contact_point c
    WHERE c.petitioner_id = petitioner_key AND NOT EXISTS (
        SELECT FROM dossiers.contact_point y
        WHERE y.petitioner_id = there AND y.kind = c.kind AND y.value_hash = c.value_hash
    )
    ORDER BY c.id;
    INSERT INTO dossiers.petitioner_alias (petitioner_id, court_code, kind, name_masked, name_cipher, name_hash, reason, recorded_on,
        recorded_by)
    SELECT there, a.court_code, a.kind, a.name_masked, a.name_cipher, a.name_hash, a.reason, a.recorded_on, a.recorded_by
    FROM dossiers.petitioner_alias a WHERE a.petitioner_id = petitioner_key ON CONFLICT DO NOTHING;
    INSERT INTO dossiers.registration_petitioner (registration_id, petitioner_id, court_code)
    VALUES (registration_key, there, here.court_code) ON CONFLICT DO NOTHING;
    DELETE FROM dossiers.registration_petitioner WHERE registration_id = registration_key AND petitioner_id = petitioner_key;
    IF NOT is_held THEN
        -- The same person's row there has taken over all that this one said; where something else refers to it, it stays.
        BEGIN
            DELETE FROM dossiers.contact_point WHERE petitioner_id = petitioner_key;
            DELETE FROM dossiers.petitioner_alias WHERE petitioner_id = petitioner_key;
            DELETE FROM dossiers.representative WHERE petitioner_id = petitioner_key;
            DELETE FROM dossiers.id_copy_demand WHERE petitioner_id = petitioner_key;
            DELETE FROM dossiers.petitioner WHERE id = petitioner_key;
        EXCEPTION WHEN foreign_key_violation THEN
            NULL;
        END;
    END IF;
    PERFORM dossiers.refresh_petitioners(ARRAY[petitioner_key, there]);
    RETURN there;
END
$$;

SELECT core.show_records('Petitioner', 'dossiers.petitioner');
SELECT core.allow_materials('Petitioner', 'dossiers.petitioner');
