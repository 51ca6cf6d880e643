-- Events in the order in which they were committed, and what is to be done about them and at given times.
-- docs/decisions/0028-events-and-timers.md.

-- `position` is given after the commit, to one batch after the other, so that nothing can turn up before what was read.
-- What was recorded before this migration does not say whether its row was sealed: it counts as sealed.
ALTER TABLE host.outbox_event
    ADD COLUMN object text GENERATED ALWAYS AS (split_part(name, '.', 1)) STORED NOT NULL,
    ADD COLUMN sealed boolean NOT NULL DEFAULT true,
    ADD COLUMN position bigint UNIQUE,
    DROP COLUMN delivered_at;
ALTER TABLE host.outbox_event ALTER COLUMN sealed SET DEFAULT false;
UPDATE host.outbox_event e SET position = n.position
FROM (SELECT id, row_number() OVER (ORDER BY id) AS position FROM host.outbox_event) n WHERE n.id = e.id;
CREATE INDEX outbox_event_unpublished ON host.outbox_event (id) WHERE position IS NULL;
CREATE INDEX outbox_event_object ON host.outbox_event (object, object_id, position);
CREATE INDEX outbox_event_name ON host.outbox_event (name, position);

-- One row: whoever gives positions locks it.
CREATE TABLE host.outbox_position (
    is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
    last bigint NOT NULL
);
INSERT INTO host.outbox_position (last) SELECT coalesce(max(position), 0) FROM host.outbox_event;

-- What plugins have declared to run: whoever holds the row's lock has the turn.
CREATE TABLE host.runner (
    name text PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('SUBSCRIBER', 'TIMER', 'DAILY')),
    -- Of a subscriber: names of events, or `kind.*`.
    events text[] NOT NULL DEFAULT '{}',
    -- Of daily work: the last day for which it was planned.
    planned_on date,
    known_since timestamptz NOT NULL DEFAULT now(),
    CHECK ((kind = 'DAILY') = (planned_on IS NOT NULL))
);

-- One thing to run: an event for a subscriber, a row whose time comes, a day of daily work. Gone when it has run.
CREATE TABLE host.task (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    runner text NOT NULL,
    event_id bigint REFERENCES host.outbox_event,
    -- What it is about: a row, or a day as its number. Of one subscriber's events about a row each waits for those before it.
    object text NOT NULL,
    object_id bigint NOT NULL,
    court_code text NOT NULL,
    sealed boolean NOT NULL DEFAULT false,
    due_on date,
    due_at timestamptz,
    attempts integer NOT NULL DEFAULT 0,
    retry_at timestamptz,
    state text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'DEAD')),
    failure text,
    failed_at timestamptz,
    -- Counts what was done to it: tries, replays, another time.
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK (num_nonnulls(event_id, due_on, due_at) = 1),
    CHECK ((state = 'DEAD') <= (failure IS NOT NULL))
);
CREATE UNIQUE INDEX task_event ON host.task (runner, event_id);
CREATE UNIQUE INDEX task_timer ON host.task (runner, object_id) WHERE event_id IS NULL;
CREATE INDEX task_object ON host.task (runner, object, object_id, id);
CREATE INDEX task_pending_event ON host.task (runner, id) WHERE state = 'PENDING' AND event_id IS NOT NULL;
CREATE INDEX task_due_on ON host.task (runner, due_on, id) WHERE state = 'PENDING' AND due_on IS NOT NULL;
CREATE INDEX task_due_at ON host.task (runner, due_at, id) WHERE state = 'PENDING' AND due_at IS NOT NULL;
CREATE INDEX task_dead ON host.task (id) WHERE state = 'DEAD';
CREATE INDEX task_of_event ON host.task (event_id);
-- Nobody reads it but through host.dead_letter.
ALTER TABLE host.task ENABLE ROW LEVEL SECURITY;

CREATE OR REPLACE FUNCTION host.settle_roles() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- An event stays as it was recorded, at the clock's time; only its position comes later.
    REVOKE ALL ON host.outbox_event FROM docket_writer;
    GRANT SELECT, INSERT (name, object_id, court_code, state, sealed), UPDATE (position) ON host.outbox_event TO docket_writer;
    -- A key that was used stays known, and a probe is never kept.
    REVOKE UPDATE, DELETE ON host.sealing_key FROM docket_writer;
    REVOKE ALL ON host.write_probe FROM docket_writer;
    GRANT INSERT ON host.write_probe TO docket_writer;
END
$$;
