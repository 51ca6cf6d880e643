import CourtCore
import CourtFormats
import PluginKit
import Postgres

extension RiskNoticeLife {
    /// 签发: from now on the division sees it; by when it answers, and how long a notice may stand, rules say.
    static let issue = Act<RiskNoticeRow>("riskNotice.issued", announced: true) {
        (input: IssueRiskNoticeInput, change) in
        let court: String = change.before.courtCode
        let book = DeadlineBook(change.context.transaction)
        let ackDueOn = try await dueDate("riskNotices.ack", book, court: court, from: change.today)
        let lastOn = try await dueDate("riskNotices.validity", book, court: court, from: change.today, isCalendar: true)
        try DomainError.require(input.expiresOn, notBefore: ackDueOn, "expiresOn")
        try DomainError.require(lastOn, notBefore: input.expiresOn, "expiresOn")
        change.row.shownDepartmentID = change.before.targetDepartmentID
        change.row.shownCourtCode = try await change.fact(targetCourt)
        change.row.approvedByID = try change.staff
        change.row.issuedAt = change.now
        change.row.ackDueOn = ackDueOn
        change.row.expiresOn = input.expiresOn
        let notice: Int64 = change.before.id
        change.context.schedule(.riskNoticeAckMissed, for: notice, court: court, on: ackDueOn.adding(days: 1))
        change.context.schedule(.riskNoticeExpires, for: notice, court: court, on: input.expiresOn)
    }

    private static let targetCourt = Fact<String?>(
        "target_court",
        "SELECT d.court_code FROM core.department d WHERE d.id = r.target_department_id"
    )

    /// The last day of a period by a rule; of one that only bounds another day, whatever day of the week it is.
    private static func dueDate(
        _ key: String,
        _ book: DeadlineBook,
        court: String,
        from day: CalendarDate,
        isCalendar: Bool = false
    ) async throws -> CalendarDate {
        let rule = try await book.rule(key, court: court, on: day)
        let amount: Int = rule.amount ?? 1
        if isCalendar, rule.unit == .calendarDay { return day.adding(days: amount) }
        return try await book.dueDate(from: day, amount: amount, unit: rule.unit)
    }
}
