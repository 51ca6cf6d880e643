-- A dossier's whole life: what it is about, who decides on it, its end, and how it is found.
ALTER TABLE dossiers.dossier
    ADD COLUMN matter_class text NOT NULL DEFAULT 'APPEAL_CLAIM'
        CHECK (matter_class IN ('SUGGESTION', 'ACCUSATION', 'APPEAL_CLAIM')),
    ADD COLUMN category text NOT NULL DEFAULT 'OTHER' CHECK (category IN (
        'TRIAL_CIVIL', 'TRIAL_CRIMINAL', 'TRIAL_ADMIN', 'ENFORCEMENT', 'FILING', 'STATE_COMPENSATION', 'STAFF_CONDUCT', 'OTHER'
    )),
    ADD COLUMN responsible_dept_id bigint REFERENCES core.department,
    -- Whom an accusation is about.
    ADD COLUMN accused_staff_ids bigint[] NOT NULL DEFAULT '{}',
    ADD COLUMN closed_on date,
    ADD COLUMN close_reason text CHECK (close_reason IN (
        'RESOLVED', 'WITHDRAWN', 'IMPORTED_TO_PROCEDURE', 'TERMINATED', 'TRANSFERRED', 'OPENED_IN_ERROR'
    )),
    ADD COLUMN archived_on date,
    ADD COLUMN retention_class text NOT NULL DEFAULT 'LONG_60Y' CHECK (retention_class IN ('PERMANENT', 'LONG_60Y', 'SHORT_30Y')),
    ADD COLUMN retention_until date,
    DROP CONSTRAINT dossier_status_check,
    ADD CONSTRAINT dossier_status_check
        CHECK (status IN ('DRAFT', 'WITHDRAWN', 'ACTIVE', 'CLOSED', 'ARCHIVED', 'DESTROYED')),
    DROP CONSTRAINT dossier_check,
    ADD CONSTRAINT dossier_approved CHECK ((status IN ('DRAFT', 'WITHDRAWN')) = (open_approved_by IS NULL)),
    ADD CONSTRAINT dossier_accusation_sealed CHECK (matter_class <> 'ACCUSATION' OR sealed),
    ADD CONSTRAINT dossier_accused CHECK (matter_class = 'ACCUSATION' OR accused_staff_ids = '{}');
UPDATE dossiers.dossier d SET responsible_dept_id = s.department_id FROM core.staff s WHERE s.id = d.handler_id;
ALTER TABLE dossiers.dossier ALTER COLUMN responsible_dept_id SET NOT NULL;
CREATE INDEX dossier_matter_class ON dossiers.dossier (matter_class);
CREATE INDEX dossier_category ON dossiers.dossier (category);
CREATE INDEX dossier_responsible_dept ON dossiers.dossier (responsible_dept_id);
CREATE INDEX dossier_closed ON dossiers.dossier (closed_on);
CREATE INDEX dossier_court_opened ON dossiers.dossier (court_code, opened_on);

-- The department is the handler's where none is named.
CREATE FUNCTION dossiers.give_department() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.responsible_dept_id := coalesce(
        NEW.responsible_dept_id, (SELECT s.department_id FROM core.staff s WHERE s.id = NEW.handler_id)
    );
    RETURN NEW;
END
$$;
CREATE TRIGGER dossier_department BEFORE INSERT ON dossiers.dossier
    FOR EACH ROW EXECUTE FUNCTION dossiers.give_department();

-- A draft is in nobody's hands yet, a withdrawn or destroyed dossier no more.
CREATE FUNCTION dossiers.is_in_hand(dossier_status text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN dossier_status NOT IN ('DRAFT', 'WITHDRAWN', 'DESTROYED');
CREATE OR REPLACE FUNCTION dossiers.refresh_petitioners(keys bigint[]) RETURNS void LANGUAGE sql AS $$
    UPDATE dossiers.petitioner p SET accused_staff_ids = known.accused, assignees = known.assignees
    FROM (
        SELECT k.id, ARRAY(
            SELECT DISTINCT unnest(r.accused_staff_ids)
            FROM dossiers.registration_petitioner rp JOIN dossiers.registration r ON r.id = rp.registration_id
            WHERE rp.petitioner_id = k.id ORDER BY 1
        ) AS accused, ARRAY(
            SELECT unnest(r.assignees)
            FROM dossiers.registration_petitioner rp JOIN dossiers.registration r ON r.id = rp.registration_id
            WHERE rp.petitioner_id = k.id
            UNION
            SELECT d.handler_id
            FROM dossiers.dossier_petitioner dp JOIN dossiers.dossier d ON d.id = dp.dossier_id
            WHERE dp.petitioner_id = k.id AND dossiers.is_in_hand(d.status) AND NOT d.sealed
            ORDER BY 1
        ) AS assignees
        FROM unnest(keys) k(id)
    ) known
    WHERE p.id = known.id AND (p.accused_staff_ids, p.assignees) IS DISTINCT FROM (known.accused, known.assignees)
$$;
CREATE OR REPLACE FUNCTION dossiers.keep_registration_assignees() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.assignees := ARRAY(
        SELECT NEW.assignee_id WHERE NEW.assignee_id IS NOT NULL
        UNION
        SELECT d.handler_id FROM dossiers.dossier d
        WHERE d.id = NEW.dossier_id AND dossiers.is_in_hand(d.status) AND NOT d.sealed
        ORDER BY 1
    );
    RETURN NEW;
END
$$;

ALTER TABLE dossiers.claim
    ADD COLUMN decided_by bigint REFERENCES core.staff,
    ADD COLUMN decided_on date;

-- What was decided on a dossier as a whole, and why.
CREATE TABLE dossiers.dossier_decision (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dossier_id bigint NOT NULL REFERENCES dossiers.dossier,
    court_code text NOT NULL REFERENCES core.court,
    kind text NOT NULL CHECK (kind IN (
        'AMENDED', 'LINK_REMOVED', 'HANDLER_CHANGED', 'WITHDRAWN', 'REVIEWED', 'CLOSED', 'REOPENED', 'DESTRUCTION_REFUSED'
    )),
    reason text NOT NULL,
    reopen_ground text CHECK (reopen_ground IN ('NEW_FACT', 'NEW_CONTACT')),
    close_reason text,
    next_review_on date,
    decided_by bigint NOT NULL REFERENCES core.staff,
    decided_on date NOT NULL
);
CREATE INDEX dossier_decision_dossier ON dossiers.dossier_decision (dossier_id, id);
ALTER TABLE dossiers.dossier_decision ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON dossiers.dossier_decision TO docket_reader;

-- Work that keeps a dossier open, such as a risk notice that nobody has answered. Each part of the plugin that brings such
-- work replaces the function.
CREATE FUNCTION dossiers.open_work(dossier_id bigint) RETURNS boolean LANGUAGE sql STABLE RETURN false;

CREATE FUNCTION dossiers.review_overdue(dossiers.dossier) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN $1.status = 'ACTIVE' AND coalesce($1.review_due_on < core.today(), false);
CREATE FUNCTION dossiers.of_my_department(dossiers.dossier) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce($1.responsible_dept_id = core.department_id(), false);
CREATE FUNCTION dossiers.contact_count(dossiers.dossier) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT count(*)::integer FROM dossiers.registration r WHERE r.dossier_id = $1.id);
CREATE FUNCTION dossiers.is_first_contact(dossiers.dossier) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT count(*) <= 1 FROM dossiers.registration r WHERE r.dossier_id = $1.id);
-- What there is, of what a dossier in its state must have.
CREATE FUNCTION dossiers.completeness(dossiers.dossier) RETURNS double precision LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        SELECT avg(item.is_there::integer)::double precision
        FROM (VALUES
            (true, EXISTS (SELECT FROM dossiers.dossier_petitioner p WHERE p.dossier_id = $1.id)),
            (true, EXISTS (SELECT FROM dossiers.claim c WHERE c.dossier_id = $1.id)),
            (true, $1.no_case_reason IS NOT NULL OR EXISTS (SELECT FROM dossiers.case_link l WHERE l.dossier_id = $1.id)),
            (
                $1.status IN ('ACTIVE', 'CLOSED', 'ARCHIVED'),
                EXISTS (
                    SELECT FROM core.material m
                    WHERE m.object_type = 'Dossier' AND m.object_id = $1.id AND m.state = 'STORED'
                )
            ),
            (
                $1.status IN ('CLOSED', 'ARCHIVED'),
                NOT EXISTS (SELECT FROM dossiers.claim c WHERE c.dossier_id = $1.id AND c.outcome = 'PENDING')
            ),
            (
                $1.status IN ('CLOSED', 'ARCHIVED'),
                EXISTS (
                    SELECT FROM core.volume v
                    WHERE v.object_type = 'Dossier' AND v.object_id = $1.id AND v.bound_on IS NOT NULL
                )
            )
        ) AS item (is_due, is_there)
        WHERE item.is_due
    );

-- Dossiers that were opened by a day, but for those opened in error; of these, how many were open then, and how many people
-- are behind them. It counts what the caller sees.
CREATE FUNCTION dossiers.stats(court text, as_of date)
    RETURNS TABLE (dossiers bigint, active bigint, petitioners bigint) LANGUAGE sql STABLE AS $$
    SELECT count(DISTINCT d.id), count(DISTINCT d.id) FILTER (WHERE d.closed_on IS NULL OR d.closed_on > as_of),
        count(DISTINCT p.petitioner_id)
    FROM dossiers.dossier d LEFT JOIN dossiers.dossier_petitioner p ON p.dossier_id = d.id
    WHERE d.court_code = court AND d.opened_on <= as_of AND d.close_reason IS DISTINCT FROM 'OPENED_IN_ERROR'
$$;
