import CourtCore
import CourtFormats
import PluginKit
import Postgres

extension DossierCommands {
    /// 拟写风险提示, about one of the dossier's cases.
    func draftRiskNotice(_ input: DraftRiskNoticeInput, _ context: WriteContext) async throws -> RiskNoticePayload {
        let drafter = try context.staff
        let linked = try await DossierCase.require(input.dossierId.value, caseNo: input.caseNo, in: context)
        try await requireReach(ofDepartment: input.targetDepartmentId.value, context)
        let court = try CourtCode(parsing: context.principal.courtCode)
        let number = try await NumberCounter.next(
            "险",
            court: court,
            year: context.clock.today.year,
            in: context.transaction
        )
        let reasons: [String] = input.reasons.map(\.rawValue)
        let row = try await context.transaction.queryOne(
            """
            INSERT INTO dossiers.risk_notice (court_code, notice_no, dossier_id, case_no, case_seq, handler_id,
                target_department_id, reasons, text, drafted_by)
            VALUES (\(court.text), \(number), \(linked.dossier), \(linked.caseNo), \(linked.seq), \(linked.handler),
                \(input.targetDepartmentId.value), \(reasons), \(input.text), \(drafter))
            RETURNING id
            """
        )
        let id = try row?.decode("id", as: Int64.self) ?? 0
        RiskNoticeLife.workflow.made(id, by: "draftRiskNotice", court: court.text, in: context)
        return RiskNoticePayload(riskNotice: id)
    }

    /// A division of the caller's court or of one below; any other is absent.
    private func requireReach(ofDepartment department: Int64, _ context: WriteContext) async throws {
        let row = try await context.transaction.queryOne(
            "SELECT court_code FROM core.department WHERE id = \(department)"
        )
        let court = try row?.decode("court_code", as: String.self) ?? ""
        let principal = context.principal
        guard court == principal.courtCode || principal.readableCourts.contains(court) else {
            throw DomainError.absent("targetDepartmentId")
        }
    }
}
