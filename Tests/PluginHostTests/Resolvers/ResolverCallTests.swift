import PluginKit
import Postgres
import Synchronization
import Testing

@Suite("How batch resolvers are called", .timeLimit(.minutes(2)))
struct ResolverCallTests {
    @Test("Once per level with distinct keys, wherever on the level they are asked for")
    func oncePerLevel() async throws {
        try await Desk.openOwn { desk in
            let calls = Desk.Calls()
            let before = desk.pool.statistics.pipelines
            let answer = try await desk.ask(
                "{ letters { actions } a: letter(id: 1) { actions } b: letter(id: 3) { actions } }",
                BatchResolver(type: "Letter", field: "actions") { (keys: [(String, String)], _) in
                    calls.add(keys.map { "\($0.0)/\($0.1)" })
                    return keys.map { [$0.0, $0.1] }
                }
            )
            #expect(answer.log == [])
            #expect(
                answer.json == """
                    {"data":{"letters":[{"actions":["OPEN","晋03"]},{"actions":["OPEN","晋03"]},{"actions":["CLOSED","晋0321"]},\
                    {"actions":["OPEN","晋0321"]}],"a":{"actions":["OPEN","晋03"]},"b":{"actions":["CLOSED","晋0321"]}}}
                    """
            )
            #expect(calls.all == ["OPEN/晋03 CLOSED/晋0321 OPEN/晋0321"])
            #expect(desk.pool.statistics.pipelines - before - Desk.catalogRoundTrips == 1)
        }
    }

    @Test("Arguments are coerced and passed; the same ones are one call, others another")
    func arguments() async throws {
        try await Desk.open { desk in
            let calls = Desk.Calls()
            let answer = try await desk.ask(
                """
                query($of: String!, $none: Int) { letter(id: 1) {
                    a: word b: word(times: 2) c: word(of: $of, times: $none) d: word(of: "w") e: word(times: null) } }
                """,
                variables: #"{"of": "v"}"#,
                BatchResolver(type: "Letter", field: "word") { (keys: [Int64], context) in
                    let of = try context.argument("of", as: String.self)
                    let times: InputField<Int> = try context.nullableArgument("times")
                    calls.add("\(of) \(times.isGiven) \(times.value ?? 0)")
                    return keys.map { "\(of)\($0)" }
                }
            )
            #expect(answer.log == [])
            #expect(answer.json == #"{"data":{"letter":{"a":"w1","b":"w1","c":"v1","d":"w1","e":"w1"}}}"#)
            #expect(Set(calls.all) == ["w false 0", "w true 2", "v false 0", "w true 0"])
            #expect(calls.all.count == 4)
        }
    }

    @Test("A NULL key is null without asking, unless its type is optional")
    func nullKeys() async throws {
        try await Desk.open { desk in
            let calls = Desk.Calls()
            let strict = try await desk.ask(
                "{ letters(first: 3) { handler mustHandler } }",
                BatchResolver(type: "Letter", field: "handler") { (keys: [Int64], _) in
                    calls.add(keys)
                    return keys.map { "h\($0)" }
                },
                BatchResolver(type: "Letter", field: "mustHandler") { (keys: [Int64?], _) in
                    keys.map { $0.map { "h\($0)" } ?? "nobody" }
                }
            )
            #expect(strict.log == [])
            #expect(
                strict.json == """
                    {"data":{"letters":[{"handler":"h9","mustHandler":"h9"},{"handler":null,"mustHandler":"nobody"},\
                    {"handler":"h9","mustHandler":"h9"}]}}
                    """
            )
            #expect(calls.all == ["9"])
            let none = try await desk.ask(
                "{ letter(id: 2) { handler } }",
                BatchResolver(type: "Letter", field: "handler") { (keys: [Int64], _) in
                    calls.add("asked")
                    return keys.map { "h\($0)" }
                }
            )
            #expect(none.json == #"{"data":{"letter":{"handler":null}}}"#)
            #expect(calls.all == ["9"])
        }
    }

    @Test("A resolver below a resolver's rows is asked once for its level, SQL beside it")
    func below() async throws {
        try await Desk.openOwn { desk in
            let calls = Desk.Calls()
            let before = desk.pool.statistics.pipelines
            let answer = try await desk.ask(
                "{ letters { related { id twin { id twin { subject before { id rank } } } court { letters { id } } } } }",
                BatchResolver(type: "Letter", field: "related") { (keys: [Int64], _) in
                    calls.add(["related"] + keys.map { "\($0)" })
                    return keys.map { [$0, 1] }
                },
                BatchResolver(type: "Letter", field: "twin") { (keys: [Int64], _) -> [Int64: Int64] in
                    calls.add(["twin"] + keys.map { "\($0)" })
                    return [1: 2, 2: 3]
                },
                BatchResolver(type: "Letter", field: "court") { (keys: [String], _) in
                    calls.add(["court"] + keys)
                    return keys
                },
                BatchResolver(type: "Letter", field: "rank") { (keys: [Int64], _) in
                    calls.add(["rank"] + keys.map { "\($0)" })
                    return keys.map { Int($0) * 10 }
                }
            )
            #expect(answer.log == [])
            let one = """
                {"id":"1","twin":{"id":"2","twin":{"subject":"L3","before":[{"id":"2","rank":20}]}},\
                "court":{"letters":[{"id":"1"},{"id":"2"}]}}
                """
            let two = """
                {"id":"2","twin":{"id":"3","twin":null},"court":{"letters":[{"id":"1"},{"id":"2"}]}}
                """
            #expect(answer.json.contains("{\"related\":[\(one),\(one)]}"), "\(answer.json)")
            #expect(answer.json.contains("{\"related\":[\(two),\(one)]}"))
            #expect(
                calls.all.map { $0.split(separator: " ").prefix(1).joined() }.sorted()
                    == ["court", "rank", "related", "twin", "twin"]
            )
            #expect(calls.all.contains("twin 1 2 3 4"))
            #expect(calls.all.contains("twin 2 3"))
            // Letters; related letters; twins and courts; the courts' letters beside a resolver; twins again; what points there.
            #expect(desk.pool.statistics.pipelines - before - Desk.catalogRoundTrips == 6)
        }
    }

    @Test("Resolvers of a level run side by side")
    func sideBySide() async throws {
        try await Desk.open { desk in
            let meeting = Meeting(of: 2)
            let json = try await desk.json(
                "{ letter(id: 1) { rank ratio } }",
                BatchResolver(type: "Letter", field: "rank") { (keys: [Int64], _) in
                    await meeting.arrive()
                    return keys.map { _ in 1 }
                },
                BatchResolver(type: "Letter", field: "ratio") { (keys: [Int64], _) in
                    await meeting.arrive()
                    return keys.map { _ in 0.5 }
                }
            )
            #expect(json == #"{"data":{"letter":{"rank":1,"ratio":0.5}}}"#)
        }
    }

    @Test("A resolver runs while the SQL of its level does")
    func besideSQL() async throws {
        try await Desk.open { desk in
            // The level's SQL waits for a lock that only the resolver lets go.
            try await desk.pool.withTransaction { transaction in
                _ = try await transaction.query("SELECT pg_advisory_lock(4711)")
                let json = try await desk.json(
                    "{ letter(id: 2) { before { gate } rank } }",
                    BatchResolver(type: "Letter", field: "rank") { (keys: [Int64], _) in
                        _ = try await transaction.query("SELECT pg_advisory_unlock(4711)")
                        return keys.map { _ in 1 }
                    }
                )
                #expect(json == #"{"data":{"letter":{"before":[{"gate":true}],"rank":1}}}"#)
            }
        }
    }

    @Test("What resolvers read is the request's snapshot, however many read at once")
    func oneSnapshot() async throws {
        try await Desk.openOwn { desk in
            let snapshots = Desk.Calls()
            @Sendable func count(_ context: ResolverContext) async throws -> Int {
                let row = try await context.query(
                    "SELECT count(*)::integer AS n, pg_backend_pid()::text AS pid FROM desk.letter"
                ).first
                guard let row else { return -1 }
                snapshots.add(try row.decode("pid", as: String.self))
                return Int(try row.decode("n", as: Int32.self))
            }
            let pool = desk.pool
            let answer = try await desk.ask(
                "{ letter(id: 1) { rank word twin { rank } before { id } } }",
                BatchResolver(type: "Letter", field: "rank", reads: true) { (keys: [Int64], context) in
                    let count = try await count(context)
                    // A row more is not seen by whoever reads next.
                    try await pool.execute(
                        """
                        INSERT INTO desk.letter SELECT 100 + \(keys[0]), 'new', court_code, state, NULL, NULL, token,
                            received_on, received_at, 0, '{}', false, 0, 0 FROM desk.letter WHERE id = 1
                        """
                    )
                    return keys.map { _ in count }
                },
                BatchResolver(type: "Letter", field: "word", reads: true) { (keys: [Int64], context) in
                    let count = try await count(context)
                    return keys.map { _ in "\(count)" }
                },
                BatchResolver(type: "Letter", field: "twin") { (keys: [Int64], _) in keys.map { $0 + 2 } }
            )
            #expect(answer.log == [])
            #expect(answer.json == #"{"data":{"letter":{"rank":4,"word":"4","twin":{"rank":4},"before":[]}}}"#)
            #expect(snapshots.all.count == 3)
            #expect(Set(snapshots.all).count == 1)
            let rows = try await pool.query("SELECT id FROM desk.letter")
            #expect(rows.count == 6)
        }
    }

    @Test("A field of Query reads the database too")
    func queryReads() async throws {
        try await Desk.open { desk in
            let answer = try await desk.ask(
                "{ oldest { subject } }",
                BatchResolver(query: "oldest", reads: true) { context in
                    try await context.query("SELECT id FROM desk.letter ORDER BY id DESC LIMIT 2").map { row in
                        try row.decode("id", as: Int64.self)
                    }
                }
            )
            #expect(answer.log == [])
            #expect(answer.json == #"{"data":{"oldest":[{"subject":"L4"},{"subject":"L3"}]}}"#)
        }
    }

    @Test("In a payload resolvers read what the command wrote, and cannot write")
    func payload() async throws {
        try await Desk.openOwn { desk in
            let close = Command(name: "close") { _, context in
                try await context.transaction.execute("UPDATE desk.letter SET state = 'CLOSED' WHERE id = 1")
                return Payload(
                    cells: [("letter", .key(1))],
                    lists: [
                        ("letters", [Payload(cells: [("key", .key(2))]), Payload(cells: [("key", .key(1))])]),
                        ("notes", [Payload(cells: [("line", .integer(3)), ("letter", .key(4))])]),
                    ]
                )
            }
            let answer = try await desk.ask(
                """
                mutation { close(input: { id: 1 }) {
                    letter { rank word related { id } } letters { id } notes { line letter { id } } } }
                """,
                BatchResolver(type: "Letter", field: "rank", reads: true) { (keys: [Int64], context) in
                    let rows = try await context.query("SELECT 1 FROM desk.letter WHERE state = 'CLOSED'")
                    return keys.map { _ in rows.count }
                },
                BatchResolver(type: "Letter", field: "word", reads: true) { (keys: [Int64], context) in
                    let role = try await context.query("SELECT current_user::text AS role").first?
                        .decode("role", as: String.self)
                    return keys.map { _ in role }
                },
                BatchResolver(type: "Letter", field: "related") { (keys: [Int64], _) in keys.map { [$0 + 1] } },
                commands: [close]
            )
            #expect(answer.log == [])
            #expect(
                answer.json == """
                    {"data":{"close":{"letter":{"rank":2,"word":"docket_reader","related":[{"id":"2"}]},\
                    "letters":[{"id":"2"},{"id":"1"}],"notes":[{"line":3,"letter":{"id":"4"}}]}}}
                    """
            )
        }
    }

    @Test("Cancelling the request cancels its resolvers")
    func cancellation() async throws {
        try await Desk.open { desk in
            let begun = Meeting(of: 2)
            let request = Task {
                try await desk.ask(
                    "{ letter(id: 2) { rank before { id } } }",
                    BatchResolver(type: "Letter", field: "rank") { (keys: [Int64], _) -> [Int] in
                        await begun.arrive()
                        // Longer than any test may take: only the cancellation ends it.
                        try await Task.sleep(for: .seconds(600))
                        return keys.map { _ in 1 }
                    }
                )
            }
            await begun.arrive()
            request.cancel()
            let answer = try await request.value
            #expect(answer.json.contains(#""data":{"letter":null}"#), "\(answer.json)")
        }
    }
}

/// Lets as many as it is for go on together.
private final class Meeting: Sendable {
    private struct State {
        var missing: Int
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    init(of count: Int) { state = Mutex(State(missing: count)) }

    func arrive() async {
        await withCheckedContinuation { waiter in
            let ready = state.withLock { state -> [CheckedContinuation<Void, Never>] in
                state.missing -= 1
                state.waiters.append(waiter)
                guard state.missing <= 0 else { return [] }
                defer { state.waiters = [] }
                return state.waiters
            }
            for waiter in ready { waiter.resume() }
        }
    }
}
