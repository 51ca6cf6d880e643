import CourtCore
import CourtFormats
import Postgres

/// By when a major or urgent event is reported (报告期限), by the rule `linkage.report`.
enum LinkageDeadline {
    static func due(from day: CalendarDate, court: String, in transaction: Transaction) async throws -> CalendarDate {
        let book = DeadlineBook(transaction)
        let rule = try await book.rule("linkage.report", court: court, on: day)
        return try await book.dueDate(from: day, amount: rule.amount ?? 1, unit: rule.unit)
    }
}
