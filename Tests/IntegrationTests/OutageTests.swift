import DocketServer
import DocketTesting
import FieldEncryption
import GraphQLLanguage
import PluginHost
import PluginKit
import Postgres
import PrivatePostgres
import Testing

@Suite("When PostgreSQL is out of order")
struct OutageTests {
    @Test(
        "A write that PostgreSQL cannot take has a code that says so, and the server is not ready until one succeeds",
        arguments: [("disk_full", "STORAGE_FULL"), ("read_only_sql_transaction", "DATABASE_READ_ONLY")]
    )
    func refusedWrites(condition: String, code: String) async throws {
        try await TestCourt.with(.courts, plugins: Installed.all) { court in
            #expect(await court.server.engine.isReady())
            try await Self.refuse("letters.letter", with: condition, on: court)
            try await Self.refuse("host.write_probe", with: condition, on: court)
            #expect(await Self.register(court).codes == [code])
            #expect(await court.server.engine.isReady() == false)
            // What is read is not concerned.
            #expect(await court.send("{ letters { totalCount } }")[path: "data.letters.totalCount"] == 0)
            try await court.database.execute("DROP TRIGGER out_of_order ON letters.letter")
            try await court.database.execute("DROP TRIGGER out_of_order ON host.write_probe")
            #expect(await Self.register(court)["errors"] == nil)
            #expect(try await Self.eventuallyReady(court))
        }
    }

    @Test("A full disk that no command has met yet is found by the question itself")
    func probedWrites() async throws {
        try await TestCourt.with(.courts, plugins: Installed.all) { court in
            try await Self.refuse("host.write_probe", with: "disk_full", on: court)
            #expect(await court.server.engine.isReady() == false)
            try await court.database.execute("DROP TRIGGER out_of_order ON host.write_probe")
            #expect(await court.server.engine.isReady())
            #expect(try await court.database.query("SELECT FROM host.write_probe").isEmpty)
        }
    }

    @Test(
        "What a statement can meet through no fault of its own has a code",
        arguments: [
            ("out_of_memory", "DATABASE_UNAVAILABLE"), ("insufficient_resources", "DATABASE_UNAVAILABLE"),
            ("too_many_connections", "DATABASE_UNAVAILABLE"), ("configuration_limit_exceeded", "DATABASE_UNAVAILABLE"),
            ("cannot_connect_now", "DATABASE_UNAVAILABLE"), ("connection_failure", "DATABASE_UNAVAILABLE"),
            ("lock_not_available", "DATABASE_BUSY"), ("serialization_failure", "DATABASE_BUSY"),
            ("deadlock_detected", "DATABASE_BUSY"),
        ]
    )
    func conditions(condition: String, code: String) async throws {
        try await TestCourt.with(.courts, plugins: Installed.all) { court in
            try await Self.refuse("letters.letter", with: condition, on: court)
            #expect(await Self.register(court).codes == [code])
        }
    }

    @Test("While slow reads hold every reader, the server is ready, writes go on, and a refusal names the pool")
    func slowReads() async throws {
        try await TestCourt.with(.courts, plugins: Installed.all) { court in
            let (held, hold) = AsyncStream<Void>.makeStream()
            let (released, release) = AsyncStream<Void>.makeStream()
            let lock = Task {
                try await court.database.withTransaction { transaction in
                    try await transaction.execute("LOCK TABLE letters.letter IN ACCESS EXCLUSIVE MODE")
                    hold.finish()
                    for await _ in released {}
                }
            }
            for await _ in held {}
            let refusals = await withTaskGroup(of: JSONValue.self) { group in
                for _ in 0..<40 { group.addTask { await court.send("{ letters { totalCount } }") } }
                #expect(await court.server.engine.isReady())
                let answer = await group.first { $0["errors"] != nil }
                release.finish()
                return answer
            }
            try await lock.value
            let error = try #require(refusals)[path: "errors.0"]
            #expect(error[path: "extensions.code"] == "DATABASE_UNAVAILABLE")
            #expect(error[path: "extensions.pool"] == "docket reader")
            #expect(error[path: "message"].text?.hasPrefix("数据库查询连接已全部占用（上限") == true, "\(error)")
        }
    }

    @Test("A server waits for a PostgreSQL that starts later")
    func startsLater() async throws {
        let data = TestFolder.make() + "/data"
        let first = try PrivatePostgres.start(dataDirectory: data)
        let keys = try KeyRing.generate()
        let server = try await TestCourt.start(first.url, Installed.all, keys: keys, today: TestCourt.today)
        await server.shutdown()
        let url = try await TestLogins.shared.serverURL(for: first.url, Installed.all(keys))
        first.stop()
        async let starting = TestCourt.serve(url, Installed.all(keys), keys: keys, today: TestCourt.today)
        let second = try PrivatePostgres.start(dataDirectory: data, port: first.port)
        let later = try await starting
        #expect(await later.engine.isReady())
        await later.shutdown()
        second.stop()
    }

    @Test(
        "It does not wait for ever, and says how to make it wait longer; for a wrong password it does not wait at all"
    )
    func bounded() async throws {
        let keys = try KeyRing.generate()
        let failure = await #expect(throws: DatabaseWait.Failure.self) {
            _ = try await TestCourt.serve(
                // Nobody listens on the port that is reserved for tcpmux.
                "postgresql://docket:x@127.0.0.1:1/docket",
                Installed.all(keys),
                keys: keys,
                today: TestCourt.today,
                databasePatience: .seconds(1)
            )
        }
        #expect(failure?.description.contains("did not answer within 1 s") == true)
        #expect(failure?.description.contains("--database-wait") == true)
        try await TestCourt.with(.courts, plugins: Installed.all) { court in
            let wrong = court.serverDatabaseURL + "x"
            let error = await #expect(throws: PostgresError.self) {
                _ = try await TestCourt.serve(wrong, Installed.all(keys), keys: keys, today: TestCourt.today)
            }
            #expect(error?.code == .connectionFailed)
        }
    }

    @Test("What failed is counted by pool")
    func counted() async throws {
        try await TestCourt.with(.courts, plugins: Installed.all) { court in
            try await Self.refuse("letters.letter", with: "disk_full", on: court)
            for _ in 0..<3 { _ = await Self.register(court) }
            let metrics = await court.server.engine.metricsText()
            #expect(metrics.contains(#"docket_postgres_outages_total{pool="writer"} 3"#), "\(metrics)")
        }
    }

    /// Makes every insertion into a table fail with a condition of PostgreSQL's.
    private static func refuse(_ table: String, with condition: String, on court: TestCourt) async throws {
        try await court.database.execute(
            script: """
                CREATE OR REPLACE FUNCTION public.\(condition)() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION '\(condition)' USING ERRCODE = '\(condition)'; END
                $$;
                CREATE TRIGGER out_of_order BEFORE INSERT ON \(table) FOR EACH ROW EXECUTE FUNCTION public.\(condition)();
                """
        )
    }

    private static func register(_ court: TestCourt) async -> JSONValue {
        await court.send(WriteRuleTests.register, ["input": WriteRuleTests.ordinaryLetter(key: nil)])
    }

    /// A refusal is remembered for a few seconds.
    private static func eventuallyReady(_ court: TestCourt) async throws -> Bool {
        for _ in 0..<100 {
            if await court.server.engine.isReady() { return true }
            try await Task.sleep(for: .milliseconds(100))
        }
        return false
    }
}
