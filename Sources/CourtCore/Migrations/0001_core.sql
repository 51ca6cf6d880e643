-- Courts, departments, staff, calendar, deadline rules; tokens; and the records that commit with every write.
CREATE SCHEMA core;

-- The role under which planned reads run: it cannot write, cannot bypass row security, and is granted column by column.
DO $$
BEGIN
    CREATE ROLE docket_reader NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;
GRANT docket_reader TO CURRENT_USER;
GRANT USAGE ON SCHEMA core TO docket_reader;

-- Who is asking: set by the server in the pipeline of every planned read. Unset means: nothing.
CREATE FUNCTION core.readable_courts() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(nullif(current_setting('docket.courts', true), '')::text[], '{}');
CREATE FUNCTION core.staff_id() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('docket.staff_id', true), '')::bigint;
CREATE FUNCTION core.may_read_sealed() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(current_setting('docket.sealed', true) = 'on', false);
CREATE FUNCTION core.sees_only_assigned() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(current_setting('docket.assigned_only', true) <> 'off', true);
-- The business date, which differs from the clock's in a demonstration.
CREATE FUNCTION core.today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('docket.today')::date;

CREATE TABLE core.court (
    code text PRIMARY KEY,
    name text NOT NULL,
    level text NOT NULL CHECK (level IN ('SUPREME', 'HIGH', 'INTERMEDIATE', 'BASIC')),
    parent_code text REFERENCES core.court DEFERRABLE INITIALLY DEFERRED,
    region_code text NOT NULL CHECK (region_code ~ '^[0-9]{6}$'),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((level = 'SUPREME') = (parent_code IS NULL))
);
CREATE INDEX court_parent ON core.court (parent_code);
CREATE INDEX court_level ON core.court (level);

CREATE TABLE core.department (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('PETITION', 'TRIAL', 'ENFORCEMENT', 'DISCIPLINE', 'ARCHIVE', 'OFFICE', 'OTHER')),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (court_code, code)
);

CREATE TABLE core.staff (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    no text NOT NULL UNIQUE,
    name text NOT NULL,
    court_code text NOT NULL REFERENCES core.court,
    department_id bigint NOT NULL REFERENCES core.department,
    roles text[] NOT NULL,
    active boolean NOT NULL DEFAULT true,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX staff_court ON core.staff (court_code);
CREATE INDEX staff_department ON core.staff (department_id);
CREATE INDEX staff_roles ON core.staff USING gin (roles);
CREATE INDEX staff_active ON core.staff (active);

CREATE VIEW core.viewer WITH (security_invoker = true) AS
    SELECT id, court_code, core.today() AS today FROM core.staff WHERE id = core.staff_id();

CREATE TABLE core.holiday (
    date date PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('HOLIDAY', 'MAKEUP_WORKDAY')),
    name text NOT NULL,
    source text NOT NULL
);

-- The calendar that counts working days: weekdays that are no day off, and make-up days.
CREATE FUNCTION core.working_days(from_on date, to_on date) RETURNS integer LANGUAGE sql STABLE
    RETURN (
        SELECT count(*)::integer
        FROM generate_series(from_on + 1, to_on, interval '1 day') AS d
        LEFT JOIN core.holiday h ON h.date = d::date
        WHERE coalesce(h.kind = 'MAKEUP_WORKDAY', extract(isodow FROM d) < 6)
    );

CREATE TABLE core.deadline_rule (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key text NOT NULL,
    court_code text REFERENCES core.court,
    amount integer CHECK (amount > 0),
    unit text NOT NULL CHECK (unit IN ('CALENDAR_DAY', 'WORKING_DAY', 'MONTH', 'HOUR')),
    max_extension integer CHECK (max_extension > 0),
    approver_role text,
    legal_basis text NOT NULL,
    confirmed boolean NOT NULL DEFAULT false,
    effective_from date NOT NULL,
    effective_to date,
    CHECK (effective_to IS NULL OR effective_to > effective_from)
);
CREATE UNIQUE INDEX deadline_rule_key ON core.deadline_rule (key, effective_from, court_code) NULLS NOT DISTINCT;

-- Gap-free numbers per court, kind and year: taken in the transaction that uses them.
CREATE TABLE core.number_counter (
    court_code text NOT NULL REFERENCES core.court,
    kind text NOT NULL,
    year integer NOT NULL,
    last integer NOT NULL,
    PRIMARY KEY (court_code, kind, year)
);

-- Tokens: the secret itself is never stored.
CREATE TABLE core.token (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    secret_hash bytea NOT NULL UNIQUE,
    staff_id bigint REFERENCES core.staff,
    court_code text REFERENCES core.court,
    roles text[] NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
);

-- The audit log: appended to, never changed, by anyone.
CREATE TABLE core.audit_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    request_id text NOT NULL,
    token_id bigint NOT NULL,
    client text NOT NULL,
    staff_id bigint,
    roles text[] NOT NULL,
    court_code text,
    action text NOT NULL,
    object_type text NOT NULL,
    object_id bigint,
    changed_fields text[] NOT NULL,
    purpose text
);
CREATE INDEX audit_event_object ON core.audit_event (object_type, object_id);
CREATE FUNCTION core.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are appended, never changed', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON core.audit_event
    FOR EACH ROW EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON core.audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();

CREATE TABLE core.outbox_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    name text NOT NULL,
    object_id bigint NOT NULL,
    court_code text NOT NULL,
    state text,
    delivered_at timestamptz
);
CREATE INDEX outbox_event_pending ON core.outbox_event (id) WHERE delivered_at IS NULL;

-- First answers by idempotency key: the payload's keys, from which the answer is read again.
CREATE TABLE core.idempotency (
    caller text NOT NULL,
    key text NOT NULL,
    mutation text NOT NULL,
    input_hash bytea NOT NULL,
    payload bytea NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (caller, key)
);

-- Every reveal of a clear value.
CREATE TABLE core.access_log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    request_id text NOT NULL,
    token_id bigint NOT NULL,
    staff_id bigint,
    court_code text NOT NULL,
    object_type text NOT NULL,
    object_id bigint NOT NULL,
    fields text[] NOT NULL,
    purpose text NOT NULL,
    reason text NOT NULL
);
CREATE INDEX access_log_object ON core.access_log (object_type, object_id);
CREATE INDEX access_log_staff ON core.access_log (staff_id, at);
CREATE TRIGGER access_log_append_only BEFORE UPDATE OR DELETE ON core.access_log
    FOR EACH ROW EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER access_log_no_truncate BEFORE TRUNCATE ON core.access_log
    FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();

GRANT SELECT ON core.court, core.department, core.staff, core.viewer, core.holiday, core.deadline_rule TO docket_reader;
