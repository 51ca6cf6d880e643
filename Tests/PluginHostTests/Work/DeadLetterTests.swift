import PluginKit
import Postgres
import Testing

@testable import PluginHost

@Suite("Failures of events and timers", .timeLimit(.minutes(2)))
struct DeadLetterTests {
    private static let letters =
        """
        { deadLetters { nodes { id version kind runner event objectId courtCode attempts failure waiting } } }
        """

    /// Fails for events whose name stands in `notes.fault`.
    private static let picky = Subscriber("notes.picky", to: ["note.*"]) { event, context in
        try await context.note("notes.picky", "\(event.name) \(event.objectID)")
        let fault = try await context.transaction.queryOne("SELECT what FROM notes.fault WHERE what = \(event.name)")
        if fault != nil { throw DomainError(.guardFailed, "不满足流转条件：测试") }
    }

    /// A bench on which `note.bad` of row 1 is dead, and two later events of row 1 wait for it.
    private static func withDeadLetter(
        sealed: Bool = false,
        _ body: (WorkBench, Engine) async throws -> Void
    ) async throws {
        try await WorkBench.with(subscribers: [picky]) { bench in
            try await bench.pool.execute("INSERT INTO notes.fault VALUES ('note.bad')")
            try await bench.withEngine { (engine) async throws in
                try await bench.touch(1, #""event": "note.bad", "sealed": \#(sealed)"#, on: engine)
                try await bench.touch(1, #""event": "note.after""#, on: engine)
                try await bench.touch(2, #""event": "note.other""#, on: engine)
                try await bench.touch(1, #""event": "note.last""#, on: engine)
                // Three tries of the first, and the other row's.
                #expect(try await engine.runDue() == 4)
                #expect(try await bench.seen() == ["notes.picky note.other 2"])
                try await body(bench, engine)
            }
        }
    }

    private static func letter(_ bench: WorkBench) async throws -> (id: Int64, version: Int32) {
        let rows = try await bench.pool.query("SELECT id, version FROM host.task WHERE state = 'DEAD'")
        let row = try #require(rows.first)
        return (try row.decode("id"), try row.decode("version"))
    }

    @Test("What fails at every try is a dead letter that holds back its row's later events, and no other row's")
    func deadLetter() async throws {
        try await Self.withDeadLetter { bench, engine in
            let (id, version) = try await Self.letter(bench)
            let answer = try await bench.ask(Self.letters, on: engine)
            #expect(
                answer == """
                    {"data":{"deadLetters":{"nodes":[{"id":"\(id)","version":\(version),"kind":"SUBSCRIBER","runner":"notes.picky",\
                    "event":"note.bad","objectId":"1","courtCode":"晋03","attempts":3,\
                    "failure":"不满足流转条件：测试 [GUARD_FAILED]","waiting":2}]}}}
                    """,
                "\(answer)"
            )
            let metrics = await engine.metricsText()
            let labels = #"{kind="subscriber",name="notes.picky"}"#
            for line in [
                "docket_work_dead_letters\(labels) 1", "docket_work_pending\(labels) 2",
                "docket_work_done_total\(labels) 1", "docket_work_failed_total\(labels) 3",
                "docket_outbox_unpublished 0",
            ] {
                #expect(metrics.contains("\(line)\n"), "\(line) in \(metrics)")
            }
        }
    }

    @Test("A failed try waits longer each time, and leaves nothing behind but its mark")
    func backsOff() async throws {
        try await WorkBench.with(subscribers: [Self.picky]) { bench in
            try await bench.pool.execute("INSERT INTO notes.fault VALUES ('note.bad')")
            try await bench.withEngine(retryDelays: [.seconds(100), .seconds(1_000)]) { (engine) async throws in
                try await bench.touch(1, #""event": "note.bad""#, on: engine)
                for (attempt, delay) in [(1, 100), (2, 1_000)] {
                    #expect(try await engine.runDue() == 1)
                    #expect(try await engine.runDue() == 0)
                    #expect(
                        try await bench.texts(
                            """
                            SELECT state || ' ' || attempts || ' ' || extract(epoch FROM retry_at - failed_at)::integer
                            FROM host.task
                            """
                        ) == ["PENDING \(attempt) \(delay)"]
                    )
                    try await bench.pool.execute("UPDATE host.task SET retry_at = now()")
                }
                #expect(try await engine.runDue() == 1)
                #expect(try await bench.texts("SELECT state FROM host.task") == ["DEAD"])
                #expect(try await bench.seen() == [])
            }
        }
    }

    @Test("A replayed dead letter is tried anew, and what waited for it follows in order")
    func replay() async throws {
        try await Self.withDeadLetter { bench, engine in
            let (id, version) = try await Self.letter(bench)
            let replay =
                "mutation($v: Int!) { replayDeadLetter(input: {deadLetterId: \(id), version: $v}) { deadLetterId runner } }"
            let conflict = try await bench.ask(replay, "{\"v\": \(version - 1)}", on: engine)
            #expect(conflict.contains("VERSION_CONFLICT"), "\(conflict)")
            try await bench.pool.execute("DELETE FROM notes.fault")
            #expect(
                try await bench.ask(replay, "{\"v\": \(version)}", on: engine)
                    == #"{"data":{"replayDeadLetter":{"deadLetterId":"\#(id)","runner":"notes.picky"}}}"#
            )
            #expect(try await engine.runDue() == 3)
            #expect(
                try await bench.seen() == [
                    "notes.picky note.other 2", "notes.picky note.bad 1", "notes.picky note.after 1",
                    "notes.picky note.last 1",
                ]
            )
            #expect(try await bench.ask(Self.letters, on: engine) == #"{"data":{"deadLetters":{"nodes":[]}}}"#)
            #expect(
                try await bench.texts(
                    "SELECT action || ' ' || object_id FROM host.audit_event WHERE action LIKE 'deadLetter.%'"
                ) == ["deadLetter.replayed \(id)"]
            )
            let gone = try await bench.ask(replay, "{\"v\": \(version)}", on: engine)
            #expect(gone.contains("NOT_FOUND"), "\(gone)")
        }
    }

    @Test("A skipped dead letter is gone, with the reason in the audit log, and what waited for it goes on")
    func skip() async throws {
        try await Self.withDeadLetter { bench, engine in
            let (id, version) = try await Self.letter(bench)
            let skip = """
                mutation($reason: String!) {
                    skipDeadLetter(input: {deadLetterId: \(id), version: \(version), reason: $reason}) { runner }
                }
                """
            let short = try await bench.ask(skip, #"{"reason": "太短"}"#, on: engine)
            #expect(short.contains("TEXT_TOO_SHORT"), "\(short)")
            let done = try await bench.ask(skip, #"{"reason": "该事项已由承办人线下办结"}"#, on: engine)
            #expect(done == #"{"data":{"skipDeadLetter":{"runner":"notes.picky"}}}"#)
            #expect(try await engine.runDue() == 2)
            #expect(
                try await bench.texts("SELECT purpose FROM host.audit_event WHERE action = 'deadLetter.skipped'")
                    == ["该事项已由承办人线下办结"]
            )
        }
    }

    @Test("A dead letter of a sealed matter does not say which, and one of another court is not seen")
    func secrecy() async throws {
        try await Self.withDeadLetter(sealed: true) { bench, engine in
            let answer = try await bench.ask(Self.letters, on: engine)
            #expect(answer.contains(#""event":"note.bad","objectId":null"#), "\(answer)")
            let other = try await TokenStore(bench.pool).create(
                name: "other",
                staffNo: nil,
                courtCode: "晋04",
                roles: [.admin],
                validFor: .seconds(600)
            )
            #expect(
                try await bench.ask(Self.letters, on: engine, bearing: other)
                    == #"{"data":{"deadLetters":{"nodes":[]}}}"#
            )
            let (id, version) = try await Self.letter(bench)
            let refused = try await bench.ask(
                "mutation { replayDeadLetter(input: {deadLetterId: \(id), version: \(version)}) { runner } }",
                on: engine,
                bearing: other
            )
            #expect(refused.contains("NOT_FOUND"), "\(refused)")
        }
    }

    @Test("A command that fails PostgreSQL's rules inside a handler is a try like any other, told without values")
    func databaseErrors() async throws {
        let breaking = Subscriber("notes.breaking", to: ["note.*"]) { event, context in
            try await context.transaction.execute("INSERT INTO notes.fault VALUES ('secret'), ('secret')")
        }
        try await WorkBench.with(subscribers: [breaking]) { bench in
            try await bench.withEngine(retryDelays: []) { (engine) async throws in
                try await bench.touch(1, #""event": "note.opened""#, on: engine)
                #expect(try await engine.runDue() == 1)
            }
            #expect(
                try await bench.texts("SELECT state || ' ' || failure FROM host.task")
                    == ["DEAD PostgreSQL: serverError 23505 fault_pkey"]
            )
        }
    }
}
