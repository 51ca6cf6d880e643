import CourtCore
import CourtFormats
import PluginKit
import Postgres

extension CoordinationCommands {
    func reportTechnicalIssue(_ input: ReportTechnicalIssueInput, _ context: WriteContext) async throws
        -> TechnicalIssuePayload
    {
        let reporter = try context.staff
        let court = try CourtCode(parsing: context.principal.courtCode)
        let number = try await NumberCounter.next(
            "技",
            court: court,
            year: context.clock.today.year,
            in: context.transaction
        )
        let row = try await context.transaction.queryOne(
            """
            INSERT INTO coordination.technical_issue (court_code, issue_no, kind, severity, module, title, description, reported_by)
            VALUES (\(court.text), \(number), \(input.kind.rawValue), \(input.severity.rawValue), \(input.module), \(input.title),
                \(input.description), \(reporter))
            RETURNING id
            """
        )
        let id = try row?.decode("id", as: Int64.self) ?? 0
        TechnicalIssueLife.workflow.made(id, by: "reportTechnicalIssue", court: court.text, in: context)
        return TechnicalIssuePayload(issue: id)
    }
}
