import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres

/// The import of a transferred batch, as the clerk or an administrator sends it.
struct BatchDesk {
    static let batchNo = "晋高法信转〔2018〕3号"
    static let document = """
        mutation Import($input: ImportTransferBatchInput!) {
            importTransferBatch(input: $input) {
                batch { batchNo } dryRun alreadyImported declared rows created problems { line column code message }
            }
        }
        """

    let court: TestCourt

    static func input(
        csv: String = DemoFiles.batch,
        declared: Int = 60,
        batchNo: String = BatchDesk.batchNo,
        dryRun: Bool = false,
        courtCode: String? = nil,
        key: String? = nil
    ) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("batchNo", .string(batchNo)), .init("fromOrg", "山西省高级人民法院信访局"), .init("source", "CENTRAL_INSPECTION"),
            .init("receivedOn", "2018-03-01"), .init("declaredCount", .integer(declared)), .init("csv", .string(csv)),
            .init("dryRun", .boolean(dryRun)),
        ]
        if let courtCode { members.append(.init("courtCode", .string(courtCode))) }
        if let key { members.append(.init("idempotencyKey", .string(key))) }
        return .object(members)
    }

    /// Sends an import and answers the whole response.
    func run(_ input: JSONValue, as role: Role = .clerk) async -> JSONValue {
        await court.send(Self.document, ["input": input], as: role)
    }

    /// The problems of a file as `line column code`, in order.
    func problems(_ csv: String, declared: Int = 60, dryRun: Bool = true) async -> [String] {
        let answer = await run(Self.input(csv: csv, declared: declared, dryRun: dryRun))
        guard answer["errors"] == nil else { return ["\(answer)"] }
        return answer[path: "data.importTransferBatch.problems"].items.map { problem in
            "\(problem["line"]?.integer ?? -1) \(problem["column"]?.text ?? "-") \(problem["code"]?.text ?? "-")"
        }
    }

    /// Rows of every table that an import writes.
    func writtenRows() async throws -> Int64 {
        try await court.database.query(
            """
            SELECT (SELECT count(*) FROM letters.transfer_batch) + (SELECT count(*) FROM letters.letter)
                + (SELECT count(*) FROM letters.letter_sender) + (SELECT count(*) FROM letters.letter_case)
                + (SELECT count(*) FROM dossiers.registration) + (SELECT count(*) FROM dossiers.petitioner)
                + (SELECT count(*) FROM core.number_counter) + (SELECT count(*) FROM host.idempotency)
                + (SELECT count(*) FROM host.audit_event WHERE action NOT IN ('import', 'file.partUploaded'))
                + (SELECT count(*) FROM host.outbox_event) AS rows
            """
        )[0].decode("rows")
    }
}
