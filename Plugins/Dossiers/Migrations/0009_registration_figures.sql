-- Figures of registrations, and samples for the rate of missed reports.

-- The group of a registration in a count. What a person did is no group: venue is counted here and nowhere shown.
CREATE FUNCTION dossiers.registration_group(r dossiers.registration, "groupBy" text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE "groupBy"
        WHEN 'COURT' THEN r.court_code WHEN 'CHANNEL' THEN r.channel WHEN 'VENUE' THEN r.venue
        WHEN 'CATEGORY' THEN coalesce(r.category, '') ELSE r.state
    END
$$;

-- The parts of other courts' registrations that may be counted, as with letters (letters.report_parts): whole calendar months
-- that have ended, taken together until they have five, and in each the groups of five and more. Nothing here depends on the
-- period that is asked for, so that no two counts differ by fewer than five.
CREATE FUNCTION dossiers.registration_parts("groupBy" text, own_court text)
RETURNS TABLE (court_code text, first_month date, last_month date, group_key text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH RECURSIVE month AS (
        SELECT r.court_code, date_trunc('month', r.received_on)::date AS month, count(*) AS entries,
            row_number() OVER (PARTITION BY r.court_code ORDER BY date_trunc('month', r.received_on)::date) AS place
        FROM dossiers.registration r
        WHERE r.state <> 'VOIDED' AND r.court_code = ANY ((SELECT core.readable_courts())::text[])
            AND r.court_code IS DISTINCT FROM own_court AND r.received_on < date_trunc('month', core.today())
            AND (NOT r.sealed OR (SELECT core.may_read_sealed()))
            AND NOT coalesce(r.accused_staff_ids && (SELECT core.recused_from())::bigint[], false)
        GROUP BY 1, 2
    ), taken AS (
        SELECT m.court_code, m.month, m.place, 1 AS part, m.entries FROM month m WHERE m.place = 1
        UNION ALL
        SELECT m.court_code, m.month, m.place, t.part + (t.entries >= 5)::integer,
            CASE WHEN t.entries >= 5 THEN m.entries ELSE t.entries + m.entries END
        FROM taken t JOIN month m ON m.court_code = t.court_code AND m.place = t.place + 1
    ), part AS (
        SELECT t.court_code, min(t.month) AS first_month, max(t.month) AS last_month
        FROM taken t GROUP BY t.court_code, t.part HAVING max(t.entries) >= 5
    ), cell AS (
        SELECT p.court_code, p.first_month, p.last_month, dossiers.registration_group(r, "groupBy") AS group_key, count(*) AS entries
        FROM part p
        JOIN dossiers.registration r ON r.court_code = p.court_code AND r.received_on >= p.first_month
            AND r.received_on < p.last_month + interval '1 month'
        WHERE r.state <> 'VOIDED' AND (NOT r.sealed OR (SELECT core.may_read_sealed()))
            AND NOT coalesce(r.accused_staff_ids && (SELECT core.recused_from())::bigint[], false)
        GROUP BY 1, 2, 3, 4
    ), ranked AS (
        SELECT c.*, coalesce(sum(c.entries) FILTER (WHERE c.entries < 5) OVER (PARTITION BY c.court_code, c.first_month), 0) AS small,
            row_number() OVER (PARTITION BY c.court_code, c.first_month, c.entries >= 5 ORDER BY c.entries, c.group_key) AS place
        FROM cell c
    )
    SELECT court_code, first_month, last_month, group_key FROM ranked
    WHERE entries >= 5 AND NOT (small BETWEEN 1 AND 4 AND place = 1)
$$;

-- The registrations of a period that may be counted: of the caller's own court every one that they may know of, of others the
-- parts above.
CREATE FUNCTION dossiers.counted_registrations(from_on date, to_on date, "groupBy" text)
RETURNS TABLE (entry dossiers.registration, group_key text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH own AS MATERIALIZED (
        SELECT (SELECT s.court_code FROM core.staff s WHERE s.id = core.staff_id()) AS court_code
    ), counted AS (
        SELECT r, dossiers.registration_group(r, "groupBy") AS group_key
        FROM dossiers.registration r
        WHERE r.received_on BETWEEN from_on AND to_on AND r.state <> 'VOIDED'
            AND r.court_code = ANY ((SELECT core.readable_courts())::text[])
            AND (NOT r.sealed OR (SELECT core.may_read_sealed()))
            AND NOT coalesce(r.accused_staff_ids && (SELECT core.recused_from())::bigint[], false)
    )
    SELECT c.r, c.group_key FROM counted c WHERE (c.r).court_code = (SELECT o.court_code FROM own o)
    UNION ALL
    SELECT c.r, c.group_key
    FROM counted c
    JOIN dossiers.registration_parts("groupBy", (SELECT o.court_code FROM own o)) p ON p.court_code = (c.r).court_code
        AND p.group_key = c.group_key AND (c.r).received_on >= p.first_month
        AND (c.r).received_on < p.last_month + interval '1 month'
    WHERE p.first_month >= from_on AND p.last_month + interval '1 month' <= to_on + interval '1 day'
$$;
REVOKE EXECUTE ON FUNCTION dossiers.registration_group, dossiers.registration_parts, dossiers.counted_registrations FROM PUBLIC;

CREATE TYPE dossiers.registration_count AS (
    group_key text, entries integer, person_entries integer, first_contacts integer, people integer
);
CREATE FUNCTION dossiers.registration_counts("from" date, "to" date, court text, "groupBy" text)
RETURNS SETOF dossiers.registration_count
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT c.group_key, count(*)::integer,
        coalesce(sum((SELECT count(*) FROM dossiers.registration_petitioner p WHERE p.registration_id = (c.entry).id)), 0)::integer,
        (count(*) FILTER (WHERE (c.entry).is_first))::integer, least(sum((c.entry).group_size), 2147483647)::integer
    FROM dossiers.counted_registrations("from", "to", "groupBy") c
    WHERE court IS NULL OR (c.entry).court_code = court
    GROUP BY c.group_key
$$;

-- How many required fields apply to an entry, as dossiers.find_missing_fields looks at them.
CREATE FUNCTION dossiers.applicable_fields(r dossiers.registration, has_petitioners boolean) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN 2 * (NOT r.of_letter)::integer + (r.channel IN ('VISIT', 'LEADER_RECEPTION'))::integer
        + 2 * has_petitioners::integer + (NOT r.of_letter AND r.group_size > 5)::integer;

CREATE TYPE dossiers.entry_quality_row AS (
    court_code text, entries integer, person_entries integer, legacy integer, on_time integer, timeliness double precision,
    applicable integer, filled integer, completeness double precision, incomplete integer
);
CREATE FUNCTION dossiers.entry_quality("from" date, "to" date, court text) RETURNS SETOF dossiers.entry_quality_row
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH entry AS (
        SELECT (c.entry).court_code AS court_code, (c.entry).is_legacy AS is_legacy,
            (c.entry).entered_on <= (c.entry).entry_due_on AS is_on_time,
            p.people, dossiers.applicable_fields(c.entry, p.people > 0) AS applicable,
            cardinality((c.entry).missing_fields) AS missing
        FROM dossiers.counted_registrations("from", "to", 'COURT') c
        CROSS JOIN LATERAL (
            SELECT count(*) AS people FROM dossiers.registration_petitioner p WHERE p.registration_id = (c.entry).id
        ) p
        WHERE court IS NULL OR (c.entry).court_code = court
    )
    SELECT e.court_code, count(*)::integer, sum(e.people)::integer, (count(*) FILTER (WHERE e.is_legacy))::integer,
        (count(*) FILTER (WHERE e.is_on_time AND NOT e.is_legacy))::integer,
        (count(*) FILTER (WHERE e.is_on_time AND NOT e.is_legacy))::double precision
            / nullif(count(*) FILTER (WHERE NOT e.is_legacy), 0),
        sum(e.applicable)::integer, sum(e.applicable - e.missing)::integer,
        sum(e.applicable - e.missing)::double precision / nullif(sum(e.applicable), 0),
        (count(*) FILTER (WHERE e.missing > 0))::integer
    FROM entry e GROUP BY e.court_code
$$;
REVOKE EXECUTE ON FUNCTION dossiers.registration_counts, dossiers.entry_quality FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dossiers.registration_counts, dossiers.entry_quality TO docket_reader;

-- Notices that fall due (期限日历).
CREATE VIEW dossiers.registration_calendar WITH (security_invoker = true) AS
    SELECT r.court_code, r.notify_due_on, count(*)::integer AS due,
        (count(*) FILTER (WHERE r.notified_on IS NULL AND r.notify_exempt IS NULL))::integer AS open
    FROM dossiers.registration r
    WHERE r.notify_due_on IS NOT NULL AND r.state NOT IN ('MERGED', 'VOIDED') AND NOT r.sealed
    GROUP BY r.court_code, r.notify_due_on;
GRANT SELECT ON dossiers.registration_calendar TO docket_reader;

-- Indicators, over what may be counted.
CREATE FUNCTION dossiers.metric_registrations(courts text[], from_on date, to_on date) RETURNS SETOF dossiers.registration
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT (c.entry).* FROM dossiers.counted_registrations(from_on, to_on, 'COURT') c WHERE (c.entry).court_code = ANY (courts)
$$;
REVOKE EXECUTE ON FUNCTION dossiers.metric_registrations FROM PUBLIC;

-- 录入及时率.
CREATE FUNCTION dossiers.metric_entry_timeliness(courts text[], from_on date, to_on date)
    RETURNS TABLE (court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT r.court_code, count(*) FILTER (WHERE r.entered_on <= r.entry_due_on), count(*),
        sha256(convert_to(string_agg(r.id || ':' || r.version, ',' ORDER BY r.id), 'UTF8'))
    FROM dossiers.metric_registrations(courts, from_on, to_on) r WHERE NOT r.is_legacy GROUP BY r.court_code
$$;

-- 登记完整率.
CREATE FUNCTION dossiers.metric_completeness(courts text[], from_on date, to_on date)
    RETURNS TABLE (court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT r.court_code, sum(dossiers.applicable_fields(r, p.has_any) - cardinality(r.missing_fields)),
        sum(dossiers.applicable_fields(r, p.has_any)),
        sha256(convert_to(string_agg(r.id || ':' || r.version, ',' ORDER BY r.id), 'UTF8'))
    FROM dossiers.metric_registrations(courts, from_on, to_on) r
    CROSS JOIN LATERAL (
        SELECT EXISTS (SELECT FROM dossiers.registration_petitioner p WHERE p.registration_id = r.id) AS has_any
    ) p
    GROUP BY r.court_code
$$;

-- 按期告知率: what was told, and what should have been.
CREATE FUNCTION dossiers.metric_notice_on_time(courts text[], from_on date, to_on date)
    RETURNS TABLE (court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT r.court_code, count(*) FILTER (WHERE r.notified_on <= r.notify_due_on), count(*),
        sha256(convert_to(string_agg(r.id || ':' || r.version, ',' ORDER BY r.id), 'UTF8'))
    FROM dossiers.metric_registrations(courts, from_on, to_on) r
    WHERE r.notify_due_on IS NOT NULL AND (r.notified_on IS NOT NULL OR dossiers.notice_overdue(r))
    GROUP BY r.court_code
$$;

-- 初信初访办结率.
CREATE FUNCTION dossiers.metric_first_contact_resolved(courts text[], from_on date, to_on date)
    RETURNS TABLE (court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT r.court_code, count(*) FILTER (WHERE r.state = 'CLOSED'), count(*),
        sha256(convert_to(string_agg(r.id || ':' || r.version, ',' ORDER BY r.id), 'UTF8'))
    FROM dossiers.metric_registrations(courts, from_on, to_on) r
    WHERE r.is_first AND r.state <> 'MERGED' GROUP BY r.court_code
$$;

-- A sample of a paper ledger's lines (抽样), drawn by the system and kept, and what was found of each line.
CREATE TABLE dossiers.sample_audit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    ledger text NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL CHECK (to_on >= from_on),
    line_count integer NOT NULL CHECK (line_count > 0),
    size integer NOT NULL CHECK (size BETWEEN 1 AND line_count),
    drawn_by bigint NOT NULL REFERENCES core.staff,
    drawn_at timestamptz NOT NULL
);
CREATE INDEX sample_audit_court ON dossiers.sample_audit (court_code, from_on);
CREATE INDEX sample_audit_from ON dossiers.sample_audit (from_on, id);
CREATE TRIGGER sample_audit_append_only BEFORE UPDATE OR DELETE ON dossiers.sample_audit
    FOR EACH ROW EXECUTE FUNCTION core.refuse_change();

CREATE TABLE dossiers.sample_item (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    sample_audit_id bigint NOT NULL REFERENCES dossiers.sample_audit,
    line_no integer NOT NULL CHECK (line_no > 0),
    state text NOT NULL DEFAULT 'DRAWN' CHECK (state IN ('DRAWN', 'ENTERED', 'MISSED', 'NOT_REQUIRED')),
    registration_id bigint REFERENCES dossiers.registration,
    found_by bigint REFERENCES core.staff,
    found_on date,
    note text,
    version integer NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (sample_audit_id, line_no),
    CHECK (registration_id IS NULL OR state = 'ENTERED')
);
GRANT SELECT ON dossiers.sample_audit, dossiers.sample_item TO docket_reader;

-- 漏报率 of the samples that lie in the period. A sample of another court counts once five of its lines were looked at.
CREATE FUNCTION dossiers.metric_missed_report(courts text[], from_on date, to_on date)
    RETURNS TABLE (court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH own AS MATERIALIZED (
        SELECT (SELECT s.court_code FROM core.staff s WHERE s.id = core.staff_id()) AS court_code
    ), looked AS (
        SELECT a.court_code, a.id, count(*) AS lines, count(*) FILTER (WHERE i.state = 'MISSED') AS missed,
            string_agg(i.id || ':' || i.version, ',' ORDER BY i.id) AS inputs
        FROM dossiers.sample_audit a JOIN dossiers.sample_item i ON i.sample_audit_id = a.id
        WHERE i.state IN ('ENTERED', 'MISSED') AND a.from_on >= $2 AND a.to_on <= $3
            AND a.court_code = ANY ($1) AND a.court_code = ANY ((SELECT core.readable_courts())::text[])
        GROUP BY a.court_code, a.id
    )
    SELECT l.court_code, sum(l.missed), sum(l.lines), sha256(convert_to(string_agg(l.inputs, ',' ORDER BY l.id), 'UTF8'))
    FROM looked l WHERE l.lines >= 5 OR l.court_code = (SELECT o.court_code FROM own o)
    GROUP BY l.court_code
$$;
REVOKE EXECUTE ON FUNCTION dossiers.metric_entry_timeliness, dossiers.metric_completeness, dossiers.metric_notice_on_time,
    dossiers.metric_first_contact_resolved, dossiers.metric_missed_report FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dossiers.metric_entry_timeliness, dossiers.metric_completeness, dossiers.metric_notice_on_time,
    dossiers.metric_first_contact_resolved, dossiers.metric_missed_report TO docket_reader;

-- Rows that were taken over from a file (历史补录), by keyed hash: the same file again changes nothing.
CREATE TABLE dossiers.registration_import (
    court_code text NOT NULL REFERENCES core.court,
    row_hash bytea NOT NULL,
    registration_id bigint NOT NULL REFERENCES dossiers.registration,
    PRIMARY KEY (court_code, row_hash)
);
ALTER TABLE dossiers.registration_import ENABLE ROW LEVEL SECURITY;
