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

/// One import of a transferred batch: the whole file is checked, then written, one part in memory at a time.
private struct TransferBatchImport {
    private let input: ImportTransferBatchInput
    private let context: WriteContext
    private let description: TransferBatchDescription

    init(_ input: ImportTransferBatchInput, in context: WriteContext) throws {
        self.input = input
        self.context = context
        description = try TransferBatchDescription(input, in: context)
    }

    func run() async throws -> ImportTransferBatchPayload {
        try await description.requireCourt(in: context.transaction)
        if input.dryRun { context.discardWrites() }
        let rule = try await DeadlineBook(context.transaction).rule(
            LetterOrigin.ruleKey(input.source),
            court: description.court.text,
            on: input.receivedOn
        )
        let parts = try await FileParts(csv: input.csv, uploadId: input.uploadId, in: context)
        var earlier = try await EarlierImport(of: description, in: context)
        let (file, hash) = try await check(parts, rule, comparing: &earlier)
        guard file.problems.isEmpty else { return answer(file) }
        if let earlier {
            try earlier.requireSame(description, hash: hash)
            if !input.dryRun { try await parts.remove() }
            return answer(file, batch: earlier.batch, isAlreadyImported: true)
        }
        guard !input.dryRun else { return answer(file) }
        guard let batch = try await writeBatch(hash: hash) else {
            // Another import of this batch has committed in the meantime.
            return try await answerEarlier(parts, rule)
        }
        let created = try await write(parts, rule, batch: batch)
        try await parts.remove()
        context.audit(
            AuditEvent(
                "transferBatch.imported",
                objectType: "TransferBatch",
                objectID: batch,
                courtCode: description.court.text
            )
        )
        return answer(file, batch: batch, created: created)
    }

    private func file(_ rule: DeadlineRuleInForce) throws -> TransferBatchFile {
        guard let rules = context.service(DeclaredRules.self) else {
            preconditionFailure("the host offers the rules of inputs to every command")
        }
        return TransferBatchFile(
            rules: rules,
            isDueDateSetBySender: rule.amount == nil,
            maySenderSetDueDate: input.source.isDatedBySenders,
            today: context.clock.today
        )
    }

    /// Reads the whole file for its faults, its hash and, where the batch was imported before, for what differs.
    private func check(
        _ parts: FileParts,
        _ rule: DeadlineRuleInForce,
        comparing earlier: inout EarlierImport?
    ) async throws -> (file: TransferBatchFile, hash: [UInt8]) {
        var file = try file(rule)
        let digest = try RunningDigest()
        for position in 0..<parts.count {
            let part = try await parts.part(position)
            // A byte-order mark is no part of the text.
            let mark = TextEncoding.byteOrderMark
            let isMarked = position == 0 && part.bytes.starts(with: mark)
            try digest.update(isMarked ? Array(part.bytes.dropFirst(mark.count)) : part.bytes)
            for item in file.read(part.bytes, firstLine: part.firstLine) { try earlier?.compare(item) }
        }
        file.finish(declaredCount: input.declaredCount)
        return (file, try digest.finish())
    }

    private func answerEarlier(_ parts: FileParts, _ rule: DeadlineRuleInForce) async throws
        -> ImportTransferBatchPayload
    {
        var earlier = try await EarlierImport(of: description, in: context)
        let (file, hash) = try await check(parts, rule, comparing: &earlier)
        try earlier?.requireSame(description, hash: hash)
        return answer(file, batch: earlier?.batch, isAlreadyImported: true)
    }

    /// Writes the batch; nil when it is there already.
    private func writeBatch(hash: [UInt8]) async throws -> Int64? {
        let row = try await context.transaction.queryOne(
            """
            INSERT INTO letters.transfer_batch (court_code, batch_no, from_org, source, received_on, declared_count, file_hash, created_by,
                created_at)
            VALUES (\(description.court.text), \(description.batchNo), \(description.fromOrg), \(input.source.rawValue),
                \(input.receivedOn), \(Int32(input.declaredCount)), \(hash), \(context.principal.staffID), \(context.clock.now))
            ON CONFLICT (batch_no, court_code) DO NOTHING
            RETURNING id
            """
        )
        return try row?.decode("id", as: Int64.self)
    }

    /// Writes the letters of all parts, some hundreds at a time, and answers how many.
    private func write(_ parts: FileParts, _ rule: DeadlineRuleInForce, batch: Int64) async throws -> Int {
        let origin = LetterOrigin(
            court: description.court,
            source: input.source,
            fromOrg: description.fromOrg,
            batch: .init(id: batch, number: description.batchNo),
            rule: rule
        )
        let registrar = LetterRegistrar(origin, in: context)
        var file = try file(rule)
        var created = 0
        for position in 0..<parts.count {
            let part = try await parts.part(position)
            let items = file.read(part.bytes, firstLine: part.firstLine)
            for start in stride(from: 0, to: items.count, by: 400) {
                let group = items[start..<min(start + 400, items.count)]
                created += try await registrar.register(group.map(\.letter)).count
                let rows = try group.map { item -> SQL in
                    """
                    INSERT INTO letters.transfer_batch_row (batch_id, court_code, item_no, column_hashes)
                    VALUES (\(batch), \(description.court.text), \(item.letter.itemNo.map(Int32.init)),
                        \(try BatchRowHashes.of(item.values, in: context)))
                    """
                }
                _ = try await context.transaction.pipeline(rows.map(\.bound))
            }
        }
        return created
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
