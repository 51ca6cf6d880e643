import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// The life of an export (导出申请): asked for by a head, approved by a data-protection officer, downloaded once or expired.
enum ExportLife {
    static let workflow: Workflow<ExportRequestRow> = Workflow(
        made: [.init("requestExport", in: .requested, by: heads, event: "exportRequest.requested")],
        [
            .take(approve, from: [.requested], to: .approved, by: [.dpo], as: [otherApprover]),
            .take(reject, from: [.requested], to: .rejected, by: [.dpo], as: [otherApprover]),
            .follow(download, from: [.approved], to: .downloaded, event: "exportRequest.downloaded"),
            .follow(expire, from: [.approved], to: .expired, event: "exportRequest.expired"),
        ],
        payload: { ExportRequestPayload(exportRequest: $0) }
    )

    static let heads: Set<Role> = [.divisionHead, .vicePresident, .president]

    static let download = "downloadExport"
    private static let expire = "expireExport"

    private static let approve = Act<ExportRequestRow>("exportRequest.approved") { (_: ApproveExportInput, change) in
        let row = change.before
        let hours = try await LimitRule.exportHours.amount(for: row.courtCode, in: change.context.transaction)
        let end = change.now.adding(.seconds(hours * 3_600))
        change.row.decidedByID = try change.staff
        change.row.decidedOn = change.today
        change.row.expiresAt = end
        change.context.schedule(.exportExpires, for: row.id, court: row.courtCode, at: end)
    }

    private static let reject = Act<ExportRequestRow>("exportRequest.rejected") { (input: RejectExportInput, change) in
        change.row.decidedByID = try change.staff
        change.row.decidedOn = change.today
        change.row.decisionReason = input.reason
    }

    private static let otherApprover = Relation<ExportRequestRow>.other(
        "otherApprover",
        "非申请人",
        than: { $0.requestedByID }
    )

    static let expiry = Timer.due(.exportExpires) { timer, context in
        try await workflow.follow(expire, where: "r.id = \(timer.objectID)", context)
    }
}

extension TimerKind {
    static let exportExpires = TimerKind("dossiers.exportExpires")
}

extension DossierCommands {
    func requestExport(_ input: RequestExportInput, _ context: WriteContext) async throws -> ExportRequestPayload {
        let staff = try context.staff
        let roles = context.principal.roles
        guard !PurposeRule.rolesThatExport(for: input.purpose).isDisjoint(with: roles) else {
            throw DomainError(.purposeNotAllowed, "目的不在授权范围", field: InputPath(["input", "purpose"]))
        }
        let isPeriod = input.openedFrom.value != nil && input.openedUntil.value != nil
        let hasDay = input.openedFrom.value != nil || input.openedUntil.value != nil
        guard input.dossierIds.isEmpty ? isPeriod : !hasDay else {
            throw DomainError(.inputInvalid, "须指定档案，或者指定建档日的起止", field: InputPath(["input", "dossierIds"]))
        }
        if let end = input.openedUntil.value {
            try DomainError.require(end, notBefore: input.openedFrom.value, "openedUntil")
        }
        let court = try CourtCode(parsing: context.principal.courtCode)
        let today = context.clock.today
        let number = try await NumberCounter.next("导", court: court, year: today.year, in: context.transaction)
        let dossiers = Set(input.dossierIds.map(\.value)).sorted()
        let row = try await context.transaction.queryOne(
            """
            INSERT INTO dossiers.export_request (court_code, request_no, purpose, legal_basis, reason, fields, dossier_ids, opened_from,
                opened_until, requested_by_id)
            VALUES (\(court.text), \(number), \(input.purpose.rawValue), \(input.legalBasis), \(input.reason),
                \(Set(input.fields.map(\.rawValue)).sorted()), \(dossiers), \(input.openedFrom.value), \(input.openedUntil.value), \(staff))
            RETURNING id
            """
        )
        let id = try row?.decode("id", as: Int64.self) ?? 0
        ExportLife.workflow.made(id, by: "requestExport", court: court.text, in: context)
        return ExportRequestPayload(exportRequest: id)
    }

    func downloadExport(_ input: DownloadExportInput, _ context: WriteContext) async throws -> DownloadExportPayload {
        try await ExportDownload(input: input, context: context).run()
    }
}
