-- What outside systems and administrators see of events.

-- Published events of rows that were not sealed then, in the order of their commits.
ALTER TABLE host.outbox_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY outbox_event_read ON host.outbox_event FOR SELECT TO docket_reader USING (
    court_code = ANY ((SELECT core.readable_courts())::text[]) AND NOT sealed AND position IS NOT NULL
);
GRANT SELECT (id, at, name, object, object_id, court_code, state, sealed, position) ON host.outbox_event TO docket_reader;
CREATE VIEW host.published_event WITH (security_invoker = true) AS
    SELECT id, at, name, object, object_id, court_code, state, position
    FROM host.outbox_event WHERE position IS NOT NULL AND NOT sealed;
GRANT SELECT ON host.published_event TO docket_reader;

-- Dead letters of the reader's courts, and those of no court; of a sealed row everything but which one it is.
CREATE VIEW host.dead_letter WITH (security_barrier = true) AS
    SELECT t.id, t.version, t.runner,
        CASE WHEN t.event_id IS NOT NULL THEN 'SUBSCRIBER' WHEN t.object = 'day' THEN 'DAILY' ELSE 'TIMER' END AS kind,
        e.name AS event,
        CASE WHEN NOT t.sealed AND (t.event_id IS NOT NULL OR t.object <> 'day') THEN t.object_id END AS object_id,
        nullif(t.court_code, '') AS court_code, t.due_on, t.due_at, t.attempts, t.failure, t.failed_at,
        (
            SELECT count(*)::integer FROM host.task w
            WHERE w.runner = t.runner AND w.object = t.object AND w.object_id = t.object_id AND w.id > t.id
        ) AS waiting
    FROM host.task t LEFT JOIN host.outbox_event e ON e.id = t.event_id
    WHERE t.state = 'DEAD' AND (t.court_code = '' OR t.court_code = ANY ((SELECT core.readable_courts())::text[]));
GRANT SELECT ON host.dead_letter TO docket_reader;
