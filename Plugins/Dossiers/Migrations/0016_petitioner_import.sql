-- Rows of files of petitioners with dossiers, as keyed hashes: the same row again changes nothing.
CREATE TABLE dossiers.petitioner_import_row (
    court_code text NOT NULL REFERENCES core.court,
    row_hash bytea NOT NULL,
    petitioner_id bigint NOT NULL REFERENCES dossiers.petitioner,
    dossier_id bigint NOT NULL REFERENCES dossiers.dossier,
    imported_on date NOT NULL,
    PRIMARY KEY (court_code, row_hash)
);
