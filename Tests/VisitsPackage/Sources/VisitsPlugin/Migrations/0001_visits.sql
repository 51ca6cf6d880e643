CREATE SCHEMA visits;
GRANT USAGE ON SCHEMA visits TO docket_reader;

CREATE TABLE visits.reception_day (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    held_on date NOT NULL,
    receiver_id bigint NOT NULL REFERENCES core.staff,
    places integer NOT NULL CHECK (places BETWEEN 1 AND 50),
    state text NOT NULL DEFAULT 'PLANNED' CHECK (state IN ('PLANNED', 'OPEN', 'CLOSED')),
    version integer NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX reception_day_held ON visits.reception_day (court_code, held_on);

CREATE TABLE visits.appointment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    day_id bigint NOT NULL REFERENCES visits.reception_day,
    matter text NOT NULL,
    state text NOT NULL DEFAULT 'BOOKED' CHECK (state IN ('BOOKED', 'ARRIVED', 'RECEIVED', 'ABSENT', 'CANCELLED')),
    version integer NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX appointment_day ON visits.appointment (day_id);
CREATE INDEX appointment_state ON visits.appointment (state);

CREATE TABLE visits.reception_record (
    appointment_id bigint PRIMARY KEY REFERENCES visits.appointment,
    court_code text NOT NULL REFERENCES core.court,
    summary text NOT NULL,
    recorded_by bigint NOT NULL REFERENCES core.staff
);
GRANT SELECT ON visits.reception_day, visits.appointment, visits.reception_record TO docket_reader;

CREATE FUNCTION visits.metric_received(courts text[], from_on date, to_on date)
    RETURNS TABLE (court_code text, numerator numeric, denominator numeric, inputs_hash bytea) LANGUAGE sql STABLE AS $$
    SELECT a.court_code, count(*) FILTER (WHERE a.state = 'RECEIVED'), count(*),
        sha256(convert_to(string_agg(a.id || ':' || a.version, ',' ORDER BY a.id), 'UTF8'))
    FROM visits.appointment a JOIN visits.reception_day d ON d.id = a.day_id
    WHERE a.court_code = ANY (courts) AND d.held_on BETWEEN from_on AND to_on AND a.state <> 'CANCELLED'
    GROUP BY a.court_code
$$;
