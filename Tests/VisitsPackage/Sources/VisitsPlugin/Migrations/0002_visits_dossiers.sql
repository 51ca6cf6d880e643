-- requires: dossiers
ALTER TABLE visits.appointment ADD COLUMN dossier_id bigint REFERENCES dossiers.dossier;
CREATE INDEX appointment_dossier ON visits.appointment (dossier_id);
