import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// One download of an approved export: by who asked for it, of matters that they may see, each row logged.
struct ExportDownload {
    let input: DownloadExportInput
    let context: WriteContext

    func run() async throws -> DownloadExportPayload {
        let staff = try context.staff
        let request = try await lock(by: staff)
        let limit = try await LimitRule.exportRows.amount(for: request.courtCode, in: context.transaction)
        let found = try await rows(of: request, atMost: limit)
        guard found.count <= limit else {
            throw DomainError(.exportTooLarge, "导出超过\(limit)行，请缩小范围", field: InputPath(["input", "exportRequestId"]))
        }
        let fields = Set(request.fields.compactMap(ExportField.init(rawValue:)))
        let exported = try found.map { try opened($0, fields) }
        let log = AccessLog(kind: .export, context: context)
        for row in exported {
            log.write(
                row.petitionerId.value,
                by: staff,
                fields: request.fields,
                purpose: request.purpose.rawValue,
                reason: request.requestNo
            )
        }
        try await ExportLife.workflow.follow(ExportLife.download, where: "r.id = \(request.id)", context) { change in
            change.row.downloadedAt = change.now
            change.row.rowCount = exported.count
        }
        context.unschedule(.exportExpires, for: request.id)
        context.emit(OutboxEvent("access.exported", objectID: request.id, courtCode: request.courtCode, sealed: true))
        return DownloadExportPayload(
            exportRequest: request.id,
            watermark: try await watermark(request, staff),
            rows: exported
        )
    }

    /// The request, approved and in time, of whoever asked for it.
    private func lock(by staff: Int64) async throws -> ExportRequestRow {
        let row = try await ExportRequestRow.lock(input.exportRequestId.value, in: context.transaction)
        guard let row, context.principal.sees(row.visibility), row.courtCode == context.principal.courtCode else {
            throw DomainError.absent("exportRequestId")
        }
        guard row.requestedByID == staff else { throw DomainError.forbidden }
        guard row.version == input.version else {
            let current: [DomainError.Detail] = [.init("version", .integer(row.version))]
            throw DomainError(.versionConflict, "数据已被他人修改，请刷新", field: .input(["version"]), details: current)
        }
        guard row.state == .approved else {
            let state: [DomainError.Detail] = [
                .init("from", .string(row.state.rawValue)), .init("action", .string(ExportLife.download)),
                .init("allowed", .list([])),
            ]
            throw DomainError(.illegalTransition, "当前状态不允许该操作", details: state)
        }
        guard let end = row.expiresAt, context.clock.now < end else {
            throw DomainError.unmet("notExpired", "批准已过期")
        }
        return row
    }

    /// One more than the most, where there are more: petitioners of dossiers that are neither sealed nor drafts, none that accuses
    /// somebody from whose matters the caller is recused.
    private func rows(of request: ExportRequestRow, atMost limit: Int) async throws -> [Row] {
        Array(
            try await context.transaction.query(
                """
                SELECT d.dossier_no, p.id, p.name_cipher, p.id_number_cipher, p.residence_address_cipher, (
                    SELECT c.value_cipher FROM dossiers.contact_point c
                    WHERE c.petitioner_id = p.id AND c.kind = 'MOBILE' AND c.valid_to IS NULL ORDER BY c.is_primary DESC, c.id LIMIT 1
                ) AS mobile_cipher
                FROM dossiers.dossier d
                JOIN dossiers.dossier_petitioner dp ON dp.dossier_id = d.id
                JOIN dossiers.petitioner p ON p.id = dp.petitioner_id
                WHERE d.court_code = \(request.courtCode) AND NOT d.sealed AND d.status <> 'DRAFT' AND NOT p.sealed AND p.restricted_on IS NULL
                    AND NOT p.accused_staff_ids && \(context.principal.recusedFrom)
                    AND (d.id = ANY (\(request.dossierIDs)) OR d.opened_on BETWEEN \(request.openedFrom) AND \(request.openedUntil))
                ORDER BY d.dossier_no, p.id LIMIT \(Int32(limit + 1))
                """
            )
        )
    }

    private func opened(_ row: Row, _ fields: Set<ExportField>) throws -> ExportedPetitioner {
        let data = context.personalData
        func open(_ field: ExportField, _ column: String, _ kind: PersonalData.Kind) throws -> String? {
            guard fields.contains(field), let cipher = try row.decode(column, as: [UInt8]?.self) else { return nil }
            return try data.open(cipher, as: kind)
        }
        return ExportedPetitioner(
            dossierNo: try row.decode("dossier_no"),
            petitionerId: EntityID(try row.decode("id", as: Int64.self)),
            name: try open(.name, "name_cipher", .name),
            idNumber: try open(.idNumber, "id_number_cipher", .idNumber),
            mobile: try open(.mobile, "mobile_cipher", .mobile),
            residenceAddress: try open(.residenceAddress, "residence_address_cipher", .address)
        )
    }

    private func watermark(_ request: ExportRequestRow, _ staff: Int64) async throws -> String {
        let row = try await context.transaction.queryOne(
            """
            SELECT s.no, to_char(\(context.clock.now)::timestamptz AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') AS at
            FROM core.staff s WHERE s.id = \(staff)
            """
        )
        let number = try row?.decode("no", as: String.self) ?? ""
        let time = try row?.decode("at", as: String.self) ?? ""
        return "\(request.requestNo) 工号\(number) \(time)"
    }
}

extension DomainError.Code {
    static let exportTooLarge = Self("EXPORT_TOO_LARGE")
}

extension PurposeRule {
    /// Heads ask for what their handlers may look at one by one, and for what goes to archives or legal aid.
    static func rolesThatExport(for purpose: AccessPurpose) -> Set<Role> {
        switch purpose {
        case .handleMatter, .legalAid, .termination, .archive, .notifyPetitioner: ExportLife.heads
        case .inspection, .rightsRequest, .securityIncident: []
        }
    }
}
