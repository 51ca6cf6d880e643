-- Recorded interventions (过问登记, 三个规定): appended to, sealed from the first moment, and never changed.
CREATE TABLE coordination.intervention (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    record_no text NOT NULL UNIQUE,
    sealed boolean NOT NULL DEFAULT true CHECK (sealed),
    kind text NOT NULL CHECK (kind IN ('LEADER', 'INSIDER', 'OTHER')),
    manner text NOT NULL CHECK (manner IN ('ORAL', 'TELEPHONE', 'WRITTEN', 'MESSAGE', 'OTHER')),
    intervener_name_masked text NOT NULL,
    intervener_name_cipher bytea NOT NULL,
    intervener_name_hash bytea NOT NULL,
    office text NOT NULL,
    organization text NOT NULL,
    -- Staff whom it means: they and their chain of command do not see it.
    intervener_staff_ids bigint[] NOT NULL DEFAULT '{}',
    occurred_on date NOT NULL,
    case_no text NOT NULL,
    content text NOT NULL,
    recorded_by bigint NOT NULL REFERENCES core.staff,
    recorded_on date NOT NULL DEFAULT core.today(),
    corrects_id bigint REFERENCES coordination.intervention,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX intervention_court ON coordination.intervention (court_code, recorded_on);
CREATE INDEX intervention_recorded ON coordination.intervention (recorded_on, id);
CREATE INDEX intervention_kind ON coordination.intervention (kind, recorded_on);
CREATE INDEX intervention_case ON coordination.intervention (case_no, id);
CREATE INDEX intervention_recorder ON coordination.intervention (recorded_by, recorded_on, id);
CREATE INDEX intervention_corrects ON coordination.intervention (corrects_id, id);
CREATE TRIGGER intervention_append_only BEFORE UPDATE OR DELETE ON coordination.intervention
    FOR EACH ROW EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER intervention_no_truncate BEFORE TRUNCATE ON coordination.intervention
    FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
-- Never the cipher, never the hash.
GRANT SELECT (id, court_code, record_no, sealed, kind, manner, intervener_name_masked, office, organization, intervener_staff_ids,
    occurred_on, case_no, content, recorded_by, recorded_on, corrects_id, created_at) ON coordination.intervention TO docket_reader;
SELECT core.show_records('InterventionRecord', 'coordination.intervention');

-- Whoever recorded it keeps the number, and nobody else learns from it who has recorded something.
CREATE VIEW coordination.intervention_receipt WITH (security_barrier = true) AS
    SELECT i.id, i.court_code, i.record_no, i.recorded_on, i.recorded_by
    FROM coordination.intervention i
    WHERE i.recorded_by = (SELECT core.staff_id()) AND i.court_code = ANY ((SELECT core.readable_courts())::text[]);
GRANT SELECT ON coordination.intervention_receipt TO docket_reader;

-- How many a court has recorded in a quarter, for a court above it: nothing smaller than five. Counted with its owner's rights, since
-- nobody above sees a record.
CREATE FUNCTION coordination.quarter_counts(court text, from_on date, to_on date)
    RETURNS TABLE (any_recorded boolean, recorded bigint, leaders bigint, insiders bigint, others bigint)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
    SELECT count(*) > 0, CASE WHEN count(*) >= 5 THEN count(*) END,
        nullif(greatest(count(*) FILTER (WHERE i.kind = 'LEADER'), 4), 4),
        nullif(greatest(count(*) FILTER (WHERE i.kind = 'INSIDER'), 4), 4),
        nullif(greatest(count(*) FILTER (WHERE i.kind = 'OTHER'), 4), 4)
    FROM coordination.intervention i
    WHERE i.court_code = court AND i.recorded_on BETWEEN from_on AND to_on AND i.corrects_id IS NULL
$$;
REVOKE EXECUTE ON FUNCTION coordination.quarter_counts FROM PUBLIC;
GRANT EXECUTE ON FUNCTION coordination.quarter_counts TO docket_reader;

-- 零报告.
CREATE TABLE coordination.zero_report (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    year integer NOT NULL,
    quarter integer NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    filed_by bigint NOT NULL REFERENCES core.staff,
    filed_on date NOT NULL DEFAULT core.today(),
    UNIQUE (court_code, year, quarter)
);
CREATE TRIGGER zero_report_append_only BEFORE UPDATE OR DELETE ON coordination.zero_report
    FOR EACH ROW EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER zero_report_no_truncate BEFORE TRUNCATE ON coordination.zero_report
    FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();

-- Not sealed: a court above may know that there were none.
CREATE FUNCTION coordination.zero_reported_on(court text, of_year integer, of_quarter integer) RETURNS date
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT z.filed_on FROM coordination.zero_report z
    WHERE z.court_code = court AND z.year = of_year AND z.quarter = of_quarter
$$;
REVOKE EXECUTE ON FUNCTION coordination.zero_reported_on FROM PUBLIC;
GRANT EXECUTE ON FUNCTION coordination.zero_reported_on TO docket_reader;

-- 催报: one for a court and a quarter.
CREATE TABLE coordination.intervention_reminder (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    year integer NOT NULL,
    quarter integer NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    reminded_on date NOT NULL DEFAULT core.today(),
    UNIQUE (court_code, year, quarter)
);
CREATE TRIGGER intervention_reminder_append_only BEFORE UPDATE OR DELETE ON coordination.intervention_reminder
    FOR EACH ROW EXECUTE FUNCTION core.refuse_change();
CREATE FUNCTION coordination.is_settled(reminder coordination.intervention_reminder) RETURNS boolean LANGUAGE sql STABLE
    RETURN EXISTS (
        SELECT FROM coordination.zero_report z
        WHERE z.court_code = reminder.court_code AND z.year = reminder.year AND z.quarter = reminder.quarter
    );
GRANT SELECT ON coordination.zero_report, coordination.intervention_reminder TO docket_reader;
SELECT core.show_records('ZeroReport', 'coordination.zero_report');

INSERT INTO core.deadline_rule (key, amount, unit, legal_basis, effective_from) VALUES
    ('coordination.quarterReport', 5, 'WORKING_DAY', '三个规定季度报告、零报告（待法院确认）', '2017-01-01');
