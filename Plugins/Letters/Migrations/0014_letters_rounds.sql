-- Every round is kept: reports to the platform, endorsements, drafts. The tables of before hold what is in force.
CREATE TABLE letters.online_submission (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    letter_id bigint NOT NULL REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    platform text NOT NULL,
    submitted_at timestamptz NOT NULL,
    submitted_by bigint REFERENCES core.staff,
    external_ref text NOT NULL,
    result text NOT NULL CHECK (result IN ('PENDING', 'ACCEPTED', 'RETURNED')),
    result_on date,
    return_reason text
);
CREATE INDEX online_submission_letter ON letters.online_submission (letter_id);
INSERT INTO letters.online_submission (letter_id, court_code, platform, submitted_at, external_ref, result, return_reason)
SELECT letter_id, court_code, platform, submitted_at, external_ref, result, return_reason FROM letters.online_report;

CREATE TABLE letters.endorsement_record (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    letter_id bigint NOT NULL REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    by_id bigint NOT NULL REFERENCES core.staff,
    at timestamptz NOT NULL,
    kind text NOT NULL CHECK (kind IN ('FORWARD_FOR_HANDLING', 'REQUEST_REPORT', 'NOTE')),
    text text
);
CREATE INDEX endorsement_record_letter ON letters.endorsement_record (letter_id);
INSERT INTO letters.endorsement_record (letter_id, court_code, by_id, at, kind, text)
SELECT letter_id, court_code, by_id, at, kind, text FROM letters.endorsement;

CREATE TABLE letters.reply_draft (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    letter_id bigint NOT NULL REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    round integer NOT NULL,
    text text NOT NULL,
    remedies_told text NOT NULL,
    author_id bigint NOT NULL REFERENCES core.staff,
    at timestamptz NOT NULL
);
CREATE INDEX reply_draft_letter ON letters.reply_draft (letter_id);

-- When the receiving body's report is due; without it a transferred letter then ends with the reason.
ALTER TABLE letters.letter_transfer
    ADD COLUMN report_due_on date,
    ADD COLUMN no_report_reason text;

-- A pause ends by itself; an extension can be taken back before it begins to count.
ALTER TABLE letters.letter_pause ADD COLUMN planned_end_on date CHECK (planned_end_on > from_on);
ALTER TABLE letters.letter_extension
    ADD COLUMN due_before date,
    ADD COLUMN extended_on date,
    ADD COLUMN withdrawn_on date,
    ADD COLUMN withdrawn_reason text,
    ADD CHECK ((withdrawn_on IS NULL) = (withdrawn_reason IS NULL));

UPDATE letters.letter_extension SET extended_on = (at AT TIME ZONE 'Asia/Shanghai')::date;

-- What was reminded of, once for each due date: half of the period, three days before its end, and that it has passed.
CREATE TABLE letters.letter_reminder (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    letter_id bigint NOT NULL REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    kind text NOT NULL CHECK (kind IN ('HALF', 'SOON', 'OVERDUE')),
    due_on date NOT NULL,
    sent_on date NOT NULL,
    UNIQUE (letter_id, kind, due_on)
);

GRANT SELECT ON letters.online_submission, letters.endorsement_record, letters.reply_draft, letters.letter_reminder
    TO docket_reader;

INSERT INTO core.deadline_rule (key, amount, unit, legal_basis, effective_from) VALUES
    ('letters.rating', 30, 'CALENDAR_DAY', '内部规定（待法院确认）', '2017-01-01'),
    ('letters.receiverReport', 60, 'CALENDAR_DAY', '内部规定（待法院确认）', '2017-01-01')
ON CONFLICT DO NOTHING;
UPDATE letters.letter_transfer t SET report_due_on = t.transferred_on + 60 WHERE t.reported_on IS NULL;

-- The reminders that fall due on a day that courts work on: those of days off before the next such day come with it. What has
-- been sent for this due date is not sent again.
CREATE FUNCTION letters.due_reminders(on_day date) RETURNS TABLE (letter_id bigint, court_code text, sealed boolean, state text,
    kind text, due_on date) LANGUAGE sql STABLE AS $$
    WITH upto AS (
        SELECT coalesce(min(d::date), on_day + 1) - 1 AS last
        FROM generate_series(on_day + 1, on_day + 20, interval '1 day') AS d
        WHERE core.working_days(on_day, d::date) > 0
    ), reminder AS (
        SELECT l.id, l.court_code, l.sealed, l.state, l.due_on,
            CASE WHEN l.due_on < on_day THEN 'OVERDUE'
                WHEN l.due_on - 3 <= upto.last THEN 'SOON'
                WHEN l.received_on + (l.due_on - l.received_on) / 2 <= upto.last THEN 'HALF' END AS kind
        FROM letters.letter l CROSS JOIN upto
        WHERE l.state IN ('REGISTERED', 'CLASSIFIED', 'OBJECTED', 'ASSIGNED', 'HANDLING', 'IN_REVIEW', 'APPROVED')
            AND l.replied_on IS NULL
    )
    SELECT r.id, r.court_code, r.sealed, r.state, r.kind, r.due_on FROM reminder r
    WHERE r.kind IS NOT NULL AND NOT EXISTS (
        SELECT FROM letters.letter_reminder s WHERE s.letter_id = r.id AND s.kind = r.kind AND s.due_on = r.due_on
    )
    ORDER BY r.id
$$;

