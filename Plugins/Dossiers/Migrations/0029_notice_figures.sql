-- Figures of risk notices and consultations, which the caller's own assignments do not bound. Of the caller's own court they count
-- the period; of others whole quarters within it that have five or more, so that no choice of days points at a few.

-- 风险提示按时签收率: of issued notices whose day of acknowledgement has come, or that were acknowledged before.
CREATE FUNCTION dossiers.metric_risk_notice_ack(courts text[], from_on date, to_on date)
    RETURNS TABLE (court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH due AS (
        SELECT n.court_code, n.id, n.version, n.ack_due_on AS day, date_trunc('quarter', n.ack_due_on)::date AS quarter,
            n.court_code IS NOT DISTINCT FROM (SELECT s.court_code FROM core.staff s WHERE s.id = core.staff_id()) AS own,
            coalesce(n.acknowledged_on <= n.ack_due_on, false) AS done
        FROM dossiers.risk_notice n
        WHERE n.court_code = ANY (courts) AND n.court_code = ANY ((SELECT core.readable_courts())::text[])
            AND (NOT n.sealed OR (SELECT core.may_read_sealed()))
            AND (n.acknowledged_on IS NOT NULL OR n.ack_due_on < core.today() AND n.state <> 'WITHDRAWN')
    ), parts AS (
        SELECT d.*, count(*) OVER (PARTITION BY d.court_code, d.quarter) AS size FROM due d
    )
    SELECT p.court_code, count(*) FILTER (WHERE p.done), count(*),
        sha256(convert_to(string_agg(p.id || ':' || p.version, ',' ORDER BY p.id), 'UTF8'))
    FROM parts p
    WHERE CASE WHEN p.own THEN p.day BETWEEN from_on AND to_on
        ELSE p.size >= 5 AND p.quarter >= from_on AND p.quarter + interval '3 months' <= to_on + interval '1 day' END
    GROUP BY p.court_code
$$;

-- 原审沟通覆盖率: of the steps for which a consultation was asked for, those that were recorded or waived.
CREATE FUNCTION dossiers.metric_consultation_coverage(courts text[], from_on date, to_on date)
    RETURNS TABLE (court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH asked AS (
        SELECT c.court_code, c.id, c.version, c.requested_on AS day, date_trunc('quarter', c.requested_on)::date AS quarter,
            c.court_code IS NOT DISTINCT FROM (SELECT s.court_code FROM core.staff s WHERE s.id = core.staff_id()) AS own,
            c.state IN ('RECORDED', 'WAIVED') AS done
        FROM dossiers.consultation c
        WHERE c.court_code = ANY (courts) AND c.court_code = ANY ((SELECT core.readable_courts())::text[])
            AND (NOT c.sealed OR (SELECT core.may_read_sealed()))
    ), parts AS (
        SELECT a.*, count(*) OVER (PARTITION BY a.court_code, a.quarter) AS size FROM asked a
    )
    SELECT p.court_code, count(*) FILTER (WHERE p.done), count(*),
        sha256(convert_to(string_agg(p.id || ':' || p.version, ',' ORDER BY p.id), 'UTF8'))
    FROM parts p
    WHERE CASE WHEN p.own THEN p.day BETWEEN from_on AND to_on
        ELSE p.size >= 5 AND p.quarter >= from_on AND p.quarter + interval '3 months' <= to_on + interval '1 day' END
    GROUP BY p.court_code
$$;
REVOKE EXECUTE ON FUNCTION dossiers.metric_risk_notice_ack, dossiers.metric_consultation_coverage FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dossiers.metric_risk_notice_ack, dossiers.metric_consultation_coverage TO docket_reader;
