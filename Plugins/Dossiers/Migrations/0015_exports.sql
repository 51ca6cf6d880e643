-- 导出申请: clear values leave the system only for matters that a head names, with a data-protection officer's approval, once.
CREATE TABLE dossiers.export_request (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    request_no text NOT NULL UNIQUE,
    purpose text NOT NULL,
    legal_basis text NOT NULL,
    reason text NOT NULL,
    fields text[] NOT NULL CHECK (cardinality(fields) > 0),
    -- Dossiers by key, or those opened in a period.
    dossier_ids bigint[] NOT NULL DEFAULT '{}',
    opened_from date,
    opened_until date,
    state text NOT NULL DEFAULT 'REQUESTED' CHECK (state IN ('REQUESTED', 'APPROVED', 'REJECTED', 'DOWNLOADED', 'EXPIRED')),
    requested_by_id bigint NOT NULL REFERENCES core.staff,
    decided_by_id bigint REFERENCES core.staff,
    decided_on date,
    decision_reason text,
    expires_at timestamptz,
    downloaded_at timestamptz,
    row_count integer,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (decided_by_id <> requested_by_id),
    CHECK ((opened_from IS NULL) = (opened_until IS NULL)),
    CHECK ((dossier_ids = '{}') = (opened_from IS NOT NULL)),
    CHECK (opened_until >= opened_from),
    CHECK (state NOT IN ('APPROVED', 'DOWNLOADED') OR num_nulls(decided_by_id, expires_at) = 0)
);
CREATE INDEX export_request_court ON dossiers.export_request (court_code, id);
CREATE INDEX export_request_state ON dossiers.export_request (state);
CREATE INDEX dossier_opened ON dossiers.dossier (court_code, opened_on);
GRANT SELECT ON dossiers.export_request TO docket_reader;
SELECT core.show_records('ExportRequest', 'dossiers.export_request');
