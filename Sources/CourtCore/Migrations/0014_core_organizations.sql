-- Outside bodies (外部单位) as rows, without accounts; and what was disclosed to them, appended to and never changed.
CREATE TABLE core.organization (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- The court that keeps it; NULL: kept for all courts.
    court_code text REFERENCES core.court,
    kind text NOT NULL CHECK (kind IN (
        'POLITICAL_LEGAL_COMMITTEE', 'PROCURATORATE', 'PETITION_BUREAU', 'PEOPLES_CONGRESS', 'PUBLIC_SECURITY', 'SUBDISTRICT',
        'COMMUNITY', 'VILLAGE_COMMITTEE', 'LEGAL_AID', 'JUSTICE_BUREAU'
    )),
    name text NOT NULL,
    region_code text NOT NULL CHECK (region_code ~ '^[0-9]{6}$'),
    active boolean NOT NULL DEFAULT true,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT organization_name UNIQUE NULLS NOT DISTINCT (name, kind, region_code, court_code)
);
CREATE INDEX organization_court ON core.organization (court_code);
CREATE INDEX organization_kind ON core.organization (kind);
CREATE INDEX organization_region ON core.organization (region_code);
CREATE INDEX organization_active ON core.organization (active);
ALTER TABLE core.organization ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization_read ON core.organization FOR SELECT TO docket_reader
    USING (court_code IS NULL OR court_code = ANY ((SELECT core.readable_courts())::text[]));
GRANT SELECT ON core.organization TO docket_reader;

-- Like the access log it refers to nothing by a foreign key: it outlives what it names.
CREATE TABLE core.disclosure (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    request_id text NOT NULL,
    token_id bigint NOT NULL,
    court_code text NOT NULL,
    recipient_id bigint NOT NULL,
    purpose text NOT NULL,
    legal_basis text NOT NULL,
    -- Names of the fields that the package has, never their values.
    fields text[] NOT NULL CHECK (cardinality(fields) > 0),
    object_type text NOT NULL,
    object_id bigint NOT NULL,
    approver_id bigint NOT NULL,
    recorder_id bigint NOT NULL,
    CHECK (approver_id <> recorder_id)
);
CREATE INDEX disclosure_object ON core.disclosure (object_type, object_id);
CREATE INDEX disclosure_recipient ON core.disclosure (recipient_id, at);
CREATE TRIGGER disclosure_append_only BEFORE UPDATE OR DELETE ON core.disclosure
    FOR EACH ROW EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER disclosure_no_truncate BEFORE TRUNCATE ON core.disclosure
    FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
GRANT SELECT (id, at, court_code, recipient_id, purpose, legal_basis, fields, object_type, object_id, approver_id, recorder_id)
    ON core.disclosure TO docket_reader;
