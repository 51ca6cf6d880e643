import DocketTesting
import GraphQLLanguage
import PluginHost
import PluginKit
import Postgres
import Testing

@Suite("Files that come in parts")
struct UploadTests {
    private func upload(
        _ parts: [String],
        to court: TestCourt,
        declaring count: Int? = nil,
        as role: Role = .clerk
    ) async -> JSONValue {
        var id: JSONValue?
        for (position, part) in parts.enumerated() {
            let answer = await court.send(
                "mutation($input: UploadPartInput!) { uploadPart(input: $input) { uploadId received parts expiresAt } }",
                [
                    "input": .object(
                        (id.map { [JSONValue.Member("uploadId", $0)] } ?? []) + [
                            .init("part", .integer(position + 1)), .init("parts", .integer(count ?? parts.count)),
                            .init("text", .string(part)),
                        ]
                    )
                ],
                as: role
            )
            id = answer[path: "data.uploadPart.uploadId"]
            guard answer[path: "data.uploadPart.received"] == .integer(position + 1) else { return answer }
        }
        return id ?? .null
    }

    private func importing(_ upload: JSONValue, declared: Int = 60, dryRun: Bool = false) -> JSONValue {
        guard case .object(let members) = BatchDesk.input(declared: declared, dryRun: dryRun) else { return .null }
        return .object(members.filter { $0.name != "csv" } + [.init("uploadId", upload)])
    }

    /// The demonstration's batch in parts of so many lines.
    private func parts(of csv: String = DemoFiles.batch, lines count: Int) -> [String] {
        let lines = csv.split(whereSeparator: \.isNewline)
        return stride(from: 0, to: lines.count, by: count).map { start in
            lines[start..<min(start + count, lines.count)].joined(separator: "\n") + "\n"
        }
    }

    @Test(
        "A batch in parts is imported whole after a dry run, and is the same as the file in one piece",
        arguments: [1, 7, 60]
    )
    func parts(_ lines: Int) async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = BatchDesk(court: court)
            let id = await upload(parts(lines: lines), to: court)
            #expect(await desk.run(importing(id, dryRun: true))[path: "data.importTransferBatch.rows"] == 60, "\(id)")
            #expect(await desk.run(importing(id))[path: "data.importTransferBatch.created"] == 60)
            let letters = await court.send(
                "{ letters(first: 60, orderBy: [{ field: ITEM_NO }]) { nodes { itemNo letterNo } } }",
                as: .inspector
            )
            let nodes = letters[path: "data.letters.nodes"].items
            #expect(nodes.map { $0["itemNo"]?.integer } == Array(1...60))
            #expect(nodes.last?["letterNo"] == "晋03信〔2018〕0060")
            // Imported, the parts are gone.
            #expect(await desk.run(importing(id)).codes == ["NOT_FOUND"])
            let left = try await court.database.query("SELECT FROM core.upload_part")
            #expect(left.isEmpty)
            let again = await desk.run(BatchDesk.input())
            #expect(again[path: "data.importTransferBatch.alreadyImported"] == true, "\(again)")
        }
    }

    @Test("A fault in the last part refuses all of them, with its line in the file")
    func allOrNothing() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = BatchDesk(court: court)
            let csv = DemoFiles.batch(changingLine: 61, column: "mobile", to: "1")
            let before = try await desk.writtenRows()
            let id = await upload(parts(of: csv, lines: 10), to: court)
            let answer = await desk.run(importing(id))
            #expect(
                answer[path: "data.importTransferBatch.problems"] == [
                    ["line": 61, "column": "mobile", "code": "MOBILE_INVALID", "message": "手机号码格式错误"]
                ],
                "\(answer)"
            )
            #expect(try await desk.writtenRows() == before)
        }
    }

    @Test("Parts are sealed, belong to their sender, expire, and are complete before they are imported")
    func ownership() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = BatchDesk(court: court)
            let id = await upload(parts(lines: 20), to: court)
            let stored = try await court.database.query("SELECT text_cipher FROM core.upload_part")
            for row in stored {
                #expect(
                    !String(decoding: try row.decode("text_cipher", as: [UInt8].self), as: UTF8.self).contains("陈志")
                )
            }
            #expect(await desk.run(importing(id), as: .admin).codes == ["NOT_FOUND"])
            let incomplete = await upload(parts(lines: 20).dropLast(), to: court, declaring: 4)
            #expect(await desk.run(importing(incomplete)).codes == ["UPLOAD_INCOMPLETE"])
            let foreign = await court.send(
                "mutation($input: UploadPartInput!) { uploadPart(input: $input) { received } }",
                ["input": ["uploadId": id, "part": 1, "parts": 4, "text": "x"]],
                as: .admin
            )
            #expect(foreign.codes == ["NOT_FOUND"])
            try await court.database.execute("UPDATE core.upload SET expires_at = now() - interval '1 second'")
            #expect(await desk.run(importing(id)).codes == ["NOT_FOUND"])
            _ = await upload(["x"], to: court)
            #expect(try await court.database.query("SELECT FROM core.upload").count == 1)
            #expect(await upload(["x"], to: court, as: .handler).codes == ["FORBIDDEN"])
        }
    }

    @Test("What is no part, no upload, or both a text and an upload is refused")
    func refusals() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = BatchDesk(court: court)
            for (part, parts) in [(0, 1), (2, 1), (-1, 3), (1, 100_000), (1, 0)] {
                let answer = await court.send(
                    "mutation($input: UploadPartInput!) { uploadPart(input: $input) { received } }",
                    ["input": ["part": .integer(part), "parts": .integer(parts), "text": "x"]]
                )
                #expect(answer.codes == ["INPUT_INVALID"], "\(part) of \(parts)")
            }
            #expect(
                await upload([String(repeating: "x", count: 512 * 1_024 + 1)], to: court).codes == ["TEXT_TOO_LONG"]
            )
            #expect(await desk.run(importing("999999")).codes == ["NOT_FOUND"])
            #expect(await desk.run(importing("x")).codes == ["NOT_FOUND"])
            guard case .object(let members) = BatchDesk.input() else { return }
            #expect(await desk.run(.object(members + [.init("uploadId", "1")])).codes == ["INPUT_INVALID"])
            #expect(await desk.run(.object(members.filter { $0.name != "csv" })).codes == ["INPUT_INVALID"])
            let literal = await court.send(
                #"mutation { uploadPart(input: { part: 1, parts: 1, text: "陈志" }) { received } }"#
            )
            #expect(literal.codes == ["PII_LITERAL"])
        }
    }

    @Test("Of uploads that are never imported the oldest make room")
    func oldest() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let first = await upload(["x"], to: court)
            let second = await upload(["x"], to: court)
            for _ in 0..<3 { _ = await upload(["x"], to: court) }
            let desk = BatchDesk(court: court)
            #expect(await desk.run(importing(first, declared: 1)).codes == ["NOT_FOUND"])
            let kept = await desk.run(importing(second, declared: 1))
            #expect(kept[path: "data.importTransferBatch.problems.0.code"] == "CSV_HEADER", "\(kept)")
            let open = try await court.database.query("SELECT FROM core.upload")
            #expect(open.count == 4)
        }
    }

    @Test("The administrator's files come in parts, too")
    func coreImport() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let id = await upload(["\(StaffImportTests.staff)\n", "新-1,晋03,LA2,新人,CLERK\n"], to: court, as: .admin)
            let desk = ImportDesk(court: court, administrator: court.tokens[.admin])
            #expect(await desk.run("staff", [], uploadId: id)["created"] == 1, "\(id)")
        }
    }
}
