import CourtCore
import CourtFormats
import FieldEncryption
import PluginKit
import Postgres

extension LetterCommands {
    /// 导入转办批次: all items or none; the same file again changes nothing.
    func importTransferBatch(
        _ input: ImportTransferBatchInput,
        _ context: WriteContext
    ) async throws -> ImportTransferBatchPayload {
        try await TransferBatchImport(input, in: context).run()
    }
}

/// One import of a transferred batch.
private struct TransferBatchImport {
    private let input: ImportTransferBatchInput
    private let context: WriteContext
    private let court: CourtCode
    private let batchNo: String
    private let fromOrg: String
    private let fileHash: [UInt8]

    init(_ input: ImportTransferBatchInput, in context: WriteContext) throws {
        var faults = Faults()
        batchNo = faults.number(input.batchNo, IncomingLetter.referenceLimit, "batchNo")
        fromOrg = faults.text(input.fromOrg, IncomingLetter.referenceLimit, "fromOrg")
        faults.past(input.receivedOn, today: context.clock.today, "receivedOn")
        if !(1...100_000).contains(input.declaredCount) {
            faults.add(["declaredCount"], DomainError.Code.inputInvalid.rawValue, "申报件数应为正整数")
        }
        try faults.throwIfAny()
        court = try Self.court(input, context.principal)
        // A byte-order mark is no part of the text.
        fileHash = try Digest.sha256(input.csv.first == "\u{FEFF}" ? String(input.csv.dropFirst()) : input.csv)
        self.input = input
        self.context = context
    }

    /// The receiving court: the caller's own unless an administrator names another.
    private static func court(_ input: ImportTransferBatchInput, _ principal: Principal) throws(DomainError)
        -> CourtCode
    {
        let name = input.courtCode.value ?? principal.courtCode
        guard name == principal.courtCode || principal.roles.contains(.admin) else { throw .forbiddenToCaller }
        return try CourtCode(named: name, field: .input(["courtCode"]))
    }

    func run() async throws -> ImportTransferBatchPayload {
        try await requireCourt()
        if input.dryRun { context.discardWrites() }
        let rule = try await DeadlineBook(context.transaction).rule(
            LetterOrigin.ruleKey(input.source),
            court: court.text,
            on: input.receivedOn
        )
        let file = TransferBatchFile(
            csv: input.csv,
            declaredCount: input.declaredCount,
            isDueDateSetBySender: rule.amount == nil,
            today: context.clock.today
        )
        guard file.problems.isEmpty else { return answer(file) }
        if let batch = try await importedBatch() { return answer(file, batch: batch, isAlreadyImported: true) }
        guard !input.dryRun else { return answer(file) }
        guard let batch = try await writeBatch() else {
            // Another import of this batch has committed in the meantime.
            return answer(file, batch: try await importedBatch(), isAlreadyImported: true)
        }
        let origin = LetterOrigin(
            court: court,
            source: input.source,
            fromOrg: fromOrg,
            batch: .init(id: batch, number: batchNo),
            rule: rule
        )
        let letters = try await LetterRegistrar(origin, in: context).register(file.letters)
        context.audit(
            AuditEvent("transferBatch.imported", objectType: "TransferBatch", objectID: batch, courtCode: court.text)
        )
        return answer(file, batch: batch, created: letters.count)
    }

    private func requireCourt() async throws {
        let found = try await context.transaction.queryOne("SELECT code FROM core.court WHERE code = \(court.text)")
        guard found != nil else {
            throw DomainError(.init("COURT_CODE_UNKNOWN"), "法院代字不存在", field: .input(["courtCode"]))
        }
    }

    /// The batch when this file was imported before; nil when no file was, BATCH_EXISTS when another was.
    private func importedBatch() async throws -> Int64? {
        let row = try await context.transaction.queryOne(
            "SELECT id, file_hash FROM letters.transfer_batch WHERE batch_no = \(batchNo) AND court_code = \(court.text)"
        )
        guard let row else { return nil }
        guard try row.decode("file_hash", as: [UInt8].self) == fileHash else {
            throw DomainError(.batchExists, "批次已导入，内容不同", field: .input(["batchNo"]))
        }
        return try row.decode("id")
    }

    /// Writes the batch; nil when it is there already.
    private func writeBatch() async throws -> Int64? {
        let row = try await context.transaction.queryOne(
            """
            INSERT INTO letters.transfer_batch (court_code, batch_no, from_org, source, received_on, declared_count, file_hash, created_by,
                created_at)
            VALUES (\(court.text), \(batchNo), \(fromOrg), \(input.source.rawValue), \(input.receivedOn),
                \(Int32(input.declaredCount)), \(fileHash), \(context.principal.staffID), \(context.clock.now))
            ON CONFLICT (batch_no, court_code) DO NOTHING
            RETURNING id
            """
        )
        return try row?.decode("id", as: Int64.self)
    }

    private func answer(
        _ file: TransferBatchFile,
        batch: Int64? = nil,
        created: Int = 0,
        isAlreadyImported: Bool = false
    ) -> ImportTransferBatchPayload {
        ImportTransferBatchPayload(
            batch: batch,
            dryRun: input.dryRun,
            alreadyImported: isAlreadyImported,
            declared: input.declaredCount,
            rows: file.rowCount,
            created: created,
            problems: file.problems
        )
    }
}
