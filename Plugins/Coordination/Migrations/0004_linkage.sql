-- Linkage events (重大信访事件联动).
CREATE TABLE coordination.linkage_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    event_no text NOT NULL UNIQUE,
    severity text NOT NULL CHECK (severity IN ('ORDINARY', 'MAJOR', 'URGENT')),
    direction text NOT NULL CHECK (direction IN ('INTERNAL', 'EXTERNAL')),
    title text NOT NULL,
    summary text NOT NULL,
    occurred_on date NOT NULL,
    report_due_on date,
    is_report_overdue boolean NOT NULL DEFAULT false,
    late_reason text,
    raise_reason text,
    -- The courts above to which it was reported; each sees it from then on.
    intermediate_court_code text REFERENCES core.court,
    high_court_code text REFERENCES core.court,
    supreme_court_code text REFERENCES core.court,
    handling text,
    closed_on date,
    registered_by bigint NOT NULL REFERENCES core.staff,
    state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'HANDLED', 'CLOSED')),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((severity = 'ORDINARY') = (report_due_on IS NULL))
);
CREATE INDEX linkage_event_court ON coordination.linkage_event (court_code, occurred_on);
CREATE INDEX linkage_event_intermediate ON coordination.linkage_event (intermediate_court_code, occurred_on);
CREATE INDEX linkage_event_high ON coordination.linkage_event (high_court_code, occurred_on);
CREATE INDEX linkage_event_supreme ON coordination.linkage_event (supreme_court_code, occurred_on);
CREATE INDEX linkage_event_occurred ON coordination.linkage_event (occurred_on, id);
CREATE INDEX linkage_event_severity ON coordination.linkage_event (severity, occurred_on);
CREATE INDEX linkage_event_state ON coordination.linkage_event (state, occurred_on);

CREATE TABLE coordination.linkage_participant (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    linkage_event_id bigint NOT NULL REFERENCES coordination.linkage_event,
    court_code text NOT NULL REFERENCES core.court,
    organization_id bigint REFERENCES core.organization,
    department_id bigint REFERENCES core.department,
    member_court_code text REFERENCES core.court,
    role text NOT NULL CHECK (role IN ('LEAD', 'SUPPORT', 'INFORMED')),
    informed_on date,
    CHECK (num_nonnulls(organization_id, department_id, member_court_code) = 1),
    UNIQUE NULLS NOT DISTINCT (linkage_event_id, organization_id, department_id, member_court_code)
);
CREATE INDEX linkage_participant_event ON coordination.linkage_participant (linkage_event_id, id);

-- The day from which bodies of these kinds have known of an event; NULL while none has been told.
CREATE FUNCTION coordination.told_on(event bigint, kinds text[]) RETURNS date LANGUAGE sql STABLE
    RETURN (
        SELECT min(p.informed_on) FROM coordination.linkage_participant p JOIN core.organization o ON o.id = p.organization_id
        WHERE p.linkage_event_id = event AND o.kind = ANY (kinds)
    );
GRANT SELECT ON coordination.linkage_event, coordination.linkage_participant TO docket_reader;
SELECT core.show_records('LinkageEvent', 'coordination.linkage_event');

INSERT INTO core.deadline_rule (key, amount, unit, legal_basis, effective_from) VALUES
    ('linkage.report', 1, 'WORKING_DAY', '《信访工作条例》第二十五条（及时报告，期限待法院确认）', '2017-01-01');
