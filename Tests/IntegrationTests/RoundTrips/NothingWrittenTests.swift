import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("An error in the place of a mutation means that nothing was written")
struct NothingWrittenTests {
    /// Fields of a note, and what makes each fail.
    private static let faults: [(field: String, kinds: Set<NotesPlugin.Kind>)] = [
        ("id text", []), ("mood", [.withoutMood]), ("at", [.infiniteTime]), ("weight", [.notANumber]),
        ("tags", [.withoutTag]), ("shout", [.silent, .failing, .dividing]),
        // Null may stand there, but a statement that fails fails all.
        ("whisper", [.failing, .dividing]), ("author { name }", [.hiddenAuthor]),
        ("lines { text }", [.withoutLineText]),
        ("word", []),
    ]

    @Test("and a value that nothing was lost, whatever is wrong with what was selected")
    func everyFault() async throws {
        try await NoteDesk.open { desk in
            for kind in NotesPlugin.Kind.allCases {
                for (number, fault) in Self.faults.enumerated() {
                    for place in ["note", "maybe"] {
                        let selection = "\(place) { \(fault.field) }"
                        let before = try await desk.traces
                        let answer = await desk.add(kind, key: "\(kind)-\(place)-\(number)", selecting: selection)
                        let left = try await desk.traces - before
                        let isRefused = kind == .taken || kind == .takenLate
                        let fails = fault.kinds.contains(kind)
                        let isStatement = fails && (kind == .failing || kind == .dividing)
                        let isNull = isRefused || isStatement || (fails && place == "note")
                        #expect((answer[path: "data.addNote"] == .null) == isNull, "\(kind), \(selection): \(answer)")
                        #expect((answer["errors"] != nil) == (isRefused || fails), "\(kind), \(selection): \(answer)")
                        #expect(left == (isNull ? .none : .one), "\(kind), \(selection): \(answer)")
                        if isRefused { #expect(answer.codes == ["CONFLICT"], "\(kind), \(selection): \(answer)") }
                    }
                }
            }
        }
    }

    @Test("for a row whose type is the mutation's own, too")
    func ownType() async throws {
        try await NoteDesk.open { desk in
            for (kind, field) in [
                (NotesPlugin.Kind.withoutMood, "mood"), (.hiddenAuthor, "author { name }"), (.failing, "whisper"),
                (.taken, "id"), (.takenLate, "id"),
            ] {
                let before = try await desk.traces
                let answer = await desk.add(kind, "insertNote", selecting: "id \(field)")
                #expect(answer[path: "data.insertNote"] == .null, "\(answer)")
                #expect(answer["errors"] != nil)
                #expect(try await desk.traces == before)
            }
        }
    }

    @Test("and the error is the field's own, at its path")
    func path() async throws {
        try await NoteDesk.open { desk in
            let answer = await desk.add(.withoutMood, key: "k", selecting: "note { mood }")
            #expect(answer[path: "errors.0.message"] == "Cannot return null for non-nullable field Note.mood.")
            #expect(answer[path: "errors.0.path"] == ["addNote", "note", "mood"])
            let refused = await desk.add(.taken, key: "k", selecting: "note { mood }")
            #expect(refused[path: "errors.0.path"] == ["addNote"])
            // Nothing is kept under the key, either.
            #expect(await desk.add(.plain, key: "k", selecting: "note { mood }")["errors"] == nil)
        }
    }

    @Test("after a cancellation during the read that commits")
    func cancelled() async throws {
        try await NoteDesk.open { desk in
            let before = try await desk.traces
            try await desk.court.database.withTransaction { transaction in
                _ = try await transaction.query("SELECT pg_advisory_xact_lock(4712)")
                let request = Task { await desk.add(.plain, key: "k", selecting: "maybe { gate }") }
                while try await Self.waiting(desk) == 0 { await Task.yield() }
                request.cancel()
                let answer = await request.value
                #expect(answer.codes == ["CANCELLED"], "\(answer)")
            }
            #expect(try await desk.traces == before)
            #expect(await desk.add(.plain, key: "k", selecting: "maybe { gate }")["errors"] == nil)
        }
    }

    @Test("after a connection was lost before it committed; the key can be used again")
    func lost() async throws {
        try await NoteDesk.open { desk in
            let before = try await desk.traces
            try await desk.court.database.withTransaction { transaction in
                _ = try await transaction.query("SELECT pg_advisory_xact_lock(4712)")
                let request = Task { await desk.add(.plain, key: "k", selecting: "maybe { gate }") }
                while try await Self.waiting(desk) == 0 { await Task.yield() }
                _ = try await desk.court.query(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND wait_event = 'advisory'
                    """
                )
                let answer = await request.value
                #expect(answer.codes == ["DATABASE_UNAVAILABLE"], "\(answer)")
            }
            #expect(try await desk.traces == before)
            #expect(await desk.add(.plain, key: "k", selecting: "maybe { gate }")["errors"] == nil)
        }
    }

    @Test("unless it was a conflict that another try does not meet", arguments: ["IMMEDIATE", "DEFERRED"])
    func retried(_ when: String) async throws {
        try await NoteDesk.open { desk in
            try await desk.court.database.execute(
                script: """
                    CREATE SEQUENCE notes.attempt;
                    CREATE FUNCTION notes.conflict() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                    BEGIN
                        IF nextval('notes.attempt') < 3 THEN RAISE EXCEPTION 'conflict' USING ERRCODE = '40001'; END IF;
                        RETURN NULL;
                    END $$;
                    CREATE CONSTRAINT TRIGGER conflict AFTER INSERT ON notes.note DEFERRABLE INITIALLY \(when)
                        FOR EACH ROW EXECUTE FUNCTION notes.conflict();
                    """
            )
            let before = try await desk.traces
            let answer = await desk.add(.plain, key: "k", selecting: "note { text }")
            #expect(answer["data"] == ["addNote": ["note": ["text": "plain"]]], "\(answer)")
            #expect(try await desk.traces - before == .one)
        }
    }

    private static func waiting(_ desk: NoteDesk) async throws -> Int64 {
        try await desk.court.query(
            "SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'"
        ).first?.decode("n") ?? 0
    }
}
