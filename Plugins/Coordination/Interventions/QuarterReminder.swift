import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// Reminds a court of the quarter that has ended without a record and without a zero report (催报), once.
enum QuarterReminder {
    static let daily = Timer.daily("coordination.quarterEnd", at: 8) { run, context in
        let quarter = Quarter(of: run.day).previous
        let book = DeadlineBook(context.transaction)
        let rule = try await book.rule("coordination.quarterReport", court: "", on: run.day)
        let due = try await book.dueDate(from: quarter.last, amount: rule.amount ?? 1, unit: rule.unit)
        // A server that begins later does not ask for what was before it.
        guard run.day > due, run.day <= due.adding(days: daysOfReminding) else { return }
        let reminded = try await context.transaction.query(statement(for: quarter, on: run.day))
        for row in reminded {
            let id = try row.decode("id", as: Int64.self)
            let court = try row.decode("court_code", as: String.self)
            context.audit(
                AuditEvent(
                    "interventionReminder.made",
                    objectType: "InterventionReminder",
                    objectID: id,
                    courtCode: court
                )
            )
            context.emit(OutboxEvent("interventionReminder.made", objectID: id, courtCode: court))
        }
    }

    private static let daysOfReminding = 31

    private static func statement(for quarter: Quarter, on day: CalendarDate) -> SQL {
        let year = Int32(quarter.year)
        let number = Int32(quarter.number)
        return """
            INSERT INTO coordination.intervention_reminder (court_code, year, quarter, reminded_on)
            SELECT c.code, \(year), \(number), \(day) FROM core.court c
            WHERE EXISTS (SELECT FROM core.staff s WHERE s.court_code = c.code AND s.active AND 'INSPECTOR' = ANY (s.roles))
                AND NOT EXISTS (
                    SELECT FROM coordination.intervention i
                    WHERE i.court_code = c.code AND i.recorded_on BETWEEN \(quarter.first) AND \(quarter.last)
                )
                AND NOT EXISTS (
                    SELECT FROM coordination.zero_report z
                    WHERE z.court_code = c.code AND z.year = \(year) AND z.quarter = \(number)
                )
            ORDER BY c.code
            ON CONFLICT DO NOTHING
            RETURNING id, court_code
            """
    }
}
