import CourtFormats
import PluginKit
import Postgres

/// Draws lines of a ledger at random (漏报抽查): whoever looks them up has not chosen them.
struct SampleDraw {
    private let input: DrawSampleInput
    private let context: WriteContext

    init(_ input: DrawSampleInput, _ context: WriteContext) {
        self.input = input
        self.context = context
    }

    func draw() async throws -> SampleAuditPayload {
        let auditor = try context.staff
        guard input.size <= input.lineCount else {
            throw DomainError(.inputInvalid, "抽样数不得多于台账行数", field: .input(["size"]))
        }
        let court = context.principal.courtCode
        let row = try await context.transaction.queryOne(
            """
            INSERT INTO dossiers.sample_audit (court_code, ledger, from_on, to_on, line_count, size, drawn_by, drawn_at)
            VALUES (\(court), \(input.ledger), \(input.fromOn), \(input.toOn), \(try input.lineCount.int32(at: .input(["lineCount"]))),
                \(try input.size.int32(at: .input(["size"]))), \(auditor), \(context.clock.now))
            RETURNING id
            """
        )
        let key = try row?.decode("id", as: Int64.self) ?? 0
        var generator = SystemRandomNumberGenerator()
        let lines = Self.lines(input.size, of: input.lineCount, using: &generator)
        context.write(
            """
            INSERT INTO dossiers.sample_item (court_code, sample_audit_id, line_no)
            SELECT \(court), \(key), unnest(\(lines))
            """
        )
        context.audit(AuditEvent("sample.drawn", objectType: "SampleAudit", objectID: key, courtCode: court))
        return SampleAuditPayload(sampleAudit: key)
    }

    /// So many different numbers of 1 to `count`, each set of them as likely as any other, in order.
    static func lines(_ size: Int, of count: Int, using generator: inout some RandomNumberGenerator) -> [Int32] {
        // Floyd's way: as many draws as there are lines wanted, however long the ledger is.
        var chosen: Set<Int32> = []
        for last in (count - size + 1)...count {
            let drawn = Int32(clamping: Int.random(in: 1...last, using: &generator))
            if !chosen.insert(drawn).inserted { chosen.insert(Int32(clamping: last)) }
        }
        return chosen.sorted()
    }
}
