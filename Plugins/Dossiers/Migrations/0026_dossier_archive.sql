-- Documents and volumes of a dossier, and its end: appraisal and two signatures; the tombstone is the dossier's own row.
SELECT core.allow_materials('Dossier', 'dossiers.dossier');

CREATE TABLE dossiers.dossier_destruction (
    dossier_id bigint PRIMARY KEY REFERENCES dossiers.dossier,
    court_code text NOT NULL REFERENCES core.court,
    appraisal text NOT NULL,
    requested_by bigint NOT NULL REFERENCES core.staff,
    requested_on date NOT NULL,
    confirmed_by bigint REFERENCES core.staff,
    confirmed_on date,
    CHECK (confirmed_by <> requested_by),
    CHECK ((confirmed_by IS NULL) = (confirmed_on IS NULL))
);
ALTER TABLE dossiers.dossier_destruction ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON dossiers.dossier_destruction TO docket_reader;
