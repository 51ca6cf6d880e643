import CourtCore
import CourtFormats
import PluginKit
import Postgres
import Synchronization

/// Makes tasks of the days for which daily work is due, those too that passed while no server ran.
final class DailyPlan: Sendable {
    /// Days that are made up for one by one, at most.
    static let longestStop = 31

    private let pool: PostgresPool
    /// Until when each work is planned, as far as this server knows.
    private let planned = Mutex<[String: CalendarDate]>([:])

    init(pool: PostgresPool) { self.pool = pool }

    func plan(_ works: [DailyWork], _ clock: BusinessClock) async throws {
        for work in works {
            let last = work.lastDay(clock)
            if let known = planned.withLock({ $0[work.name] }), known >= last { continue }
            let isPlanned = try await pool.withTransaction { transaction in
                try await plan(work, until: last, in: transaction)
            }
            if isPlanned { planned.withLock { $0[work.name] = last } }
        }
    }

    /// False while another server has the work's turn.
    private func plan(_ work: DailyWork, until last: CalendarDate, in transaction: Transaction) async throws -> Bool {
        let row = try await transaction.queryOne(
            "SELECT planned_on FROM host.runner WHERE name = \(work.name) AND kind = 'DAILY' FOR UPDATE SKIP LOCKED"
        )
        guard let plannedOn = try row?.decode("planned_on", as: CalendarDate.self) else { return false }
        guard plannedOn < last else { return true }
        var days = (1...plannedOn.days(until: last)).suffix(Self.longestStop).map { plannedOn.adding(days: $0) }
        if work.days == .working {
            let calendar = try await DeadlineBook(transaction).calendar()
            // A day in a year without its notice counts as worked: better once too often than never.
            days = days.filter { (try? calendar.isWorkingDay($0)) ?? true }
        }
        if work.missed == .once { days = days.suffix(1) }
        for day in days {
            try await transaction.execute(
                """
                INSERT INTO host.task (runner, object, object_id, court_code, due_on)
                VALUES (\(work.name), \(WorkQueue.dayObject), \(Int64(day.daysSinceEpoch)), '', \(day))
                ON CONFLICT (runner, object_id) WHERE event_id IS NULL DO NOTHING
                """
            )
        }
        try await transaction.execute("UPDATE host.runner SET planned_on = \(last) WHERE name = \(work.name)")
        return true
    }
}
