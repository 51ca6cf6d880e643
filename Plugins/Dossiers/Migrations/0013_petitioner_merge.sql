-- 合并信访人: two entries of one person. Personal values stay where they are; the matters move, and can be moved back.
CREATE TABLE dossiers.petitioner_merge (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    petitioner_id bigint NOT NULL REFERENCES dossiers.petitioner,
    into_id bigint NOT NULL REFERENCES dossiers.petitioner,
    reason text NOT NULL,
    merged_on date NOT NULL,
    merged_by bigint NOT NULL REFERENCES core.staff,
    undone_on date,
    undone_by bigint REFERENCES core.staff,
    undo_reason text
);
CREATE INDEX petitioner_merge_petitioner ON dossiers.petitioner_merge (petitioner_id);
CREATE INDEX petitioner_merge_into ON dossiers.petitioner_merge (into_id);
GRANT SELECT ON dossiers.petitioner_merge TO docket_reader;

-- What moved: which registration or dossier, and whether the other was in it already.
CREATE TABLE dossiers.petitioner_merge_link (
    merge_id bigint NOT NULL REFERENCES dossiers.petitioner_merge,
    relation text NOT NULL CHECK (relation IN ('REGISTRATION', 'DOSSIER')),
    row_id bigint NOT NULL,
    was_there boolean NOT NULL,
    PRIMARY KEY (merge_id, relation, row_id)
);

CREATE FUNCTION dossiers.merge_petitioner(merged bigint, kept bigint, why text, by_staff bigint, on_day date) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    merge bigint;
BEGIN
    INSERT INTO dossiers.petitioner_merge (court_code, petitioner_id, into_id, reason, merged_on, merged_by)
    SELECT court_code, merged, kept, why, on_day, by_staff FROM dossiers.petitioner WHERE id = kept
    RETURNING id INTO merge;
    INSERT INTO dossiers.petitioner_merge_link (merge_id, relation, row_id, was_there)
    SELECT merge, 'REGISTRATION', m.registration_id, EXISTS (
        SELECT FROM dossiers.registration_petitioner k WHERE k.registration_id = m.registration_id AND k.petitioner_id = kept
    ) FROM dossiers.registration_petitioner m WHERE m.petitioner_id = merged
    UNION ALL
    SELECT merge, 'DOSSIER', m.dossier_id, EXISTS (
        SELECT FROM dossiers.dossier_petitioner k WHERE k.dossier_id = m.dossier_id AND k.petitioner_id = kept
    ) FROM dossiers.dossier_petitioner m WHERE m.petitioner_id = merged;
    INSERT INTO dossiers.registration_petitioner (registration_id, petitioner_id, court_code)
    SELECT registration_id, kept, court_code FROM dossiers.registration_petitioner WHERE petitioner_id = merged ON CONFLICT DO NOTHING;
    DELETE FROM dossiers.registration_petitioner WHERE petitioner_id = merged;
    INSERT INTO dossiers.dossier_petitioner (dossier_id, petitioner_id, court_code)
    SELECT dossier_id, kept, court_code FROM dossiers.dossier_petitioner WHERE petitioner_id = merged ON CONFLICT DO NOTHING;
    DELETE FROM dossiers.dossier_petitioner WHERE petitioner_id = merged;
    PERFORM dossiers.refresh_petitioners(ARRAY[merged, kept]);
END
$$;

CREATE FUNCTION dossiers.unmerge_petitioner(merged bigint, why text, by_staff bigint, on_day date) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    merge dossiers.petitioner_merge;
BEGIN
    UPDATE dossiers.petitioner_merge SET undone_on = on_day, undone_by = by_staff, undo_reason = why
    WHERE petitioner_id = merged AND undone_on IS NULL RETURNING * INTO STRICT merge;
    INSERT INTO dossiers.registration_petitioner (registration_id, petitioner_id, court_code)
    SELECT l.row_id, merged, merge.court_code FROM dossiers.petitioner_merge_link l
    JOIN dossiers.registration_petitioner k ON k.registration_id = l.row_id AND k.petitioner_id = merge.into_id
    WHERE l.merge_id = merge.id AND l.relation = 'REGISTRATION' ON CONFLICT DO NOTHING;
    DELETE FROM dossiers.registration_petitioner k USING dossiers.petitioner_merge_link l
    WHERE l.merge_id = merge.id AND l.relation = 'REGISTRATION' AND NOT l.was_there
        AND k.registration_id = l.row_id AND k.petitioner_id = merge.into_id;
    INSERT INTO dossiers.dossier_petitioner (dossier_id, petitioner_id, court_code)
    SELECT l.row_id, merged, merge.court_code FROM dossiers.petitioner_merge_link l
    JOIN dossiers.dossier_petitioner k ON k.dossier_id = l.row_id AND k.petitioner_id = merge.into_id
    WHERE l.merge_id = merge.id AND l.relation = 'DOSSIER' ON CONFLICT DO NOTHING;
    DELETE FROM dossiers.dossier_petitioner k USING dossiers.petitioner_merge_link l
    WHERE l.merge_id = merge.id AND l.relation = 'DOSSIER' AND NOT l.was_there
        AND k.dossier_id = l.row_id AND k.petitioner_id = merge.into_id;
    PERFORM dossiers.refresh_petitioners(ARRAY[merged, merge.into_id]);
END
$$;

-- A merged petitioner is not named any more: not in a registration, not in a dossier.
CREATE FUNCTION dossiers.refuse_merged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM dossiers.petitioner p WHERE p.id = NEW.petitioner_id AND p.state = 'MERGED') THEN
        RAISE EXCEPTION 'a merged petitioner is not named any more' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER registration_petitioner_active BEFORE INSERT ON dossiers.registration_petitioner
    FOR EACH ROW EXECUTE FUNCTION dossiers.refuse_merged();
CREATE TRIGGER dossier_petitioner_active BEFORE INSERT ON dossiers.dossier_petitioner
    FOR EACH ROW EXECUTE FUNCTION dossiers.refuse_merged();
