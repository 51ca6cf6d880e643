-- What belongs to a dossier in other tables: hidden from whom it accuses, counted with it, and gone with it.
CREATE OR REPLACE FUNCTION dossiers.take_visibility() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.registration_id IS NOT NULL THEN
        SELECT r.sealed, r.assignees, r.accused_staff_ids INTO STRICT NEW.sealed, NEW.assignees, NEW.accused_staff_ids
        FROM dossiers.registration r WHERE r.id = NEW.registration_id;
    ELSE
        SELECT d.sealed, ARRAY[d.handler_id], d.accused_staff_ids INTO STRICT NEW.sealed, NEW.assignees, NEW.accused_staff_ids
        FROM dossiers.dossier d WHERE d.id = NEW.dossier_id;
    END IF;
    RETURN NEW;
END
$$;

-- Whether a remedy is left by the newest assessment; NULL where none was made.
CREATE FUNCTION dossiers.has_remedy_left(dossiers.dossier) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        SELECT EXISTS (
            SELECT FROM dossiers.remedy m WHERE m.remedy_assessment_id = a.id AND dossiers.remedy_available(m)
        )
        FROM dossiers.remedy_assessment a
        WHERE a.dossier_id = $1.id
            OR a.registration_id = ANY (ARRAY(SELECT r.id FROM dossiers.registration r WHERE r.dossier_id = $1.id))
        ORDER BY a.id DESC LIMIT 1
    );

-- Blanks what was said beside a dossier that is destroyed, and of no other. It runs as its owner, since explanations are never
-- changed by a command.
CREATE FUNCTION dossiers.blank_destroyed(key bigint) RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE dossiers.explanation e SET content = '' FROM dossiers.dossier d
    WHERE e.dossier_id = key AND d.id = key AND d.status = 'DESTROYED';
    UPDATE dossiers.risk_notice n SET text = '', measures = NULL, withdrawn_reason = NULL FROM dossiers.dossier d
    WHERE n.dossier_id = key AND d.id = key AND d.status = 'DESTROYED';
    UPDATE dossiers.consultation_waiver w SET text = '' FROM dossiers.consultation c, dossiers.dossier d
    WHERE w.consultation_id = c.id AND c.dossier_id = key AND d.id = key AND d.status = 'DESTROYED';
    UPDATE dossiers.consultation c
    SET summary = left(c.summary, 0), original_reasoning = left(c.original_reasoning, 0)
    FROM dossiers.dossier d WHERE c.dossier_id = key AND d.id = key AND d.status = 'DESTROYED'
$$;
