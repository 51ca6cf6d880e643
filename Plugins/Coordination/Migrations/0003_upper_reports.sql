-- Reports to the courts above (上报).
CREATE TABLE coordination.upper_report (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    report_no text NOT NULL UNIQUE,
    kind text NOT NULL CHECK (kind IN ('PERIODIC', 'MATTER')),
    subject text NOT NULL,
    period_from date,
    period_to date,
    matter text,
    summary text NOT NULL,
    to_court_code text NOT NULL REFERENCES core.court,
    -- The same once it has been sent: a draft is its own court's alone.
    receiving_court_code text REFERENCES core.court,
    drafted_by bigint NOT NULL REFERENCES core.staff,
    sent_on date,
    sent_by bigint REFERENCES core.staff,
    received_on date,
    received_by bigint REFERENCES core.staff,
    state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'SENT', 'RECEIVED', 'RETURNED')),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (kind <> 'PERIODIC' OR num_nulls(period_from, period_to) = 0),
    CHECK (kind <> 'MATTER' OR matter IS NOT NULL),
    CHECK ((state = 'DRAFT') = (receiving_court_code IS NULL))
);
CREATE INDEX upper_report_court ON coordination.upper_report (court_code, id);
CREATE INDEX upper_report_to_court ON coordination.upper_report (to_court_code, id);
CREATE INDEX upper_report_receiving_court ON coordination.upper_report (receiving_court_code, id);
CREATE INDEX upper_report_state ON coordination.upper_report (state, id);

CREATE TABLE coordination.upper_report_return (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    upper_report_id bigint NOT NULL REFERENCES coordination.upper_report,
    court_code text NOT NULL REFERENCES core.court,
    reason text NOT NULL,
    returned_by bigint NOT NULL REFERENCES core.staff,
    returned_on date NOT NULL
);
CREATE INDEX upper_report_return_report ON coordination.upper_report_return (upper_report_id, id);
GRANT SELECT ON coordination.upper_report, coordination.upper_report_return TO docket_reader;
SELECT core.show_records('UpperReport', 'coordination.upper_report');
SELECT core.allow_materials('UpperReport', 'coordination.upper_report');
