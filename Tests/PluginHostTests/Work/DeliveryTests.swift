import PluginKit
import Postgres
import Synchronization
import Testing

@testable import PluginHost

@Suite("Delivery of events", .timeLimit(.minutes(2)))
struct DeliveryTests {
    /// A subscriber to all events of notes that writes down what it gets.
    static func listener(_ name: String = "notes.listener", from start: Subscriber.Start = .newest) -> Subscriber {
        Subscriber(name, to: ["note.*"], from: start) { event, context in
            try await context.note(name, "\(event.name) \(event.objectID) \(event.courtCode) \(event.state ?? "-")")
        }
    }

    @Test("A subscriber gets the events that it names, in order, each once, with the row's key and state")
    func delivers() async throws {
        let opened = Subscriber("notes.opened", to: ["note.opened"]) { event, context in
            try await context.note(
                "notes.opened",
                "\(event.objectID) \(event.object) \(event.isSealed) \(event.attempt)"
            )
        }
        try await WorkBench.with(subscribers: [Self.listener(), opened]) { bench in
            try await bench.withEngine { (engine) async throws in
                try await bench.touch(1, #""event": "note.opened""#, on: engine)
                try await bench.touch(2, #""event": "note.opened", "sealed": true"#, on: engine)
                try await bench.touch(1, #""event": "note.closed""#, on: engine)
                try await bench.touch(1, #""event": "other.closed""#, on: engine)
                #expect(try await engine.runDue() == 5)
                #expect(try await engine.runDue() == 0)
            }
            let seen = try await bench.seen()
            #expect(
                seen.filter { $0.hasPrefix("notes.listener") } == [
                    "notes.listener note.opened 1 晋03 OPEN", "notes.listener note.opened 2 晋03 OPEN",
                    "notes.listener note.closed 1 晋03 OPEN",
                ]
            )
            #expect(
                seen.filter { $0.hasPrefix("notes.opened") } == [
                    "notes.opened 1 note false 1", "notes.opened 2 note true 1",
                ]
            )
            #expect(try await bench.count("host.task") == 0)
        }
    }

    @Test(
        "A handler acts as the system, and what it records and emits commits with the delivery and is delivered in turn"
    )
    func systemActor() async throws {
        let first = Subscriber("notes.first", to: ["note.opened"]) { event, context in
            #expect(context.principal.isSystem)
            #expect(context.principal.roles.isEmpty)
            #expect(context.principal.courtCode == "晋03")
            let court = try await context.transaction.queryOne("SELECT core.readable_courts() AS courts")
            #expect(try court?.decode("courts", as: [String].self) == ["晋03"])
            context.audit(
                AuditEvent("note.followed", objectType: "Note", objectID: event.objectID, courtCode: event.courtCode)
            )
            context.emit(
                OutboxEvent("note.followed", objectID: event.objectID, courtCode: event.courtCode, sealed: false)
            )
        }
        let second = Subscriber("notes.second", to: ["note.followed"]) { event, context in
            try await context.note("notes.second", "\(event.objectID)")
        }
        try await WorkBench.with(subscribers: [first, second]) { bench in
            try await bench.withEngine { (engine) async throws in
                try await bench.touch(7, #""event": "note.opened""#, on: engine)
                try await engine.runDue()
            }
            #expect(try await bench.seen() == ["notes.second 7"])
            #expect(
                try await bench.texts(
                    """
                    SELECT client || ' ' || token_id || ' ' || coalesce(staff_id::text, '-') || ' ' || cardinality(roles) || ' '
                        || court_code || ' ' || object_id
                    FROM host.audit_event WHERE action = 'note.followed'
                    """
                ) == ["subscriber:notes.first 0 - 0 晋03 7"]
            )
        }
    }

    @Test("An event that commits after a later one is delivered after it, and a reader that has gone on still meets it")
    func outOfOrderCommits() async throws {
        try await WorkBench.with(subscribers: [Self.listener()]) { bench in
            try await bench.withEngine { (engine) async throws in
                let second = SQL(
                    "INSERT INTO host.outbox_event (name, object_id, court_code) VALUES ('note.second', 2, '晋03')"
                )
                let query =
                    "query($after: String) { outboxEvents(first: 10, after: $after) { nodes { name } pageInfo { endCursor } } }"
                var cursor = ""
                try await bench.pool.withTransaction { transaction in
                    try await transaction.execute(
                        "INSERT INTO host.outbox_event (name, object_id, court_code) VALUES ('note.first', 1, '晋03')"
                    )
                    // Its id is the greater one, and it is there first.
                    try await bench.pool.execute(second)
                    try await engine.runDue()
                    let page = try await bench.ask(query, on: engine)
                    #expect(page.contains(#"{"nodes":[{"name":"note.second"}],"#), "\(page)")
                    cursor = String(page.split(separator: "\"endCursor\":\"").last?.prefix { $0 != "\"" } ?? "")
                }
                try await engine.runDue()
                let page = try await bench.ask(query, "{\"after\": \"\(cursor)\"}", on: engine)
                #expect(page.contains(#"{"nodes":[{"name":"note.first"}],"#), "\(page)")
            }
            #expect(
                try await bench.seen().map { $0.split(separator: " ")[1] } == ["note.second", "note.first"]
            )
        }
    }

    @Test("A connection that is lost before the commit leaves nothing, counts as no try, and the event comes again")
    func lostConnection() async throws {
        let isFirst = Mutex(true)
        let pools = Mutex<PostgresPool?>(nil)
        let subscriber = Subscriber("notes.listener", to: ["note.*"]) { event, context in
            try await context.note("notes.listener", "\(event.name) \(event.attempt)")
            guard
                isFirst.withLock({
                    let was = $0; $0 = false; return was
                })
            else { return }
            let row = try await context.transaction.queryOne("SELECT pg_backend_pid() AS pid")
            let pid = try row?.decode("pid", as: Int32.self) ?? 0
            try await pools.withLock { $0 }?.execute("SELECT pg_terminate_backend(\(pid), 5000)")
        }
        try await WorkBench.with(subscribers: [subscriber]) { bench in
            pools.withLock { $0 = bench.pool }
            try await bench.withEngine { (engine) async throws in
                try await bench.touch(1, #""event": "note.opened""#, on: engine)
                let error = await #expect(throws: PostgresError.self) { try await engine.runDue() }
                #expect(error?.isOutage == true, "\(String(describing: error))")
                #expect(try await bench.seen() == [])
                #expect(try await engine.runDue() == 1)
            }
            #expect(try await bench.seen() == ["notes.listener note.opened 1"])
            pools.withLock { $0 = nil }
        }
    }

    @Test("Two servers on one database deliver each event once, in order for each row")
    func twoServers() async throws {
        try await WorkBench.with(subscribers: [Self.listener(), Self.listener("notes.other")]) { bench in
            try await bench.withEngine { (one) async throws in
                try await bench.withEngine { (two) async throws in
                    try await bench.pool.execute(
                        """
                        INSERT INTO host.outbox_event (name, object_id, court_code, state)
                        SELECT 'note.n' || n, n % 5, '晋03', n::text AS state FROM generate_series(1, 150) n ORDER BY n
                        """
                    )
                    while try await bench.count("host.outbox_event WHERE position IS NULL") + bench.count("host.task")
                        > 0
                    {
                        async let first = one.runDue()
                        async let second = two.runDue()
                        _ = try await (first, second)
                    }
                }
            }
            for name in ["notes.listener", "notes.other"] {
                let seen = try await bench.texts("SELECT what FROM notes.seen WHERE who = \(name) ORDER BY id")
                #expect(seen.count == 150)
                for row in 0..<5 {
                    let states = seen.map { $0.split(separator: " ") }.filter { $0[1] == "\(row)" }.compactMap {
                        Int($0[3])
                    }
                    #expect(states.count == 30)
                    #expect(states == states.sorted())
                }
            }
        }
    }

    @Test("A new subscriber begins with the newest event, or where it says so with the first")
    func beginnings() async throws {
        try await WorkBench.with { bench in
            try await bench.withEngine { (engine) async throws in
                try await bench.touch(1, #""event": "note.old""#, on: engine)
                try await engine.runDue()
            }
            let plugin = NotesFixture.plugin(
                subscribers: [Self.listener("notes.newest"), Self.listener("notes.all", from: .beginning)],
                timers: []
            )
            try await bench.withEngine(plugin: plugin) { (engine) async throws in
                try await bench.touch(1, #""event": "note.new""#, on: engine)
                try await engine.runDue()
            }
            // Known by now: it does not begin again.
            try await bench.withEngine(plugin: plugin) { (engine) async throws in try await engine.runDue() }
            let seen = try await bench.seen().map { $0.split(separator: " ").prefix(2).joined(separator: " ") }.sorted()
            #expect(seen == ["notes.all note.new", "notes.all note.old", "notes.newest note.new"])
        }
    }

    @Test("A served engine delivers by itself, at once after a mutation, and ends when it is told to")
    func serves() async throws {
        try await WorkBench.with(subscribers: [Self.listener()]) { bench in
            try await bench.withEngine { (engine) async throws in
                let work = Task { await engine.work() }
                // It has looked once, and would look again in an hour.
                while try await bench.count(
                    "pg_stat_activity WHERE application_name = 'docket worker' AND datname = current_database()"
                ) == 0 {
                    try await Task.sleep(for: .milliseconds(5))
                }
                try await bench.touch(1, #""event": "note.opened""#, on: engine)
                while try await bench.seen().isEmpty { try await Task.sleep(for: .milliseconds(5)) }
                engine.stopWork()
                await work.value
            }
        }
    }
}
