-- Technical issues (技术问题), and the courts above a court.
CREATE SCHEMA coordination;
GRANT USAGE ON SCHEMA coordination TO docket_reader;

-- The court of a level above a court; NULL where there is none. UNION, so that a circle of courts ends.
CREATE FUNCTION coordination.court_above(court text, wanted text) RETURNS text LANGUAGE sql STABLE
    RETURN (
        WITH RECURSIVE above AS (
            SELECT p.code, p.level, p.parent_code FROM core.court c JOIN core.court p ON p.code = c.parent_code WHERE c.code = court
            UNION
            SELECT p.code, p.level, p.parent_code FROM above a JOIN core.court p ON p.code = a.parent_code
        )
        SELECT code FROM above WHERE level = wanted LIMIT 1
    );

CREATE TABLE coordination.technical_issue (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    issue_no text NOT NULL UNIQUE,
    kind text NOT NULL CHECK (kind IN ('SOFTWARE', 'HARDWARE')),
    severity text NOT NULL CHECK (severity IN ('MINOR', 'MAJOR', 'BLOCKING')),
    module text NOT NULL,
    title text NOT NULL,
    description text NOT NULL,
    -- Set when it is escalated: from then on the High Court sees it.
    high_court_code text REFERENCES core.court,
    answer text,
    answered_by bigint REFERENCES core.staff,
    answered_on date,
    reported_by bigint NOT NULL REFERENCES core.staff,
    state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'ESCALATED', 'ANSWERED', 'CLOSED')),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (state <> 'ESCALATED' OR high_court_code IS NOT NULL),
    CHECK (state NOT IN ('ANSWERED', 'CLOSED') OR answer IS NOT NULL)
);
CREATE INDEX technical_issue_court ON coordination.technical_issue (court_code, id);
CREATE INDEX technical_issue_high_court ON coordination.technical_issue (high_court_code, id);
CREATE INDEX technical_issue_state ON coordination.technical_issue (state, id);

CREATE TABLE coordination.technical_issue_remark (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    technical_issue_id bigint NOT NULL REFERENCES coordination.technical_issue,
    court_code text NOT NULL REFERENCES core.court,
    text text NOT NULL,
    made_by bigint NOT NULL REFERENCES core.staff,
    at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX technical_issue_remark_issue ON coordination.technical_issue_remark (technical_issue_id, id);
GRANT SELECT ON coordination.technical_issue, coordination.technical_issue_remark TO docket_reader;
SELECT core.show_records('TechnicalIssue', 'coordination.technical_issue');
