-- The indicators of domain terms that were not there: each counts the letters of letters.metric_letters, as letterReport does.
CREATE FUNCTION letters.metric_case_closing(courts text[], from_on date, to_on date)
    RETURNS TABLE (court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT l.court_code, count(*) FILTER (WHERE l.state IN ('CLOSED', 'BOUND', 'ARCHIVED')), count(*),
        sha256(convert_to(string_agg(l.id || ':' || l.version, ',' ORDER BY l.id), 'UTF8'))
    FROM letters.metric_letters(courts, from_on, to_on) l WHERE l.duplicate_of_id IS NULL GROUP BY l.court_code
$$;
CREATE FUNCTION letters.metric_item_closing(courts text[], from_on date, to_on date)
    RETURNS TABLE (court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT l.court_code, count(*) FILTER (WHERE l.state IN ('CLOSED', 'BOUND', 'ARCHIVED')), count(*),
        sha256(convert_to(string_agg(l.id || ':' || l.version, ',' ORDER BY l.id), 'UTF8'))
    FROM letters.metric_letters(courts, from_on, to_on) l GROUP BY l.court_code
$$;
-- 网上报结率, of letters that another body has transferred: by matter, and by item with duplicates.
CREATE FUNCTION letters.metric_online_closing(courts text[], from_on date, to_on date)
    RETURNS TABLE (court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT l.court_code, count(*) FILTER (WHERE EXISTS (
            SELECT FROM letters.online_report o WHERE o.letter_id = l.id AND o.result = 'ACCEPTED')), count(*),
        sha256(convert_to(string_agg(l.id || ':' || l.version, ',' ORDER BY l.id), 'UTF8'))
    FROM letters.metric_letters(courts, from_on, to_on) l
    WHERE l.duplicate_of_id IS NULL AND (l.transfer_batch_id IS NOT NULL OR l.from_org IS NOT NULL) GROUP BY l.court_code
$$;
CREATE FUNCTION letters.metric_item_online_closing(courts text[], from_on date, to_on date)
    RETURNS TABLE (court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT l.court_code, count(*) FILTER (WHERE EXISTS (
            SELECT FROM letters.online_report o WHERE o.letter_id = l.id AND o.result = 'ACCEPTED')), count(*),
        sha256(convert_to(string_agg(l.id || ':' || l.version, ',' ORDER BY l.id), 'UTF8'))
    FROM letters.metric_letters(courts, from_on, to_on) l
    WHERE l.transfer_batch_id IS NOT NULL OR l.from_org IS NOT NULL GROUP BY l.court_code
$$;
-- 平均办理工作日: from receipt to the reply.
CREATE FUNCTION letters.metric_working_days(courts text[], from_on date, to_on date)
    RETURNS TABLE (court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT l.court_code, sum(core.working_days(l.received_on, l.replied_on)), count(*),
        sha256(convert_to(string_agg(l.id || ':' || l.version, ',' ORDER BY l.id), 'UTF8'))
    FROM letters.metric_letters(courts, from_on, to_on) l
    WHERE l.duplicate_of_id IS NULL AND l.replied_on IS NOT NULL GROUP BY l.court_code
$$;
-- 审核退回率: of the decisions of all levels and rounds.
CREATE FUNCTION letters.metric_returned_in_review(courts text[], from_on date, to_on date)
    RETURNS TABLE (court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT l.court_code, count(*) FILTER (WHERE s.decision = 'RETURNED'), count(*),
        sha256(convert_to(string_agg(s.id || ':' || l.version, ',' ORDER BY s.id), 'UTF8'))
    FROM letters.metric_letters(courts, from_on, to_on) l JOIN letters.review_step s ON s.letter_id = l.id
    GROUP BY l.court_code
$$;
-- 参评率 and 点赞率, of replied letters, by the ratings of the reply in force.
CREATE FUNCTION letters.metric_participation(courts text[], from_on date, to_on date)
    RETURNS TABLE (court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT l.court_code, count(*) FILTER (WHERE EXISTS (
            SELECT FROM letters.feedback b JOIN letters.reply r ON r.letter_id = b.letter_id AND r.sent_on = b.reply_sent_on
            WHERE b.letter_id = l.id)), count(*),
        sha256(convert_to(string_agg(l.id || ':' || l.version, ',' ORDER BY l.id), 'UTF8'))
    FROM letters.metric_letters(courts, from_on, to_on) l
    WHERE l.duplicate_of_id IS NULL AND l.replied_on IS NOT NULL GROUP BY l.court_code
$$;
CREATE FUNCTION letters.metric_like(courts text[], from_on date, to_on date)
    RETURNS TABLE (court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT l.court_code, count(*) FILTER (WHERE EXISTS (
            SELECT FROM letters.feedback b JOIN letters.reply r ON r.letter_id = b.letter_id AND r.sent_on = b.reply_sent_on
            WHERE b.letter_id = l.id AND b.liked)), count(*),
        sha256(convert_to(string_agg(l.id || ':' || l.version, ',' ORDER BY l.id), 'UTF8'))
    FROM letters.metric_letters(courts, from_on, to_on) l
    WHERE l.duplicate_of_id IS NULL AND l.replied_on IS NOT NULL GROUP BY l.court_code
$$;
REVOKE EXECUTE ON FUNCTION letters.metric_case_closing, letters.metric_item_closing, letters.metric_online_closing,
    letters.metric_item_online_closing, letters.metric_working_days, letters.metric_returned_in_review,
    letters.metric_participation, letters.metric_like FROM PUBLIC;
GRANT EXECUTE ON FUNCTION letters.metric_case_closing, letters.metric_item_closing, letters.metric_online_closing,
    letters.metric_item_online_closing, letters.metric_working_days, letters.metric_returned_in_review,
    letters.metric_participation, letters.metric_like TO docket_reader;
