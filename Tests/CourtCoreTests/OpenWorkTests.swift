import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

/// What is open with somebody who leaves is seen, and goes to another.
@Suite("Open work")
struct OpenWorkTests {
    private static let answer =
        "dryRun reassigned refused remaining items { type objectId dueOn reassigned code message }"

    @Test("Goes over row by row: what a state refuses stays and is told, and a dry run keeps nothing")
    func reassigned() async throws {
        try await DeputyDesk.with { desk in
            let first = try await desk.letter(of: DeputyDesk.absent)
            let second = try await desk.letter(of: DeputyDesk.absent, at: 1)
            let paused = Int64(second.id) ?? 0
            _ = try await desk.court.query("UPDATE letters.letter SET state = 'PAUSED' WHERE id = \(paused)")
            #expect(try await Self.open(desk).count == 2)

            let dry = try await Self.reassign(desk, adding: [.init("dryRun", true)])
            #expect(dry[path: "data.reassignOpenWork.reassigned"] == 1, "\(dry)")
            #expect(dry[path: "data.reassignOpenWork.refused"] == 1)
            #expect(try await Self.open(desk).count == 2)
            #expect(try await Self.events(desk) == [])

            let done = try await Self.reassign(desk)
            #expect(done[path: "data.reassignOpenWork.remaining"] == 0, "\(done)")
            let items = done[path: "data.reassignOpenWork.items"].items
            let moved = items.first { $0["objectId"] == .string(first.id) }
            #expect(moved?["reassigned"] == true)
            #expect(moved?["type"] == "Letter")
            let kept = items.first { $0["objectId"] == .string(second.id) }
            #expect(kept?["code"] == "ILLEGAL_TRANSITION")
            #expect(kept?["message"] == "当前状态不允许该操作")
            let read = try await first.read("assignee { no } state")
            #expect(read == ["assignee": ["no": "晋03-05"], "state": "ASSIGNED"])
            #expect(try await second.read("assignee { no }") == ["assignee": ["no": "晋03-04"]])
            #expect(try await Self.events(desk) == ["letter.reassigned", "openWork.reassigned"])
        }
    }

    @Test("Takes dossiers along, or only the types that are named")
    func dossiers() async throws {
        try await DeputyDesk.with { desk in
            let letter = try await desk.letter(of: DeputyDesk.absent)
            let dossier = try await desk.dossier(of: DeputyDesk.absent)
            let titles = try await Self.open(desk).compactMap { $0["title"]?.text }
            #expect(Set(titles) == ["来信", "信访档案"])

            let named = try await Self.reassign(desk, adding: [.init("types", ["Dossier"])])
            #expect(named[path: "data.reassignOpenWork.reassigned"] == 1, "\(named)")
            #expect(try await dossier.read("handler { no }", as: .divisionHead) == ["handler": ["no": "晋03-05"]])
            #expect(try await letter.read("assignee { no }") == ["assignee": ["no": "晋03-04"]])
            let left = try await Self.reassign(desk)
            #expect(left[path: "data.reassignOpenWork.items"].items.compactMap { $0["type"]?.text } == ["Letter"])
        }
    }

    @Test("Undoes what one row began where it is refused, and keeps the rest")
    func undone() async throws {
        try await DeputyDesk.with { desk in
            let kept = try await desk.letter(of: DeputyDesk.absent)
            let moved = try await desk.letter(of: DeputyDesk.absent, at: 1)
            // The receiver is accused in one of them.
            let receiver = Int64(try await desk.court.staffID(DeputyDesk.deputy)) ?? 0
            let accusing = Int64(kept.id) ?? 0
            _ = try await desk.court.query(
                "UPDATE letters.letter SET accused_staff_ids = ARRAY[\(receiver)] WHERE id = \(accusing)"
            )
            // A president is kept from what accuses themselves only; the head is of the accused's division.
            let done = try await Self.reassign(desk)
            #expect(done[path: "data.reassignOpenWork.items"].items.compactMap { $0["objectId"]?.text } == [moved.id])
            #expect(done[path: "data.reassignOpenWork.reassigned"] == 1, "\(done)")
            #expect(try await Self.events(desk) == ["letter.reassigned", "openWork.reassigned"])
        }
    }

    @Test("Is counted for heads, of their own court")
    func counted() async throws {
        try await DeputyDesk.with { desk in
            _ = try await desk.letter(of: DeputyDesk.absent)
            let query = "{ staff(filter: { no: \"晋03-04\" }) { nodes { openAssignments } } }"
            let head = await desk.court.send(query, as: .divisionHead)
            #expect(head[path: "data.staff.nodes.0.openAssignments"] == 1, "\(head)")
            let other = await desk.court.send(query, bearing: try await desk.token("晋0302-03"))
            #expect(other[path: "data.staff.nodes.0.openAssignments"] == .null, "\(other)")
            #expect(other.codes == [])
            let clerk = await desk.court.send(query, as: .clerk)
            #expect(clerk.codes == ["FORBIDDEN"])
        }
    }

    @Test("Hides what is sealed")
    func sealed() async throws {
        try await DeputyDesk.with { desk in
            let letter = try await desk.letter(of: DeputyDesk.absent)
            let id = Int64(letter.id) ?? 0
            _ = try await desk.court.query("UPDATE letters.letter SET sealed = true WHERE id = \(id)")
            #expect(try await Self.open(desk) == [])
            let done = try await Self.reassign(desk)
            #expect(done[path: "data.reassignOpenWork.items"] == [], "\(done)")
        }
    }

    @Test("Is refused to oneself, of unknown types, to staff of another court, and without the role")
    func refusals() async throws {
        try await DeputyDesk.with { desk in
            _ = try await desk.letter(of: DeputyDesk.absent)
            let same = try await Self.reassign(desk, to: DeputyDesk.absent)
            #expect(DeputyDesk.unmet(same) == ["otherPerson"])
            let types = try await Self.reassign(desk, adding: [.init("types", ["Letter", "Nothing"])])
            #expect(types.codes == ["NOT_FOUND"])
            #expect(types[path: "errors.0.extensions.field"] == "input.types.1")
            #expect(try await Self.reassign(desk, to: "晋0302-05").codes == ["NOT_FOUND"])
            #expect(try await Self.reassign(desk, as: .clerk).codes == ["FORBIDDEN"])
            // Whoever cannot handle letters is given none.
            let archivist = try await Self.reassign(desk, to: "晋03-11")
            #expect(archivist[path: "data.reassignOpenWork.items.0.code"] == "GUARD_FAILED", "\(archivist)")
            #expect(try await Self.open(desk).count == 1)
        }
    }

    @Test("Is told of where an import puts somebody out of office")
    func imported() async throws {
        try await DeputyDesk.with { desk in
            _ = try await desk.letter(of: DeputyDesk.absent)
            let csv = """
                no,court_code,department_code,name,roles,active
                晋03-04,晋03,LA2,何华洋,HANDLER,false
                晋03-05,晋03,LA2,陈平明,HANDLER,true

                """
            let answer = try await desk.court.run(
                "importStaff",
                ["csv": .string(csv)],
                selecting: "updated notes problems { message }",
                as: .admin
            )
            #expect(answer[path: "data.importStaff.updated"] == 1, "\(answer)")
            #expect(
                answer[path: "data.importStaff.notes"] == [
                    "工号晋03-04已停用，尚有在办事项：来信1件，请移交（reassignOpenWork）"
                ],
                "\(answer)"
            )
        }
    }

    private static func open(_ desk: DeputyDesk) async throws -> [JSONValue] {
        let answer = await desk.court.send(
            "query($id: ID!) { openWork(staffId: $id) { type title objectId dueOn } }",
            ["id": .string(try await desk.court.staffID(DeputyDesk.absent))],
            as: .divisionHead
        )
        guard answer.codes.isEmpty else { throw TestFault("\(answer)") }
        return answer[path: "data.openWork"].items
    }

    private static func reassign(
        _ desk: DeputyDesk,
        to receiver: String = DeputyDesk.deputy,
        adding members: [JSONValue.Member] = [],
        as role: Role = .divisionHead
    ) async throws -> JSONValue {
        let input: [JSONValue.Member] = [
            .init("reason", "承办人调离，移交在办事项"),
            .init("fromStaffId", .string(try await desk.court.staffID(DeputyDesk.absent))),
            .init("toStaffId", .string(try await desk.court.staffID(receiver))),
        ]
        return try await desk.court.run("reassignOpenWork", .object(input + members), selecting: answer, as: role)
    }

    /// The audit events of reassignment, in order.
    private static func events(_ desk: DeputyDesk) async throws -> [String] {
        try await desk.court.query(
            "SELECT action FROM host.audit_event WHERE action LIKE '%.reassigned' ORDER BY id"
        ).map { try $0.decode("action", as: String.self) }
    }
}
