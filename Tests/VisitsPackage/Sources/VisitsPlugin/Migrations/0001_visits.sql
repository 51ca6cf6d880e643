CREATE SCHEMA visits;
GRANT USAGE ON SCHEMA visits TO docket_reader;

CREATE TABLE visits.visit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    visited_on date NOT NULL DEFAULT core.today(),
    received_by bigint REFERENCES core.staff,
    state text NOT NULL DEFAULT 'RECEIVED' CHECK (state IN ('RECEIVED', 'HEARD')),
    version integer NOT NULL DEFAULT 1
);
-- Every filter and order has an index that begins with its column, or with those of the field's non-null arguments and then it.
CREATE INDEX visit_visited ON visits.visit (visited_on);
CREATE INDEX visit_state ON visits.visit (state);

GRANT SELECT ON visits.visit TO docket_reader;
