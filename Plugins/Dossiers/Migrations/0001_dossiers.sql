-- Petitioners, registrations and dossiers. Every personal value is sealed from the first row on.
CREATE SCHEMA dossiers;
GRANT USAGE ON SCHEMA dossiers TO docket_reader;

CREATE TABLE dossiers.petitioner (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    kind text NOT NULL CHECK (kind IN ('NATURAL_PERSON', 'LEGAL_PERSON', 'OTHER_ORG', 'ANONYMOUS')),
    name_masked text NOT NULL,
    name_cipher bytea,
    name_hash bytea,
    id_doc_type text CHECK (id_doc_type IN ('RESIDENT_ID', 'HKM_PERMIT', 'TW_PERMIT', 'PASSPORT', 'FOREIGN_PR', 'USCC', 'OTHER')),
    id_number_masked text,
    id_number_cipher bytea,
    id_number_hash bytea,
    id_verified text NOT NULL DEFAULT 'UNVERIFIED' CHECK (id_verified IN ('UNVERIFIED', 'CHECKSUM_OK', 'DOCUMENT_SEEN')),
    household_region text,
    residence_region text,
    residence_address_masked text,
    residence_address_cipher bytea,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by bigint REFERENCES core.staff,
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((kind = 'ANONYMOUS') = (name_cipher IS NULL)),
    CHECK ((id_number_cipher IS NULL) = (id_number_hash IS NULL)),
    UNIQUE (court_code, id_number_hash)
);

CREATE INDEX petitioner_name ON dossiers.petitioner (court_code, name_hash) WHERE id_number_hash IS NULL;

CREATE TABLE dossiers.contact_point (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    petitioner_id bigint NOT NULL REFERENCES dossiers.petitioner,
    court_code text NOT NULL REFERENCES core.court,
    kind text NOT NULL CHECK (kind IN ('MOBILE', 'LANDLINE', 'EMAIL', 'POSTAL')),
    value_masked text NOT NULL,
    value_cipher bytea NOT NULL,
    value_hash bytea NOT NULL,
    is_primary boolean NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    source text NOT NULL
);
CREATE INDEX contact_point_petitioner ON dossiers.contact_point (petitioner_id);
CREATE INDEX contact_point_value ON dossiers.contact_point (value_hash);

CREATE TABLE dossiers.dossier (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    dossier_no text NOT NULL UNIQUE,
    title text NOT NULL,
    ground text NOT NULL CHECK (ground IN (
        'REPEATED_MATTER', 'HIGHER_VENUE_CONTACT', 'ASSIGNED_BY_SUPERIOR', 'TERMINATION_CANDIDATE', 'PETITIONER_REQUEST'
    )),
    no_case_reason text,
    handler_id bigint NOT NULL REFERENCES core.staff,
    sealed boolean NOT NULL DEFAULT false,
    status text NOT NULL CHECK (status IN ('DRAFT', 'ACTIVE', 'CLOSED', 'ARCHIVED', 'DESTROYED')),
    opened_on date,
    open_approved_by bigint REFERENCES core.staff,
    review_due_on date,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by bigint REFERENCES core.staff,
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((status = 'DRAFT') = (open_approved_by IS NULL)),
    CHECK (open_approved_by <> created_by)
);
CREATE INDEX dossier_court ON dossiers.dossier (court_code, dossier_no);
CREATE INDEX dossier_status ON dossiers.dossier (status);
CREATE INDEX dossier_ground ON dossiers.dossier (ground);
CREATE INDEX dossier_handler ON dossiers.dossier (handler_id);
CREATE INDEX dossier_review_due ON dossiers.dossier (review_due_on);

CREATE TABLE dossiers.dossier_petitioner (
    dossier_id bigint NOT NULL REFERENCES dossiers.dossier,
    petitioner_id bigint NOT NULL REFERENCES dossiers.petitioner,
    court_code text NOT NULL REFERENCES core.court,
    PRIMARY KEY (dossier_id, petitioner_id)
);
CREATE INDEX dossier_petitioner_petitioner ON dossiers.dossier_petitioner (petitioner_id);

CREATE TABLE dossiers.claim (
    dossier_id bigint NOT NULL REFERENCES dossiers.dossier,
    seq integer NOT NULL CHECK (seq > 0),
    court_code text NOT NULL REFERENCES core.court,
    text text NOT NULL,
    outcome text NOT NULL DEFAULT 'PENDING' CHECK (outcome IN ('PENDING', 'SUPPORTED', 'EXPLAINED', 'NOT_SUPPORTED', 'WITHDRAWN')),
    reason text,
    legal_basis text,
    PRIMARY KEY (dossier_id, seq)
);

CREATE TABLE dossiers.case_link (
    dossier_id bigint NOT NULL REFERENCES dossiers.dossier,
    seq integer NOT NULL CHECK (seq > 0),
    court_code text NOT NULL REFERENCES core.court,
    case_no text NOT NULL,
    relation text NOT NULL CHECK (relation IN (
        'FIRST_INSTANCE', 'SECOND_INSTANCE', 'RETRIAL_REVIEW', 'RETRIAL', 'ENFORCEMENT', 'COMPENSATION', 'RELIEF', 'OTHER'
    )),
    effective_on date,
    outcome text,
    PRIMARY KEY (dossier_id, seq)
);
CREATE INDEX case_link_case_no ON dossiers.case_link (case_no);

CREATE TABLE dossiers.registration (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    reg_no text NOT NULL UNIQUE,
    channel text NOT NULL CHECK (channel IN (
        'LETTER', 'VISIT', 'PHONE', 'ONLINE', 'FAX', 'VIDEO', 'LEADER_RECEPTION', 'TRANSFERRED'
    )),
    received_on date NOT NULL,
    entered_at timestamptz NOT NULL DEFAULT now(),
    entry_due_on date NOT NULL,
    entered_by bigint REFERENCES core.staff,
    group_size integer NOT NULL CHECK (group_size >= 1),
    summary text NOT NULL,
    is_first boolean NOT NULL,
    sealed boolean NOT NULL DEFAULT false,
    dossier_id bigint REFERENCES dossiers.dossier,
    state text NOT NULL CHECK (state IN (
        'RECEIVED', 'SCREENED', 'ACCEPTED', 'GUIDED', 'FORWARDED', 'RETURNED', 'NOT_ACCEPTED', 'MERGED', 'HANDLED', 'CLOSED',
        'REOPENED', 'VOIDED'
    )),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX registration_dossier ON dossiers.registration (dossier_id, received_on);

CREATE TABLE dossiers.registration_petitioner (
    registration_id bigint NOT NULL REFERENCES dossiers.registration,
    petitioner_id bigint NOT NULL REFERENCES dossiers.petitioner,
    court_code text NOT NULL REFERENCES core.court,
    PRIMARY KEY (registration_id, petitioner_id)
);
CREATE INDEX registration_petitioner_petitioner ON dossiers.registration_petitioner (petitioner_id);

-- Row security says again what the plan says.
ALTER TABLE dossiers.dossier ENABLE ROW LEVEL SECURITY;
CREATE POLICY dossier_read ON dossiers.dossier FOR SELECT TO docket_reader USING (
    court_code = ANY ((SELECT core.readable_courts())::text[])
    AND (NOT sealed OR (SELECT core.may_read_sealed()))
    AND (handler_id = (SELECT core.staff_id()) OR NOT (SELECT core.sees_only_assigned()))
);
ALTER TABLE dossiers.registration ENABLE ROW LEVEL SECURITY;
CREATE POLICY registration_read ON dossiers.registration FOR SELECT TO docket_reader USING (
    court_code = ANY ((SELECT core.readable_courts())::text[]) AND (NOT sealed OR (SELECT core.may_read_sealed()))
);
DO $$
DECLARE
    child text;
BEGIN
    FOREACH child IN ARRAY ARRAY['dossier_petitioner', 'claim', 'case_link'] LOOP
        EXECUTE format('ALTER TABLE dossiers.%I ENABLE ROW LEVEL SECURITY', child);
        EXECUTE format(
            'CREATE POLICY %I ON dossiers.%I FOR SELECT TO docket_reader USING ('
            'court_code = ANY ((SELECT core.readable_courts())::text[]) '
            'AND EXISTS (SELECT FROM dossiers.dossier d WHERE d.id = dossier_id))',
            child || '_read', child
        );
    END LOOP;
    FOREACH child IN ARRAY ARRAY['petitioner', 'contact_point'] LOOP
        EXECUTE format('ALTER TABLE dossiers.%I ENABLE ROW LEVEL SECURITY', child);
        EXECUTE format(
            'CREATE POLICY %I ON dossiers.%I FOR SELECT TO docket_reader '
            'USING (court_code = ANY ((SELECT core.readable_courts())::text[]))',
            child || '_read', child
        );
    END LOOP;
END
$$;
ALTER TABLE dossiers.registration_petitioner ENABLE ROW LEVEL SECURITY;
CREATE POLICY registration_petitioner_read ON dossiers.registration_petitioner FOR SELECT TO docket_reader USING (
    court_code = ANY ((SELECT core.readable_courts())::text[])
    AND EXISTS (SELECT FROM dossiers.registration r WHERE r.id = registration_id)
);

GRANT SELECT ON dossiers.dossier, dossiers.dossier_petitioner, dossiers.claim, dossiers.case_link, dossiers.registration,
    dossiers.registration_petitioner TO docket_reader;
-- Never the cipher, never the hash.
GRANT SELECT (id, court_code, kind, name_masked, id_doc_type, id_number_masked, id_verified, household_region, residence_region,
    residence_address_masked, version, created_at, created_by, updated_at) ON dossiers.petitioner TO docket_reader;
GRANT SELECT (id, petitioner_id, court_code, kind, value_masked, is_primary, valid_from, valid_to, source)
    ON dossiers.contact_point TO docket_reader;

INSERT INTO core.deadline_rule (key, amount, unit, legal_basis, effective_from) VALUES
    ('dossiers.entry', 1, 'WORKING_DAY', '按时录入（待法院确认）', '2017-01-01');
