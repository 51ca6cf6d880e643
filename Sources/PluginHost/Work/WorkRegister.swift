import CourtFormats
import PluginKit
import Postgres

/// Makes the database know what plugins have declared to run.
struct WorkRegister: Sendable {
    let pool: PostgresPool

    /// Enters what is new, and what subscribers listen to from now on.
    ///
    /// What is no longer declared stays: another server may run it, and its tasks wait for it.
    func enter(_ runners: [WorkRunner], on today: CalendarDate) async throws {
        guard !runners.isEmpty else { return }
        // Known ones are left alone: whoever runs a task of theirs holds the row.
        let known = try await pool.query(
            "SELECT name, kind, events FROM host.runner WHERE name = ANY (\(runners.map(\.name)))"
        )
        let standing = try known.reduce(into: [:]) { standing, row in
            standing[try row.decode("name", as: String.self)] = (
                kind: try row.decode("kind", as: String.self), events: try row.decode("events", as: [String].self)
            )
        }
        for runner in runners {
            let events = runner.subscriber?.events ?? []
            if let row = standing[runner.name], row.kind == runner.kind.rawValue, row.events == events { continue }
            try await pool.withTransaction { transaction in
                try await enter(runner, events, on: today, in: transaction)
            }
        }
    }

    private func enter(_ runner: WorkRunner, _ events: [String], on today: CalendarDate, in transaction: Transaction)
        async throws
    {
        // No event gets its position meanwhile: it is either among those on record here, or meets the new row.
        try await transaction.execute("SELECT FROM host.outbox_position FOR UPDATE")
        let plannedOn: CalendarDate? = runner.kind == .daily ? today.adding(days: -1) : nil
        let row = try await transaction.queryOne(
            """
            INSERT INTO host.runner AS r (name, kind, events, planned_on)
            VALUES (\(runner.name), \(runner.kind.rawValue), \(events), \(plannedOn))
            ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, events = excluded.events, planned_on = excluded.planned_on
                WHERE (r.kind, r.events) IS DISTINCT FROM (excluded.kind, excluded.events)
            RETURNING xmax = 0 AS is_new
            """
        )
        guard try row?.decode("is_new", as: Bool.self) == true, runner.subscriber?.start == .beginning else { return }
        try await transaction.execute(
            """
            INSERT INTO host.task (runner, event_id, object, object_id, court_code, sealed)
            SELECT \(runner.name), id, object, object_id, court_code, sealed FROM host.outbox_event
            WHERE position IS NOT NULL AND (name = ANY (\(events)) OR object || '.*' = ANY (\(events)))
            ORDER BY position
            """
        )
    }
}
