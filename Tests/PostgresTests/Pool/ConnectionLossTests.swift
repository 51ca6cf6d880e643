import Postgres
import PrivatePostgres
import Testing

@Suite("Lost connections") struct ConnectionLossTests {
    private func backend(_ pool: PostgresPool) async throws -> Int {
        try #require(try await pool.query("SELECT pg_backend_pid()").first?.first(Int.self))
    }

    private func terminate(_ backend: Int, by pool: PostgresPool) async throws {
        _ = try await pool.query("SELECT pg_terminate_backend(\(backend)::int, 5000)")
    }

    @Test("An idle connection that the server ended is replaced before anyone notices")
    func idle() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            let killer = PostgresPool(configuration: pool.configuration)
            for _ in 0..<10 {
                let first = try await backend(pool)
                try await terminate(first, by: killer)
                #expect(try await backend(pool) != first)
            }
            await killer.close()
        }
    }

    @Test("A statement under way fails as lost, and the next one works")
    func underWay() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            let killer = PostgresPool(configuration: pool.configuration)
            let first = try await backend(pool)
            let task = Task { try await pool.query("SELECT pg_sleep(60)").count }
            #expect(
                try await eventually {
                    try await killer.query("SELECT state = 'active' FROM pg_stat_activity WHERE pid = \(first)").first?
                        .first() == true
                }
            )
            try await terminate(first, by: killer)
            let error = await #expect(throws: PostgresError.self) { try await task.value }
            #expect(error?.code == .connectionLost)
            #expect(error?.sqlState == "57P01")
            #expect(error?.isRetryable == false)
            try await pool.ping()
            await killer.close()
        }
    }

    @Test("A transaction whose connection is lost fails and is not repeated")
    func transaction() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            try await pool.execute(script: "CREATE TABLE t (id int)")
            let killer = PostgresPool(configuration: pool.configuration)
            var runs = 0
            let error = await #expect(throws: PostgresError.self) {
                try await pool.withTransaction { transaction in
                    runs += 1
                    let row = try await transaction.queryOne("INSERT INTO t VALUES (1) RETURNING pg_backend_pid()")
                    try await terminate(try #require(try row?.first(Int.self)), by: killer)
                    try await transaction.execute("INSERT INTO t VALUES (2)")
                }
            }
            #expect([PostgresError.Code.connectionLost, .connectionFailed].contains(error?.code))
            #expect(runs == 1)
            #expect(try await pool.query("SELECT count(*) FROM t").first?.first(Int.self) == 0)
            await killer.close()
        }
    }

    @Test("COPY is refused and costs only its connection")
    func copy() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            for script in ["COPY (SELECT 1) TO STDOUT", "CREATE TEMP TABLE t (i int); COPY t FROM STDIN"] {
                let error = await #expect(throws: PostgresError.self) { try await pool.execute(script: script) }
                #expect(error?.message == "COPY is not supported; the connection was closed.")
            }
            try await pool.ping()
        }
    }

    @Test("A server that stops and starts again is found again")
    func restart() async throws {
        let folder = try TestServer.makeFolder()
        defer { removeFolder(folder) }
        let first = try PrivatePostgres.start(dataDirectory: "\(folder)/data", durable: false)
        let pool = PostgresPool(configuration: PostgresConfiguration(url: first.url))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { try await pool.ping() } }
            try await group.waitForAll()
        }
        first.stop()
        let error = await #expect(throws: PostgresError.self) { try await pool.ping() }
        #expect(error?.code == .connectionFailed)
        #expect(error?.isRetryable == true)
        let second = try PrivatePostgres.start(dataDirectory: "\(folder)/data", port: first.port, durable: false)
        for _ in 0..<4 { try await pool.ping() }
        await pool.close()
        second.stop()
    }
}
