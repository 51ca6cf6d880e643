-- What a letter's life must keep: when its reply was approved, what the receiving body reported, and figures that count each
-- matter once.
ALTER TABLE letters.letter ADD COLUMN approved_on date;
ALTER TABLE letters.letter_transfer
    ADD COLUMN reported_on date CHECK (reported_on >= transferred_on),
    ADD COLUMN report_doc_ref text,
    ADD CHECK ((reported_on IS NULL) = (report_doc_ref IS NULL));

-- Letters approved before, by the last review; a reply that is on record was not sent later than it was.
UPDATE letters.letter l SET approved_on = least((s.at AT TIME ZONE 'Asia/Shanghai')::date, l.replied_on)
FROM (
    SELECT DISTINCT ON (letter_id) letter_id, round, decision, at FROM letters.review_step ORDER BY letter_id, id DESC
) s
WHERE s.letter_id = l.id AND s.round = l.review_round AND s.decision = 'APPROVED'
    AND l.state IN ('APPROVED', 'REPLIED', 'REPORTED', 'CLOSED', 'BOUND', 'ARCHIVED');

-- A letter that was reopened awaits its new reply.
UPDATE letters.letter SET replied_on = NULL
WHERE replied_on IS NOT NULL AND state NOT IN ('REPLIED', 'REPORTED', 'CLOSED', 'BOUND', 'ARCHIVED');

-- What is owed to another body is owed when the letter is due.
UPDATE letters.report_back b SET due_on = l.due_on FROM letters.letter l
WHERE l.id = b.letter_id AND b.due_on <> l.due_on AND b.sent_on IS NULL;

-- An extension is approved by the head of the organ (《信访工作条例》 §34): a vice-president or the president. A court's own
-- row, and a confirmed one, stays as it is.
UPDATE core.deadline_rule SET approver_role = 'VICE_PRESIDENT'
WHERE key LIKE 'letters.%' AND key <> 'letters.pause' AND court_code IS NULL AND max_extension IS NOT NULL
    AND approver_role = 'DIVISION_HEAD' AND NOT confirmed;

CREATE OR REPLACE FUNCTION letters.overdue(letters.letter) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN $1.due_on < core.today() AND $1.replied_on IS NULL
        AND $1.state NOT IN ('DUPLICATE', 'RETURNED_TO_SENDER', 'TRANSFERRED', 'VOIDED', 'PAUSED', 'CLOSED', 'BOUND', 'ARCHIVED');
CREATE OR REPLACE FUNCTION letters.days_left(letters.letter) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN $1.replied_on IS NULL
        AND $1.state NOT IN ('RETURNED_TO_SENDER', 'TRANSFERRED', 'VOIDED', 'CLOSED', 'BOUND', 'ARCHIVED')
        THEN $1.due_on - core.today() END;
CREATE OR REPLACE FUNCTION letters.on_time(letters.letter) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN $1.replied_on IS NOT NULL THEN $1.replied_on <= $1.due_on
        WHEN $1.due_on < core.today() AND $1.state NOT IN (
            'DUPLICATE', 'RETURNED_TO_SENDER', 'TRANSFERRED', 'VOIDED', 'PAUSED', 'CLOSED', 'BOUND', 'ARCHIVED'
        ) THEN false END;

-- A letter that has ended without a reply of its own is no longer open.
CREATE OR REPLACE VIEW letters.letter_calendar WITH (security_invoker = true) AS
    SELECT court_code, due_on, count(*)::integer AS due,
        (count(*) FILTER (WHERE replied_on IS NULL AND state NOT IN ('CLOSED', 'BOUND', 'ARCHIVED')))::integer AS open
    FROM letters.letter
    WHERE state NOT IN ('DUPLICATE', 'RETURNED_TO_SENDER', 'TRANSFERRED', 'VOIDED') AND duplicate_of_id IS NULL
    GROUP BY court_code, due_on;

-- Counts of a batch, whatever the seal of its items; no column of a letter shows through. An item that was registered in
-- error is accounted for by being voided with its reason.
CREATE OR REPLACE VIEW letters.batch_reconciliation AS
    SELECT b.id, b.batch_no, b.court_code, b.declared_count AS declared,
        c.items, c.cases, c.duplicates, greatest(b.declared_count - c.items - c.voided, 0) AS missing,
        b.declared_count = c.items + c.voided AS reconciled, c.voided
    FROM letters.transfer_batch b
    CROSS JOIN LATERAL (
        SELECT (count(*) FILTER (WHERE l.state <> 'VOIDED'))::integer AS items,
            (count(*) FILTER (WHERE l.state <> 'VOIDED' AND l.duplicate_of_id IS NULL))::integer AS cases,
            (count(l.duplicate_of_id) FILTER (WHERE l.state <> 'VOIDED'))::integer AS duplicates,
            (count(*) FILTER (WHERE l.state = 'VOIDED'))::integer AS voided
        FROM letters.letter l WHERE l.transfer_batch_id = b.id
    ) c
    WHERE b.court_code = ANY ((SELECT core.readable_courts())::text[]);

ALTER TYPE letters.report_row ADD ATTRIBUTE item_online_closing_rate double precision;

-- The group of a letter in a report.
CREATE FUNCTION letters.report_group(letter letters.letter, "groupBy" text) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT CASE "groupBy"
        WHEN 'COURT' THEN letter.court_code WHEN 'SOURCE' THEN letter.source WHEN 'CATEGORY' THEN letter.category
        ELSE coalesce((SELECT d.court_code || ' ' || d.name FROM core.staff s JOIN core.department d ON d.id = s.department_id
            WHERE s.id = letter.assignee_id), '')
    END
$$;

-- The parts of other courts' letters that may be counted (domain rule of five): whole calendar months that have ended, taken
-- together in each court until they have five letters; in each part the groups of five letters and more, without the smallest
-- of these where the groups below five have fewer than five together. Nothing here depends on the report's period, so that
-- no two reports differ by fewer than five letters.
CREATE FUNCTION letters.report_parts("groupBy" text, own_court text)
RETURNS TABLE (court_code text, first_month date, last_month date, group_key text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH RECURSIVE month AS (
        SELECT l.court_code, date_trunc('month', l.received_on)::date AS month, count(*) AS letters,
            row_number() OVER (PARTITION BY l.court_code ORDER BY date_trunc('month', l.received_on)::date) AS place
        FROM letters.letter l
        WHERE l.state <> 'VOIDED' AND l.court_code = ANY ((SELECT core.readable_courts())::text[])
            AND l.court_code IS DISTINCT FROM own_court AND l.received_on < date_trunc('month', core.today())
            AND (NOT l.sealed OR (SELECT core.may_read_sealed()))
            AND NOT coalesce(l.accused_staff_ids && (SELECT core.recused_from())::bigint[], false)
        GROUP BY 1, 2
    ), taken AS (
        SELECT m.court_code, m.month, m.place, 1 AS part, m.letters FROM month m WHERE m.place = 1
        UNION ALL
        SELECT m.court_code, m.month, m.place, t.part + (t.letters >= 5)::integer,
            CASE WHEN t.letters >= 5 THEN m.letters ELSE t.letters + m.letters END
        FROM taken t JOIN month m ON m.court_code = t.court_code AND m.place = t.place + 1
    ), part AS (
        SELECT t.court_code, min(t.month) AS first_month, max(t.month) AS last_month
        FROM taken t GROUP BY t.court_code, t.part HAVING max(t.letters) >= 5
    ), cell AS (
        SELECT p.court_code, p.first_month, p.last_month, letters.report_group(l, "groupBy") AS group_key, count(*) AS letters
        FROM part p
        JOIN letters.letter l ON l.court_code = p.court_code AND l.received_on >= p.first_month
            AND l.received_on < p.last_month + interval '1 month'
        WHERE l.state <> 'VOIDED' AND (NOT l.sealed OR (SELECT core.may_read_sealed()))
            AND NOT coalesce(l.accused_staff_ids && (SELECT core.recused_from())::bigint[], false)
        GROUP BY 1, 2, 3, 4
    ), ranked AS (
        SELECT c.*, coalesce(sum(c.letters) FILTER (WHERE c.letters < 5) OVER (PARTITION BY c.court_code, c.first_month), 0) AS small,
            row_number() OVER (PARTITION BY c.court_code, c.first_month, c.letters >= 5 ORDER BY c.letters, c.group_key) AS place
        FROM cell c
    )
    SELECT court_code, first_month, last_month, group_key FROM ranked
    WHERE letters >= 5 AND NOT (small BETWEEN 1 AND 4 AND place = 1)
$$;

-- Indicators of domain terms: every rate is null when its denominator is 0, and what is in a numerator is in its denominator.
CREATE OR REPLACE FUNCTION letters.report("from" date, "to" date, court text, "groupBy" text) RETURNS SETOF letters.report_row
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH own AS MATERIALIZED (
        SELECT (SELECT s.court_code FROM core.staff s WHERE s.id = core.staff_id()) AS court_code
    ), counted AS (
        SELECT l, letters.report_group(l, "groupBy") AS group_key
        FROM letters.letter l
        WHERE l.received_on BETWEEN "from" AND "to" AND l.state <> 'VOIDED'
            AND l.court_code = ANY ((SELECT core.readable_courts())::text[])
            AND (court IS NULL OR l.court_code = court)
            AND (NOT l.sealed OR (SELECT core.may_read_sealed()))
            AND NOT coalesce(l.accused_staff_ids && (SELECT core.recused_from())::bigint[], false)
    ), shown AS (
        SELECT c.l, c.group_key FROM counted c WHERE (c.l).court_code = (SELECT o.court_code FROM own o)
        UNION ALL
        SELECT c.l, c.group_key
        FROM counted c
        JOIN letters.report_parts("groupBy", (SELECT o.court_code FROM own o)) p ON p.court_code = (c.l).court_code
            AND p.group_key = c.group_key AND (c.l).received_on >= p.first_month
            AND (c.l).received_on < p.last_month + interval '1 month'
        WHERE p.first_month >= "from" AND p.last_month + interval '1 month' <= "to" + interval '1 day'
    ), letter AS (
        SELECT s.group_key, (s.l).duplicate_of_id IS NULL AS is_case, (s.l).replied_on, (s.l).due_on, (s.l).received_on,
            (s.l).duplicate_of_id IS NULL AND (s.l).replied_on IS NOT NULL AS is_replied, letters.overdue(s.l) AS is_overdue,
            (s.l).state IN ('CLOSED', 'BOUND', 'ARCHIVED') AS is_closed,
            EXISTS (SELECT FROM letters.online_report o WHERE o.letter_id = (s.l).id AND o.result = 'ACCEPTED') AS is_reported,
            (s.l).transfer_batch_id IS NOT NULL OR (s.l).from_org IS NOT NULL AS is_transferred,
            (SELECT count(*) FROM letters.review_step r WHERE r.letter_id = (s.l).id) AS reviews,
            (SELECT count(*) FROM letters.review_step r WHERE r.letter_id = (s.l).id AND r.decision = 'RETURNED') AS returns,
            f.rated, f.satisfied, f.liked
        FROM shown s
        CROSS JOIN LATERAL (
            SELECT count(*) > 0 AS rated, coalesce(bool_or(b.rating <> 'DISSATISFIED'), false) AS satisfied,
                coalesce(bool_or(b.liked), false) AS liked
            FROM letters.feedback b JOIN letters.reply r ON r.letter_id = b.letter_id AND r.sent_on = b.reply_sent_on
            WHERE b.letter_id = (s.l).id
        ) f
    )
    SELECT group_key, count(*)::integer, (count(*) FILTER (WHERE is_case))::integer,
        (count(*) FILTER (WHERE is_replied))::integer,
        (count(*) FILTER (WHERE is_replied AND replied_on <= due_on))::integer,
        (count(*) FILTER (WHERE is_case AND is_overdue))::integer,
        (count(*) FILTER (WHERE is_replied AND replied_on <= due_on))::double precision
            / nullif(count(*) FILTER (WHERE is_replied OR is_case AND is_overdue), 0),
        (count(*) FILTER (WHERE is_case AND is_closed))::double precision / nullif(count(*) FILTER (WHERE is_case), 0),
        (count(*) FILTER (WHERE is_closed))::double precision / nullif(count(*), 0),
        (count(*) FILTER (WHERE is_transferred AND is_case AND is_reported))::double precision
            / nullif(count(*) FILTER (WHERE is_transferred AND is_case), 0),
        avg(core.working_days(received_on, replied_on)) FILTER (WHERE is_replied),
        sum(returns)::double precision / nullif(sum(reviews), 0),
        (count(*) FILTER (WHERE is_replied AND satisfied))::double precision / nullif(count(*) FILTER (WHERE is_replied AND rated), 0),
        (count(*) FILTER (WHERE is_replied AND rated))::double precision / nullif(count(*) FILTER (WHERE is_replied), 0),
        (count(*) FILTER (WHERE is_replied AND liked))::double precision / nullif(count(*) FILTER (WHERE is_replied), 0),
        (count(*) FILTER (WHERE is_transferred AND is_reported))::double precision
            / nullif(count(*) FILTER (WHERE is_transferred), 0)
    FROM letter
    GROUP BY group_key
$$;
REVOKE EXECUTE ON FUNCTION letters.report_parts, letters.report_group FROM PUBLIC;
