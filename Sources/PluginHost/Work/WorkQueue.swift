import CourtFormats
import PluginKit
import Postgres

/// Tasks in the database: claimed in turn, gone when they have run, tried again when they failed.
struct WorkQueue: Sendable {
    /// What a day of daily work is about.
    static let dayObject = "day"

    let pool: PostgresPool
    /// How long after each failed try the next one comes; after the last try the task is a dead letter.
    let retryDelays: [Duration]

    /// Takes the runner's turn for the rest of the transaction, and its next task; nil while another server has the turn, and
    /// where nothing is due.
    ///
    /// Of a subscriber's events about one row the earliest comes first, and holds the others back while it fails or is dead.
    func claim(_ runner: WorkRunner, _ clock: BusinessClock, in transaction: Transaction) async throws -> WorkTask? {
        let turn: SQL = "SELECT FROM host.runner WHERE name = \(runner.name) FOR UPDATE SKIP LOCKED"
        guard try await transaction.queryOne(turn) != nil else { return nil }
        return try await transaction.queryOne(next(runner, clock)).map { row throws(PostgresError) in try WorkTask(row)
        }
    }

    private func next(_ runner: WorkRunner, _ clock: BusinessClock) -> SQL {
        let from: SQL = """
            SELECT \(WorkTask.columns) FROM host.task t LEFT JOIN host.outbox_event e ON e.id = t.event_id
            WHERE t.runner = \(runner.name) AND t.state = 'PENDING' AND (t.retry_at IS NULL OR t.retry_at <= clock_timestamp())
            """
        if runner.kind == .subscriber {
            return """
                \(from) AND t.event_id IS NOT NULL AND NOT EXISTS (
                    SELECT FROM host.task b
                    WHERE b.runner = t.runner AND b.object = t.object AND b.object_id = t.object_id AND b.id < t.id
                )
                ORDER BY t.id LIMIT 1
                """
        }
        return """
            (\(from) AND t.due_on <= \(clock.today) ORDER BY t.due_on, t.id LIMIT 1)
            UNION ALL (\(from) AND t.due_at <= \(clock.now) ORDER BY t.due_at, t.id LIMIT 1)
            LIMIT 1
            """
    }

    /// Says that a task has run; false where a command unset or moved it meanwhile.
    func finish(_ task: WorkTask, in transaction: Transaction) async throws -> Bool {
        try await transaction.execute(
            "DELETE FROM host.task WHERE id = \(task.id) AND version = \(Int32(task.version))"
        ) == 1
    }

    /// Says that a try failed; true where it was the last.
    func fail(_ task: WorkTask, _ failure: String) async throws -> Bool {
        let isDead = task.attempt > retryDelays.count
        let delay = isDead ? Duration.zero : retryDelays[task.attempt - 1]
        let seconds = Double(delay.components.seconds) + Double(delay.components.attoseconds) / 1e18
        let changed = try await pool.execute(
            """
            UPDATE host.task SET attempts = attempts + 1, version = version + 1, failure = \(failure),
                failed_at = clock_timestamp(), retry_at = clock_timestamp() + \(seconds) * interval '1 second',
                state = \(isDead ? "DEAD" : "PENDING")
            WHERE id = \(task.id) AND version = \(Int32(task.version))
            """
        )
        return isDead && changed == 1
    }

    /// Which of these runners may have something to do, and whether events wait for their positions: one statement.
    func outlook(_ runners: [WorkRunner], _ clock: BusinessClock) async throws -> (
        isUnpublished: Bool, due: Set<String>
    ) {
        let rows = try await pool.query(
            """
            SELECT EXISTS (SELECT FROM host.outbox_event WHERE position IS NULL) AS unpublished,
                ARRAY(
                    SELECT r.name FROM unnest(\(runners.map(\.name))) r(name)
                    WHERE EXISTS (
                            SELECT FROM host.task t WHERE t.runner = r.name AND t.state = 'PENDING' AND t.event_id IS NOT NULL
                                AND (t.retry_at IS NULL OR t.retry_at <= clock_timestamp())
                        ) OR EXISTS (
                            SELECT FROM host.task t WHERE t.runner = r.name AND t.state = 'PENDING' AND t.due_on <= \(clock.today)
                                AND (t.retry_at IS NULL OR t.retry_at <= clock_timestamp())
                        ) OR EXISTS (
                            SELECT FROM host.task t WHERE t.runner = r.name AND t.state = 'PENDING' AND t.due_at <= \(clock.now)
                                AND (t.retry_at IS NULL OR t.retry_at <= clock_timestamp())
                        )
                ) AS due
            """
        )
        guard let row = rows.first else { return (false, []) }
        return (try row.decode("unpublished"), Set(try row.decode("due", as: [String].self)))
    }
}
