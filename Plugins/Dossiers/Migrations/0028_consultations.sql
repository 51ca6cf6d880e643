-- Consultations of the original judges (原审沟通): asked for before a retrial, recorded or waived; information, never a veto.
CREATE TABLE dossiers.consultation (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    dossier_id bigint NOT NULL REFERENCES dossiers.dossier,
    case_no text NOT NULL,
    case_key text NOT NULL GENERATED ALWAYS AS (dossiers.case_key(case_no)) STORED,
    case_seq integer NOT NULL,
    -- Seal and handler are the dossier's.
    sealed boolean NOT NULL DEFAULT false,
    handler_id bigint NOT NULL REFERENCES core.staff,
    stage text NOT NULL CHECK (stage IN ('RETRIAL_INITIATION', 'REMAND', 'ORDERED_RETRIAL')),
    -- Those of the original judges who are staff: they see it.
    judge_ids bigint[] NOT NULL DEFAULT '{}',
    requested_by bigint NOT NULL REFERENCES core.staff,
    requested_on date NOT NULL,
    held_on date,
    method text CHECK (method IN ('MEETING', 'PHONE', 'WRITTEN')),
    original_reasoning text,
    summary text,
    state text NOT NULL DEFAULT 'REQUESTED' CHECK (state IN ('REQUESTED', 'HELD', 'RECORDED', 'WAIVED')),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (dossier_id, case_seq) REFERENCES dossiers.case_link (dossier_id, seq),
    CHECK (state NOT IN ('HELD', 'RECORDED') OR (held_on, method) IS NOT NULL),
    CHECK (state <> 'RECORDED' OR (original_reasoning, summary) IS NOT NULL)
);
CREATE INDEX consultation_dossier ON dossiers.consultation (dossier_id, id);

CREATE TABLE dossiers.consultation_judge (
    consultation_id bigint NOT NULL REFERENCES dossiers.consultation,
    seq integer NOT NULL CHECK (seq > 0),
    court_code text NOT NULL REFERENCES core.court,
    staff_id bigint REFERENCES core.staff,
    judge_name text,
    -- As it is written: a court that is not on record here may have judged.
    judge_court_code text,
    signed boolean NOT NULL DEFAULT false,
    PRIMARY KEY (consultation_id, seq),
    CHECK ((staff_id IS NULL) = (judge_name IS NOT NULL)),
    CHECK ((staff_id IS NULL) = (judge_court_code IS NOT NULL))
);

CREATE TABLE dossiers.consultation_waiver (
    consultation_id bigint PRIMARY KEY REFERENCES dossiers.consultation,
    court_code text NOT NULL REFERENCES core.court,
    reason text NOT NULL CHECK (reason IN ('JUDGE_LEFT', 'JUDGE_RECUSED', 'MISCONDUCT_SUSPECTED', 'URGENT')),
    text text NOT NULL,
    approved_by bigint NOT NULL REFERENCES core.staff,
    at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT ON dossiers.consultation, dossiers.consultation_judge, dossiers.consultation_waiver TO docket_reader;
SELECT core.show_records('Consultation', 'dossiers.consultation');

-- A consultation is sealed with its dossier, and goes with it to another handler.
CREATE FUNCTION dossiers.keep_consultations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE dossiers.consultation SET sealed = NEW.sealed, handler_id = NEW.handler_id WHERE dossier_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER dossier_consultations AFTER UPDATE ON dossiers.dossier
    FOR EACH ROW WHEN ((OLD.handler_id, OLD.sealed) IS DISTINCT FROM (NEW.handler_id, NEW.sealed))
    EXECUTE FUNCTION dossiers.keep_consultations();

-- What is to be said of a case before a step, of active dossiers of courts that the caller reads: one statement, since the trial
-- system asks it at each step. A consultation that was held counts for its own dossier and step only.
CREATE FUNCTION dossiers.consultation_gate(case_number text, step text) RETURNS text
LANGUAGE sql STABLE STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
        WHEN count(*) = 0 THEN 'NOT_APPLICABLE'
        WHEN bool_or(found.recorded) THEN 'SATISFIED'
        WHEN bool_or(found.waived) THEN 'WAIVED'
        ELSE 'REQUIRED'
    END
    FROM (
        SELECT (
            SELECT bool_or(c.state = 'RECORDED') FROM dossiers.consultation c
            WHERE c.dossier_id = d.id AND c.stage = step AND c.case_key = dossiers.case_key(case_number)
        ) AS recorded, (
            SELECT bool_or(c.state = 'WAIVED') FROM dossiers.consultation c
            WHERE c.dossier_id = d.id AND c.stage = step AND c.case_key = dossiers.case_key(case_number)
        ) AS waived
        FROM dossiers.case_link l JOIN dossiers.dossier d ON d.id = l.dossier_id
        WHERE dossiers.case_key(l.case_no) = dossiers.case_key(case_number) AND d.status = 'ACTIVE' AND NOT d.sealed
            AND d.court_code = ANY ((SELECT core.readable_courts())::text[])
    ) found
$$;
REVOKE EXECUTE ON FUNCTION dossiers.consultation_gate FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dossiers.consultation_gate TO docket_reader;

-- A dossier is not closed while a notice or a consultation of it is open.
CREATE OR REPLACE FUNCTION dossiers.open_work(dossier_id bigint) RETURNS boolean LANGUAGE sql STABLE
    RETURN EXISTS (
        SELECT FROM dossiers.risk_notice n
        WHERE n.dossier_id = $1 AND n.state IN ('DRAFT', 'ISSUED', 'ACKNOWLEDGED', 'RESPONDED')
    ) OR EXISTS (
        SELECT FROM dossiers.consultation c WHERE c.dossier_id = $1 AND c.state IN ('REQUESTED', 'HELD')
    );
