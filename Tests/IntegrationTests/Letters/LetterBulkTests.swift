import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

/// Many letters in one request, each answered for itself.
@Suite("Letters in bulk")
struct LetterBulkTests {
    static let answer = "dryRun done failed items { position id ok } faults { position id code message field }"

    private func classify(_ letters: [(id: String, version: Int)], category: String = "ENFORCEMENT") -> [JSONValue] {
        letters.map { letter in
            [
                "letterId": .string(letter.id), "version": .integer(letter.version), "matterClass": "APPEAL_CLAIM",
                "category": .string(category),
            ]
        }
    }

    private func letters(_ court: TestCourt, _ items: ClosedRange<Int>) async throws -> [(id: String, version: Int)] {
        var letters: [(id: String, version: Int)] = []
        for item in items {
            let desk = try await LetterDesk(court, item: item)
            letters.append((desk.id, try await desk.version))
        }
        return letters
    }

    @Test("What one is refused stops none behind it, and each fault stands at its item")
    func each() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            var items = classify(try await letters(court, 1...4))
            items[1] = ["letterId": "999999", "version": 1, "matterClass": "APPEAL_CLAIM", "category": "ENFORCEMENT"]
            items[2] = [
                "letterId": items[2]["letterId"] ?? .null, "version": 7, "matterClass": "APPEAL_CLAIM",
                "category": "ENFORCEMENT",
            ]
            let input: JSONValue = ["items": .array(items)]
            let response = try await court.run("classifyLetters", input, selecting: Self.answer)
            #expect(response["errors"] == nil, "\(response)")
            let answer = response[path: "data.classifyLetters"]
            #expect(answer["done"] == 2)
            #expect(answer["failed"] == 2)
            #expect(answer["items"]?.items.map { $0["ok"] == .boolean(true) } == [true, false, false, true])
            let faults = answer["faults"]?.items ?? []
            #expect(faults.map { $0["code"]?.text } == ["NOT_FOUND", "VERSION_CONFLICT"], "\(faults)")
            #expect(faults.map { $0["position"]?.integer } == [2, 3])
            #expect(faults.first?["field"] == "input.letterId")
            let states = try await court.query(
                "SELECT state FROM letters.letter WHERE item_no BETWEEN 1 AND 4 ORDER BY item_no"
            )
            let reached = try states.map { try $0.decode("state", as: String.self) }
            #expect(reached == ["CLASSIFIED", "REGISTERED", "REGISTERED", "CLASSIFIED"])
            // Each is a change like any other: one audit event for each.
            let audited = try await court.query(
                "SELECT count(*) AS n FROM host.audit_event WHERE action = 'letter.classified'"
            )
            #expect(try audited[0].decode("n", as: Int64.self) == 2)
        }
    }

    @Test("A rule that an item breaks is that item's fault; a list that is too long or empty is the request's")
    func rules() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let one = try await letters(court, 1...1)[0]
            let item: JSONValue = [
                "letterId": .string(one.id), "version": .integer(one.version), "matterClass": "APPEAL_CLAIM",
                "category": "ENFORCEMENT", "accusedStaffIds": ["1"],
            ]
            let response = try await court.run("classifyLetters", ["items": [item]], selecting: Self.answer)
            #expect(response[path: "data.classifyLetters.faults.0.code"] == "ACCUSED_NOT_ALLOWED", "\(response)")
            let none = try await court.run("classifyLetters", ["items": []], selecting: Self.answer)
            #expect(none.codes == ["TEXT_EMPTY"])
            let many = JSONValue.array(Array(repeating: item, count: 201))
            let long = try await court.run("classifyLetters", ["items": many], selecting: Self.answer)
            #expect(long.codes == ["INPUT_INVALID"])
            let role = try await court.run("classifyLetters", ["items": [item]], selecting: Self.answer, as: .archivist)
            #expect(role.codes == ["FORBIDDEN"])
        }
    }

    @Test("A dry run writes nothing; under a key what was done is answered, and what was refused tried again")
    func repeats() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            var items = classify(try await letters(court, 1...2))
            items[1] = ["letterId": "999999", "version": 1, "matterClass": "APPEAL_CLAIM", "category": "ENFORCEMENT"]
            func run(_ items: [JSONValue], dryRun: Bool = false) async throws -> JSONValue {
                let input: JSONValue = ["items": .array(items), "dryRun": .boolean(dryRun), "idempotencyKey": "bulk-1"]
                let answer = try await court.run("classifyLetters", input, selecting: Self.answer)
                return answer[path: "data.classifyLetters"]
            }
            let tried = try await run(items, dryRun: true)
            #expect(tried["dryRun"] == true)
            #expect(tried["done"] == 1)
            let one = try await LetterDesk(court, item: 1)
            #expect(await one.read("state") == ["state": "REGISTERED"])
            #expect(try await run(items)["done"] == 1)
            #expect(await one.read("state") == ["state": "CLASSIFIED"])
            let version = try await one.version
            let again = try await run(items)
            #expect(again["done"] == 1)
            #expect(again["failed"] == 1)
            #expect(try await one.version == version, "the first answer, not another change")
            let other = try await run(classify(try await letters(court, 1...1), category: "FILING"))
            #expect(other[path: "faults.0.code"] == "IDEMPOTENCY_REUSED", "\(other)")
        }
    }

    @Test("Two hundred are assigned in one request")
    func many() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            // Those of the demonstration that are not sealed.
            let open = try await court.query("SELECT id FROM letters.letter WHERE NOT sealed ORDER BY id")
            let ids = try open.map { String(try $0.decode("id", as: Int64.self)) }
            let classified = try await court.run(
                "classifyLetters",
                ["items": .array(classify(ids.map { ($0, 1) }))],
                selecting: Self.answer
            )
            #expect(classified[path: "data.classifyLetters.done"] == .integer(ids.count))
            let handler = JSONValue.string(try await court.staffID(of: .handler))
            var items: [JSONValue] = []
            for id in ids { items.append(["letterId": .string(id), "version": 2, "assigneeId": handler]) }
            // The same ones once more: taken already.
            while items.count < 200 { items.append(items[items.count - ids.count]) }
            let assigned = try await court.run(
                "assignLetters",
                ["items": .array(items)],
                selecting: Self.answer,
                as: .divisionHead
            )
            #expect(assigned[path: "data.assignLetters.done"] == .integer(ids.count), "\(assigned)")
            let codes = Set(assigned[path: "data.assignLetters.faults"].items.compactMap { $0["code"]?.text })
            #expect(codes == ["VERSION_CONFLICT"])
        }
    }

    @Test("Closing, binding and marking duplicates are done in bulk as well")
    func others() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let root = try await LetterDesk(court, item: 1)
            let copy = try await LetterDesk(court, item: 2)
            func item(_ desk: LetterDesk, _ own: JSONValue = [:]) async throws -> JSONValue {
                var members: [JSONValue.Member] = [
                    .init("letterId", .string(desk.id)), .init("version", .integer(try await desk.version)),
                ]
                if case .object(let given) = own { members += given }
                return ["items": [.object(members)]]
            }
            let mark = try await item(copy, ["duplicateOfId": .string(root.id)])
            let marked = try await court.run("markDuplicates", mark, selecting: "done")
            #expect(marked[path: "data.markDuplicates.done"] == 1)
            try await root.bringToReview()
            try await root.review(.divisionHead, .vicePresident, .president)
            try await root.must("recordDispatch", ["sentOn": "2018-06-29", "method": "POST"], as: .handler)
            try await root.report(sentOn: "2018-06-29")
            let close = try await court.run("closeLetters", try await item(root), selecting: "done", as: .divisionHead)
            #expect(close[path: "data.closeLetters.done"] == 1, "\(close)")
            let bind = try await court.run(
                "bindLetters",
                try await item(root, LetterMutation.own("bindLetter")),
                selecting: Self.answer
            )
            #expect(bind[path: "data.bindLetters.done"] == 1, "\(bind)")
            #expect(await root.read("state") == ["state": "BOUND"])
        }
    }
}
