import CourtFormats
import PluginKit
import Postgres
import Synchronization

/// What `/metrics` says of events and timers: what waits in the database, and what this server has done.
final class WorkFigures: Sendable {
    private struct Count {
        var done = 0
        var failed = 0
        var dead = 0
    }

    private let counts = Mutex<[String: Count]>([:])

    func countDone(_ runner: WorkRunner) { counts.withLock { $0[runner.name, default: Count()].done += 1 } }

    func countFailed(_ runner: WorkRunner, isDead: Bool) {
        counts.withLock { counts in
            counts[runner.name, default: Count()].failed += 1
            if isDead { counts[runner.name, default: Count()].dead += 1 }
        }
    }

    /// Prometheus text; without what waits where the database does not answer.
    func text(_ runners: [WorkRunner], _ clock: BusinessClock, asking pool: PostgresPool) async -> String {
        let counts = counts.withLock { $0 }
        var text = ""
        func write(_ name: String, _ type: String, _ help: String, _ values: [(labels: String, value: String)]) {
            guard !values.isEmpty else { return }
            text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
            for value in values { text += "\(name)\(value.labels) \(value.value)\n" }
        }
        let total: [(labels: String, count: Count)] = runners.map { runner in
            (Self.labels(runner), counts[runner.name] ?? Count())
        }
        write(
            "docket_work_done_total",
            "counter",
            "Events delivered and timers run by this server.",
            total.map { ($0.labels, "\($0.count.done)") }
        )
        write(
            "docket_work_failed_total",
            "counter",
            "Tries that failed on this server.",
            total.map { ($0.labels, "\($0.count.failed)") }
        )
        guard let waiting = try? await waiting(runners, clock, pool) else { return text }
        write(
            "docket_outbox_unpublished",
            "gauge",
            "Committed events without a position yet.",
            [("", "\(waiting.unpublished)")]
        )
        write(
            "docket_work_pending",
            "gauge",
            "Events to deliver and timers that are due.",
            waiting.runners.map { ($0.labels, "\($0.pending)") }
        )
        write(
            "docket_work_oldest_seconds",
            "gauge",
            "Age of the oldest of them.",
            waiting.runners.map { ($0.labels, "\($0.age)") }
        )
        write(
            "docket_work_dead_letters",
            "gauge",
            "Dead letters, which an administrator replays or skips.",
            waiting.runners.map { ($0.labels, "\($0.dead)") }
        )
        return text
    }

    private struct Waiting {
        let labels: String
        let pending: Int64
        let age: Int64
        let dead: Int64
    }

    private func waiting(_ runners: [WorkRunner], _ clock: BusinessClock, _ pool: PostgresPool) async throws -> (
        unpublished: Int64, runners: [Waiting]
    ) {
        let rows = try await pool.query(
            """
            SELECT (SELECT count(*) FROM host.outbox_event WHERE position IS NULL) AS unpublished, r.name,
                count(t.id) FILTER (WHERE t.is_due) AS pending, coalesce(max(t.age) FILTER (WHERE t.is_due), 0)::bigint AS age,
                count(t.id) FILTER (WHERE t.state = 'DEAD') AS dead
            FROM unnest(\(runners.map(\.name)) || ''::text) r(name)
            LEFT JOIN LATERAL (
                SELECT t.id, t.state, t.state = 'PENDING'
                        AND (t.event_id IS NOT NULL OR t.due_on <= \(clock.today) OR t.due_at <= \(clock.now)) AS is_due,
                    greatest(0, CASE WHEN t.due_on IS NOT NULL THEN (\(clock.today) - t.due_on) * 86400
                        ELSE extract(epoch FROM \(clock.now) - coalesce(t.due_at, t.created_at)) END) AS age
                FROM host.task t WHERE t.runner = r.name
                    AND (t.state = 'DEAD' OR t.event_id IS NOT NULL OR t.due_on <= \(clock.today) OR t.due_at <= \(clock.now))
            ) t ON true
            GROUP BY r.name
            """
        )
        let byName = Dictionary(runners.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var unpublished: Int64 = 0
        var waiting: [Waiting] = []
        for row in rows {
            unpublished = try row.decode("unpublished")
            guard let runner = byName[try row.decode("name", as: String.self)] else { continue }
            waiting.append(
                Waiting(
                    labels: Self.labels(runner),
                    pending: try row.decode("pending"),
                    age: try row.decode("age"),
                    dead: try row.decode("dead")
                )
            )
        }
        return (unpublished, waiting.sorted { $0.labels < $1.labels })
    }

    private static func labels(_ runner: WorkRunner) -> String {
        "{kind=\"\(runner.kind.rawValue.lowercased())\",name=\"\(runner.name)\"}"
    }
}
