-- Whether a timer's row is sealed nobody has written down: which row it is, its dead letter does not say.
CREATE OR REPLACE VIEW host.dead_letter WITH (security_barrier = true) AS
    SELECT t.id, t.version, t.runner,
        CASE WHEN t.event_id IS NOT NULL THEN 'SUBSCRIBER' WHEN t.object = 'day' THEN 'DAILY' ELSE 'TIMER' END AS kind,
        e.name AS event,
        CASE WHEN NOT t.sealed AND t.event_id IS NOT NULL THEN t.object_id END AS object_id,
        nullif(t.court_code, '') AS court_code, t.due_on, t.due_at, t.attempts, t.failure, t.failed_at,
        (
            SELECT count(*)::integer FROM host.task w
            WHERE w.runner = t.runner AND w.object = t.object AND w.object_id = t.object_id AND w.id > t.id
        ) AS waiting
    FROM host.task t LEFT JOIN host.outbox_event e ON e.id = t.event_id
    WHERE t.state = 'DEAD' AND (t.court_code = '' OR t.court_code = ANY ((SELECT core.readable_courts())::text[]));
-- Events of sealed matters that were announced as open ones: registrations, letters and reveals until now.
UPDATE host.outbox_event e SET sealed = true WHERE NOT sealed AND object IN ('registration', 'letter', 'access');
