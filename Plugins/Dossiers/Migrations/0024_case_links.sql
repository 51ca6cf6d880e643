-- Cases by their number, whatever it was written with: 之一 after it counts the case's documents and names the same case.
ALTER TABLE dossiers.case_link
    ADD COLUMN case_key text NOT NULL GENERATED ALWAYS AS (dossiers.case_key(case_no)) STORED;
CREATE INDEX case_link_key ON dossiers.case_link (case_key);

CREATE FUNCTION dossiers.of_case("caseNo" text) RETURNS SETOF dossiers.dossier LANGUAGE sql STABLE PARALLEL SAFE ROWS 5 AS $$
    SELECT d.* FROM dossiers.dossier d
    WHERE EXISTS (
        SELECT FROM dossiers.case_link l WHERE l.dossier_id = d.id AND l.case_key = dossiers.case_key(of_case."caseNo")
    )
$$;

-- Who tried the case that is complained of; of another court by name.
CREATE TABLE dossiers.case_link_judge (
    dossier_id bigint NOT NULL,
    link_seq integer NOT NULL,
    position integer NOT NULL CHECK (position > 0),
    court_code text NOT NULL REFERENCES core.court,
    name text NOT NULL,
    staff_id bigint REFERENCES core.staff,
    PRIMARY KEY (dossier_id, link_seq, position),
    FOREIGN KEY (dossier_id, link_seq) REFERENCES dossiers.case_link (dossier_id, seq) ON DELETE CASCADE
);
ALTER TABLE dossiers.case_link_judge ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON dossiers.case_link_judge TO docket_reader;
