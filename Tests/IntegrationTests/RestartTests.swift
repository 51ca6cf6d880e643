import DemoData
import DocketServer
import DocketTesting
import FieldEncryption
import GraphQLExecution
import GraphQLLanguage
import PluginHost
import PluginKit
import Postgres
import PrivatePostgres
import Testing

@Suite("When PostgreSQL goes away")
struct RestartTests {
    @Test(
        "Stopped in the middle of an import and started again: nothing half written, and the same request then succeeds"
    )
    func stoppedDuringImport() async throws {
        let data = TestFolder.make() + "/data"
        let first = try PrivatePostgres.start(dataDirectory: data)
        let keys = try KeyRing.generate()
        let server = try await TestCourt.start(first.url, Installed.all, keys: keys, today: TestCourt.today)
        let token = try await Self.prepare(server, first.url)

        // The import waits for this lock after it has written its batch.
        let locker = PostgresPool(configuration: PostgresConfiguration(url: first.url))
        let (held, hold) = AsyncStream<Void>.makeStream()
        let lock = Task {
            try await locker.withTransaction { transaction in
                try await transaction.execute("LOCK TABLE letters.letter_sender IN EXCLUSIVE MODE")
                hold.finish()
                // Until the server is stopped.
                try await transaction.execute("SELECT pg_sleep(600)")
            }
        }
        for await _ in held {}
        async let interrupted = Self.send(
            BatchDesk.document,
            ["input": BatchDesk.input(key: "import-1")],
            token,
            server
        )
        try await Self.waitForLock(first.url)
        first.stop()
        #expect(await interrupted.codes == ["DATABASE_UNAVAILABLE"])
        let ended = await #expect(throws: PostgresError.self) { try await lock.value }
        #expect(ended?.code == .connectionLost, "\(ended.map { "\($0)" } ?? "the lock was held to its end")")
        await locker.close()

        let down = await Self.send("{ letters { totalCount } }", nil, token, server)
        #expect(down.codes == ["DATABASE_UNAVAILABLE"])
        #expect(down[path: "errors.0.message"].text?.hasPrefix("数据库暂") == true)
        #expect(await server.engine.isReady() == false)

        let second = try PrivatePostgres.start(dataDirectory: data, port: first.port)
        #expect(await server.engine.isReady())
        let pool = PostgresPool(configuration: PostgresConfiguration(url: second.url))
        let left = try await pool.query(
            """
            SELECT (SELECT count(*) FROM letters.transfer_batch) + (SELECT count(*) FROM letters.letter)
                + (SELECT count(*) FROM dossiers.registration) + (SELECT count(*) FROM dossiers.petitioner)
                + (SELECT count(*) FROM host.idempotency) + (SELECT count(*) FROM core.number_counter) AS rows
            """
        )
        #expect(try left[0].decode("rows", as: Int64.self) == 0)
        await pool.close()

        let again = await Self.send(BatchDesk.document, ["input": BatchDesk.input(key: "import-1")], token, server)
        #expect(again[path: "data.importTransferBatch.created"] == 60, "\(again)")
        let repeated = await Self.send(BatchDesk.document, ["input": BatchDesk.input(key: "import-1")], token, server)
        #expect(repeated == again)
        let count = await Self.send("{ letters { totalCount nodes { letterNo } } }", nil, token, server)
        #expect(count[path: "data.letters.totalCount"] == 50)

        await server.shutdown()
        second.stop()
    }

    @Test("Terminated connections are replaced: the next read and the next write answer")
    func terminatedConnections() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            for round in 1...5 {
                let warm = await court.send("{ letters { totalCount } }")
                #expect(warm[path: "data.letters.totalCount"] == .integer(49 + round))
                let ended = try await court.database.query(
                    """
                    SELECT pg_terminate_backend(pid, 10000) AS ended FROM pg_stat_activity
                    WHERE datname = current_database() AND application_name IN ('docket reader', 'docket writer')
                    """
                )
                #expect(!ended.isEmpty)
                let answer = await court.send("{ letters { totalCount } }")
                #expect(answer == warm)
                let write = await court.send(
                    WriteRuleTests.register,
                    ["input": WriteRuleTests.ordinaryLetter(key: "round \(round)", subject: "第\(round)轮")]
                )
                #expect(write["errors"] == nil, "\(write)")
            }
        }
    }

    @Test("Readers that are terminated while many ask lose no answer")
    func terminatedUnderLoad() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let whole: JSONValue = ["data": ["letters": ["totalCount": 50]]]
            let lost = await withTaskGroup(of: Int.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        var lost = 0
                        for _ in 0..<40 {
                            let answer = await court.send("{ letters { totalCount } }")
                            if answer == whole { continue }
                            // The client is told to try again, never given half.
                            #expect(answer.codes == ["DATABASE_UNAVAILABLE"], "\(answer)")
                            lost += 1
                        }
                        return lost
                    }
                }
                group.addTask {
                    for _ in 0..<10 {
                        _ = try? await court.database.query(
                            """
                            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                            WHERE datname = current_database() AND application_name = 'docket reader'
                            """
                        )
                    }
                    return 0
                }
                return await group.reduce(0, +)
            }
            // A read is sent again once: to lose an answer takes two terminations, and each meets one read of each client.
            #expect(lost <= 8 * 10 / 2)
            #expect(await court.send("{ letters { totalCount } }")[path: "data.letters.totalCount"] == 50)
        }
    }

    /// Courts and staff; answers the clerk's token.
    private static func prepare(_ server: Server, _ url: String) async throws -> String {
        let pool = PostgresPool(configuration: PostgresConfiguration(url: url))
        let demo = DemoCourt(engine: server.engine, pool: pool)
        try await demo.importCourts()
        let token = try await demo.makeTokens().first { $0.role == .clerk }?.token
        await pool.close()
        return try #require(token)
    }

    /// Returns once the import waits for the lock.
    private static func waitForLock(_ url: String) async throws {
        let pool = PostgresPool(configuration: PostgresConfiguration(url: url))
        var isWaiting = false
        while !isWaiting {
            isWaiting = try await !pool.query(
                "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND application_name = 'docket writer'"
            ).isEmpty
        }
        await pool.close()
    }

    private static func send(_ document: String, _ variables: JSONValue?, _ token: String, _ server: Server) async
        -> JSONValue
    {
        let response = await server.engine.respond(
            to: GraphQLRequest(
                document: Array(document.utf8),
                operationName: nil,
                variables: variables,
                extensions: nil
            ),
            from: RequestOrigin(requestID: "test", bearerToken: token, remoteAddress: "test", allowsMutation: true)
        )
        return (try? JSONReader.read(response.body)) ?? .null
    }
}
