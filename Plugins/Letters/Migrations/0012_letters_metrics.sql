-- Whoever sees a letter sees what is on record of it.
SELECT core.show_records('Letter', 'letters.letter');

-- The letters that an indicator counts, as letters.report does by court: of the caller's own court every one that the caller
-- may know of, of others the parts that cannot point at a few (letters.report_parts).
CREATE FUNCTION letters.metric_letters(courts text[], from_on date, to_on date) RETURNS SETOF letters.letter
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH own AS MATERIALIZED (
        SELECT (SELECT s.court_code FROM core.staff s WHERE s.id = core.staff_id()) AS court_code
    ), counted AS (
        SELECT l
        FROM letters.letter l
        WHERE l.received_on BETWEEN from_on AND to_on AND l.state <> 'VOIDED'
            AND l.court_code = ANY (courts) AND l.court_code = ANY ((SELECT core.readable_courts())::text[])
            AND (NOT l.sealed OR (SELECT core.may_read_sealed()))
            AND NOT coalesce(l.accused_staff_ids && (SELECT core.recused_from())::bigint[], false)
    )
    SELECT (c.l).* FROM counted c WHERE (c.l).court_code = (SELECT o.court_code FROM own o)
    UNION ALL
    SELECT (c.l).*
    FROM counted c
    JOIN letters.report_parts('COURT', (SELECT o.court_code FROM own o)) p ON p.court_code = (c.l).court_code
        AND (c.l).received_on >= p.first_month AND (c.l).received_on < p.last_month + interval '1 month'
    WHERE p.first_month >= from_on AND p.last_month + interval '1 month' <= to_on + interval '1 day'
$$;
REVOKE EXECUTE ON FUNCTION letters.metric_letters FROM PUBLIC;

-- 按期答复率. Duplicates are answered with their first letter and are not counted.
CREATE FUNCTION letters.metric_on_time(courts text[], from_on date, to_on date)
    RETURNS TABLE (court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT l.court_code, count(*) FILTER (WHERE l.replied_on <= l.due_on), count(*),
        sha256(convert_to(string_agg(l.id || ':' || l.version, ',' ORDER BY l.id), 'UTF8'))
    FROM letters.metric_letters(courts, from_on, to_on) l
    WHERE l.duplicate_of_id IS NULL AND (l.replied_on IS NOT NULL OR letters.overdue(l))
    GROUP BY l.court_code
$$;

-- 满意率, of the ratings of the reply in force.
CREATE FUNCTION letters.metric_satisfaction(courts text[], from_on date, to_on date)
    RETURNS TABLE (court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT l.court_code, count(*) FILTER (WHERE f.satisfied), count(*),
        sha256(convert_to(string_agg(l.id || ':' || l.version, ',' ORDER BY l.id), 'UTF8'))
    FROM letters.metric_letters(courts, from_on, to_on) l
    CROSS JOIN LATERAL (
        SELECT bool_or(b.rating <> 'DISSATISFIED') AS satisfied
        FROM letters.feedback b JOIN letters.reply r ON r.letter_id = b.letter_id AND r.sent_on = b.reply_sent_on
        WHERE b.letter_id = l.id
        HAVING count(*) > 0
    ) f
    WHERE l.duplicate_of_id IS NULL AND l.replied_on IS NOT NULL
    GROUP BY l.court_code
$$;
REVOKE EXECUTE ON FUNCTION letters.metric_on_time, letters.metric_satisfaction FROM PUBLIC;
GRANT EXECUTE ON FUNCTION letters.metric_on_time, letters.metric_satisfaction TO docket_reader;
