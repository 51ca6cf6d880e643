import CourtCore
import CourtFormats
import PluginKit
import Postgres

extension CoordinationCommands {
    func draftUpperReport(_ input: DraftUpperReportInput, _ context: WriteContext) async throws -> UpperReportPayload {
        let drafter = try context.staff
        let court = try CourtCode(parsing: context.principal.courtCode)
        guard try await isAbove(input.toCourtCode, court.text, in: context.transaction) else {
            throw DomainError.unmet("courtAbove", "上报对象须为本院的上级法院")
        }
        let number = try await NumberCounter.next(
            "报",
            court: court,
            year: context.clock.today.year,
            in: context.transaction
        )
        let row = try await context.transaction.queryOne(
            """
            INSERT INTO coordination.upper_report (court_code, report_no, kind, subject, period_from, period_to, matter, summary,
                to_court_code, drafted_by)
            VALUES (\(court.text), \(number), \(input.kind.rawValue), \(input.subject), \(input.periodFrom.value),
                \(input.periodTo.value), \(input.matter.value), \(input.summary), \(input.toCourtCode), \(drafter))
            RETURNING id
            """
        )
        let id = try row?.decode("id", as: Int64.self) ?? 0
        UpperReportLife.workflow.made(id, by: "draftUpperReport", court: court.text, in: context)
        return UpperReportPayload(report: id)
    }

    /// Whether a court stands above another, as the register of courts says it.
    private func isAbove(_ upper: String, _ court: String, in transaction: Transaction) async throws -> Bool {
        let row = try await transaction.queryOne(
            """
            SELECT coordination.court_above(\(court), c.level) IS NOT DISTINCT FROM c.code AS is_above
            FROM core.court c WHERE c.code = \(upper)
            """
        )
        return try row?.decode("is_above", as: Bool.self) ?? false
    }
}
