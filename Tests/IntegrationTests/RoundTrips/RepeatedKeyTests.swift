import DocketTesting
import GraphQLLanguage
import Postgres
import Testing

@Suite("A key that goes ahead")
struct RepeatedKeyTests {
    @Test("A repeated request has the first one's answer, and leaves a trace of its own")
    func repeated() async throws {
        try await NoteDesk.open { desk in
            let selection = "count note { id text } maybe { lines { text } }"
            let first = await desk.add(.plain, key: "k", selecting: selection)
            #expect(first["errors"] == nil, "\(first)")
            let before = try await desk.traces
            for _ in 0..<2 { #expect(await desk.add(.plain, key: "k", selecting: selection) == first) }
            #expect(try await desk.traces == before)
            let traces = try await desk.court.query("SELECT 1 FROM host.audit_event WHERE action = 'request.repeated'")
            #expect(traces.count == 2)
        }
    }

    @Test("So it has where the command makes an error of its own of whatever fails")
    func swallowed() async throws {
        try await NoteDesk.open { desk in
            let first = await desk.add(.plain, key: "k", "hastyNote", selecting: "id text")
            #expect(first["errors"] == nil, "\(first)")
            #expect(await desk.add(.plain, key: "k", "hastyNote", selecting: "id text") == first)
        }
    }

    @Test("It may not be used for another input, whose statements are not run")
    func reused() async throws {
        try await NoteDesk.open { desk in
            #expect(await desk.add(.plain, key: "k", selecting: "count")["errors"] == nil)
            let before = try await desk.traces
            let other = await desk.add(.taken, key: "k", selecting: "count")
            #expect(other.codes == ["IDEMPOTENCY_REUSED"], "\(other)")
            #expect(try await desk.traces == before)
        }
    }

    @Test("Many at once write once, and all have the same answer")
    func concurrent() async throws {
        try await NoteDesk.open { desk in
            let before = try await desk.traces
            let answers = await withTaskGroup(of: JSONValue.self) { group in
                for _ in 0..<8 { group.addTask { await desk.add(.plain, key: "k", selecting: "note { id } count") } }
                return await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(answers.count == 1, "\(answers)")
            #expect(answers.first?["errors"] == nil)
            #expect(try await desk.traces - before == .one)
        }
    }

    @Test("A statement of the command's that meets the same rule is not taken for a repetition")
    func likeness() async throws {
        try await NoteDesk.open { desk in
            #expect(await desk.add(.taken, key: "k", "insertNote", selecting: "id").codes == ["CONFLICT"])
            #expect(await desk.add(.plain, key: "k", "insertNote", selecting: "text")["errors"] == nil)
        }
    }
}
