-- What is computed from a letter's row: inlinable, so that a filter or a selection costs no call.
CREATE FUNCTION letters.overdue(letters.letter) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN $1.due_on < core.today() AND $1.replied_on IS NULL
        AND $1.state NOT IN ('DUPLICATE', 'RETURNED_TO_SENDER', 'TRANSFERRED', 'VOIDED', 'PAUSED', 'CLOSED', 'BOUND', 'ARCHIVED');
CREATE FUNCTION letters.days_left(letters.letter) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN $1.replied_on IS NULL THEN $1.due_on - core.today() END;
CREATE FUNCTION letters.on_time(letters.letter) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN $1.replied_on IS NOT NULL THEN $1.replied_on <= $1.due_on WHEN $1.due_on < core.today() THEN false END;
CREATE FUNCTION letters.is_duplicate(letters.letter) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN $1.duplicate_of_id IS NOT NULL;
CREATE FUNCTION letters.has_feedback(letters.letter) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN EXISTS (SELECT FROM letters.feedback f WHERE f.letter_id = $1.id);

-- Row security says again what the plan says: courts, seal, assignment, recusal.
ALTER TABLE letters.letter ENABLE ROW LEVEL SECURITY;
CREATE POLICY letter_read ON letters.letter FOR SELECT TO docket_reader USING (
    court_code = ANY ((SELECT core.readable_courts())::text[])
    AND (NOT sealed OR (SELECT core.may_read_sealed()))
    AND (assignee_id = (SELECT core.staff_id()) OR NOT (SELECT core.sees_only_assigned()))
    AND NOT coalesce((SELECT core.staff_id()) = ANY (accused_staff_ids), false)
);

-- What hangs on a letter is seen with it.
DO $$
DECLARE
    child text;
BEGIN
    FOREACH child IN ARRAY ARRAY[
        'letter_sender', 'letter_case', 'endorsement', 'letter_pause', 'letter_extension', 'review_step', 'reply', 'claim_reply',
        'former_reply', 'letter_decision', 'report_back', 'online_report', 'feedback', 'volume', 'volume_entry', 'letter_transfer',
        'routing_objection'
    ] LOOP
        EXECUTE format('ALTER TABLE letters.%I ENABLE ROW LEVEL SECURITY', child);
        EXECUTE format(
            'CREATE POLICY %I ON letters.%I FOR SELECT TO docket_reader USING ('
            'court_code = ANY ((SELECT core.readable_courts())::text[]) '
            'AND EXISTS (SELECT FROM letters.letter l WHERE l.id = letter_id))',
            child || '_read', child
        );
    END LOOP;
END
$$;
ALTER TABLE letters.transfer_batch ENABLE ROW LEVEL SECURITY;
CREATE POLICY transfer_batch_read ON letters.transfer_batch FOR SELECT TO docket_reader
    USING (court_code = ANY ((SELECT core.readable_courts())::text[]));

-- Counts of a batch, whatever the seal of its items; no column of a letter shows through.
CREATE VIEW letters.batch_reconciliation AS
    SELECT b.id, b.batch_no, b.court_code, b.declared_count AS declared,
        count(l.id)::integer AS items,
        count(l.id) FILTER (WHERE l.duplicate_of_id IS NULL)::integer AS cases,
        count(l.duplicate_of_id)::integer AS duplicates,
        greatest(b.declared_count - count(l.id), 0)::integer AS missing,
        b.declared_count = count(l.id) AS reconciled
    FROM letters.transfer_batch b
    LEFT JOIN letters.letter l ON l.transfer_batch_id = b.id AND l.state <> 'VOIDED'
    WHERE b.court_code = ANY ((SELECT core.readable_courts())::text[])
    GROUP BY b.id;

-- Suggestions: earlier letters of the court with the same person and case, or nearly the same text.
-- Compares keyed hashes, which the reading role may not see, and answers only whether they are equal.
CREATE FUNCTION letters.duplicate_reasons(a bigint, b bigint, similar_text boolean) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    RETURN array_remove(ARRAY[
        CASE WHEN EXISTS (
            SELECT FROM letters.letter_sender x JOIN letters.letter_sender y USING (id_number_hash)
            WHERE x.letter_id = a AND y.letter_id = b) THEN 'SAME_ID_NUMBER' END,
        CASE WHEN EXISTS (
            SELECT FROM letters.letter_sender x JOIN letters.letter_sender y USING (mobile_hash)
            WHERE x.letter_id = a AND y.letter_id = b) THEN 'SAME_MOBILE' END,
        CASE WHEN EXISTS (
            SELECT FROM letters.letter_case x JOIN letters.letter_case y USING (case_no)
            WHERE x.letter_id = a AND y.letter_id = b) THEN 'SAME_CASE' END,
        CASE WHEN similar_text THEN 'SIMILAR_TEXT' END
    ], NULL);

CREATE VIEW letters.duplicate_candidate WITH (security_invoker = true) AS
    SELECT l.id AS letter_id, c.id AS candidate_id, l.court_code, l.sealed OR c.sealed AS sealed, l.assignee_id,
        l.accused_staff_ids || c.accused_staff_ids AS accused_staff_ids, r.reasons, s.text_similarity
    FROM letters.letter l
    JOIN letters.letter c ON c.court_code = l.court_code AND c.id <> l.id AND c.duplicate_of_id IS NULL
        AND (c.received_on, c.id) < (l.received_on, l.id) AND c.state <> 'VOIDED'
    CROSS JOIN LATERAL (
        SELECT public.similarity(c.subject || c.abstract, l.subject || l.abstract)::double precision AS text_similarity
    ) s
    CROSS JOIN LATERAL (SELECT letters.duplicate_reasons(l.id, c.id, s.text_similarity >= 0.6) AS reasons) r
    WHERE (ARRAY['SAME_ID_NUMBER', 'SAME_MOBILE'] && r.reasons) OR (ARRAY['SAME_CASE', 'SIMILAR_TEXT'] <@ r.reasons);

-- Whose review a letter awaits: the post that its level names, in its court.
CREATE VIEW letters.review_inbox WITH (security_invoker = true) AS
    SELECT l.id AS letter_id, l.court_code, l.sealed, l.accused_staff_ids, l.review_level AS level, l.review_round AS round, l.due_on
    FROM letters.letter l
    JOIN core.staff me ON me.id = core.staff_id() AND me.court_code = l.court_code AND l.review_level = ANY (me.roles)
    WHERE l.state = 'IN_REVIEW' AND l.assignee_id <> me.id
        AND NOT EXISTS (
            SELECT FROM letters.review_step s WHERE s.letter_id = l.id AND s.round = l.review_round AND s.reviewer_id = me.id
        );

CREATE VIEW letters.letter_calendar WITH (security_invoker = true) AS
    SELECT court_code, due_on, count(*)::integer AS due, (count(*) FILTER (WHERE replied_on IS NULL))::integer AS open
    FROM letters.letter
    WHERE state NOT IN ('DUPLICATE', 'RETURNED_TO_SENDER', 'TRANSFERRED', 'VOIDED') AND duplicate_of_id IS NULL
    GROUP BY court_code, due_on;

CREATE TYPE letters.report_row AS (
    group_key text, items integer, cases integer, replied integer, replied_on_time integer, overdue integer,
    on_time_rate double precision, case_closing_rate double precision, item_closing_rate double precision,
    online_closing_rate double precision, average_working_days double precision, returned_in_review_rate double precision,
    satisfaction_rate double precision, participation_rate double precision, like_rate double precision
);

-- Indicators of domain terms: every rate is null when its denominator is 0.
CREATE FUNCTION letters.report("from" date, "to" date, court text, "groupBy" text) RETURNS SETOF letters.report_row
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH letter AS (
        SELECT CASE "groupBy"
                WHEN 'COURT' THEN l.court_code WHEN 'SOURCE' THEN l.source WHEN 'CATEGORY' THEN l.category
                ELSE coalesce((SELECT d.court_code || ' ' || d.name FROM core.staff s JOIN core.department d ON d.id = s.department_id
                    WHERE s.id = l.assignee_id), '')
            END AS group_key,
            l.duplicate_of_id IS NULL AS is_case, l.replied_on, l.due_on, l.received_on, l.court_code,
            letters.overdue(l) AS is_overdue,
            l.state IN ('CLOSED', 'BOUND', 'ARCHIVED') AS is_closed,
            EXISTS (SELECT FROM letters.online_report o WHERE o.letter_id = l.id AND o.result = 'ACCEPTED') AS is_reported,
            l.transfer_batch_id IS NOT NULL OR l.from_org IS NOT NULL AS is_transferred,
            (SELECT count(*) FROM letters.review_step r WHERE r.letter_id = l.id) AS reviews,
            (SELECT count(*) FROM letters.review_step r WHERE r.letter_id = l.id AND r.decision = 'RETURNED') AS returns,
            f.rated, f.satisfied, f.liked
        FROM letters.letter l
        CROSS JOIN LATERAL (
            SELECT count(*) > 0 AS rated, bool_or(rating <> 'DISSATISFIED') AS satisfied, bool_or(liked) AS liked
            FROM letters.feedback WHERE letter_id = l.id
        ) f
        WHERE l.received_on BETWEEN "from" AND "to" AND l.state <> 'VOIDED'
            AND l.court_code = ANY ((SELECT core.readable_courts())::text[])
            AND (court IS NULL OR l.court_code = court)
    )
    SELECT group_key, count(*)::integer, (count(*) FILTER (WHERE is_case))::integer,
        (count(*) FILTER (WHERE is_case AND replied_on IS NOT NULL))::integer,
        (count(*) FILTER (WHERE is_case AND replied_on <= due_on))::integer,
        (count(*) FILTER (WHERE is_case AND is_overdue))::integer,
        (count(*) FILTER (WHERE is_case AND replied_on <= due_on))::double precision
            / nullif(count(*) FILTER (WHERE is_case AND (replied_on IS NOT NULL OR is_overdue)), 0),
        (count(*) FILTER (WHERE is_case AND is_closed))::double precision / nullif(count(*) FILTER (WHERE is_case), 0),
        (count(*) FILTER (WHERE is_closed))::double precision / nullif(count(*), 0),
        (count(*) FILTER (WHERE is_transferred AND is_case AND is_reported))::double precision
            / nullif(count(*) FILTER (WHERE is_transferred AND is_case), 0),
        avg(core.working_days(received_on, replied_on)) FILTER (WHERE is_case AND replied_on IS NOT NULL),
        sum(returns)::double precision / nullif(sum(reviews), 0),
        (count(*) FILTER (WHERE satisfied))::double precision / nullif(count(*) FILTER (WHERE rated), 0),
        (count(*) FILTER (WHERE rated))::double precision / nullif(count(*) FILTER (WHERE is_case AND replied_on IS NOT NULL), 0),
        (count(*) FILTER (WHERE liked))::double precision / nullif(count(*) FILTER (WHERE is_case AND replied_on IS NOT NULL), 0)
    FROM letter
    GROUP BY group_key
    -- Small cells stay inside the court that owns them.
    HAVING count(*) >= 5 OR bool_and(court_code = (SELECT s.court_code FROM core.staff s WHERE s.id = core.staff_id()))
$$;
REVOKE EXECUTE ON FUNCTION letters.report FROM PUBLIC;
GRANT EXECUTE ON FUNCTION letters.report TO docket_reader;
REVOKE EXECUTE ON FUNCTION letters.duplicate_reasons FROM PUBLIC;
GRANT EXECUTE ON FUNCTION letters.duplicate_reasons TO docket_reader;

GRANT SELECT ON letters.transfer_batch, letters.letter, letters.letter_case, letters.endorsement, letters.letter_pause,
    letters.letter_extension, letters.review_step, letters.reply, letters.claim_reply, letters.letter_decision, letters.report_back,
    letters.online_report, letters.feedback, letters.volume, letters.volume_entry, letters.letter_transfer, letters.routing_objection,
    letters.letter_template, letters.batch_reconciliation, letters.duplicate_candidate, letters.review_inbox,
    letters.letter_calendar TO docket_reader;
GRANT SELECT (id, letter_id, court_code, text, remedies_told, author_id, signed_by, sent_on, method)
    ON letters.former_reply TO docket_reader;
-- Never the cipher, never the hash.
GRANT SELECT (id, letter_id, court_code, seq, name_masked, id_number_masked, mobile_masked, address_masked, region_code)
    ON letters.letter_sender TO docket_reader;

-- Defaults of the domain analysis, unconfirmed until a court has confirmed them.
INSERT INTO core.deadline_rule (key, amount, unit, max_extension, approver_role, legal_basis, effective_from) VALUES
    ('letters.forward', 1, 'WORKING_DAY', NULL, NULL, '内部规定（待法院确认）', '2017-01-01'),
    ('letters.PRESIDENT', 30, 'CALENDAR_DAY', 30, 'DIVISION_HEAD', '院长来信办理规定（待法院确认）', '2017-01-01'),
    ('letters.ORDINARY', 60, 'CALENDAR_DAY', 30, 'DIVISION_HEAD', '《信访工作条例》第三十四条（待法院确认）', '2017-01-01'),
    ('letters.OTHER', 60, 'CALENDAR_DAY', 30, 'DIVISION_HEAD', '《信访工作条例》第三十四条（待法院确认）', '2017-01-01'),
    ('letters.CENTRAL_INSPECTION', NULL, 'CALENDAR_DAY', 30, 'DIVISION_HEAD', '转办单位确定', '2017-01-01'),
    ('letters.CONGRESS_DEPUTY', NULL, 'CALENDAR_DAY', 30, 'DIVISION_HEAD', '交办单位确定', '2017-01-01'),
    ('letters.SUPERIOR_COURT', NULL, 'CALENDAR_DAY', 30, 'DIVISION_HEAD', '交办单位确定', '2017-01-01'),
    ('letters.PARTY_POLITICAL_LEGAL', NULL, 'CALENDAR_DAY', 30, 'DIVISION_HEAD', '交办单位确定', '2017-01-01'),
    ('letters.objection', 5, 'WORKING_DAY', NULL, NULL, '《信访工作条例》第二十三条', '2017-01-01'),
    ('letters.pause', 60, 'CALENDAR_DAY', NULL, 'DIVISION_HEAD', '内部规定（待法院确认）', '2017-01-01');

INSERT INTO letters.letter_template (key, kind, title, text) VALUES
    ('acceptance', 'ACCEPTANCE_NOTICE', '受理告知书', '您于{receivedOn}的来信（{letterNo}）已登记，我院将于{dueOn}前答复。'),
    ('reply', 'REPLY', '答复意见书', '您的来信（{letterNo}）收悉。经审查，现就您反映的事项逐项答复如下：'),
    ('extension', 'EXTENSION_NOTICE', '延期告知书', '您的来信（{letterNo}）因{reason}延期{days}日办理，至{dueOn}。'),
    ('transfer', 'TRANSFER_NOTICE', '转送告知书', '您的来信（{letterNo}）已转送{toOrg}处理。');
