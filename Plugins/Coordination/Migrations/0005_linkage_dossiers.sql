-- requires: dossiers
-- What of the dossiers a linkage event is about.
ALTER TABLE coordination.linkage_event
    ADD COLUMN dossier_id bigint REFERENCES dossiers.dossier,
    ADD COLUMN registration_id bigint REFERENCES dossiers.registration;
CREATE INDEX linkage_event_dossier ON coordination.linkage_event (dossier_id, id);
