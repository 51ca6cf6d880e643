import Postgres
import Synchronization
import Testing

@Suite("PostgresPool") struct PoolTests {
    private func statement(_ sql: SQL) -> BoundStatement { sql.bound }

    @Test("A query answers over a fresh connection, which is kept")
    func query() async throws {
        try await TestDatabase.withPool { pool in
            let rows = try await pool.query("SELECT \(41) + 1 AS answer")
            #expect(try rows.first?.decode("answer", as: Int.self) == 42)
            #expect([pool.statistics.open, pool.statistics.idle, pool.statistics.statements] == [1, 1, 1])
        }
    }

    @Test("Several statements are one round trip with a result each")
    func pipeline() async throws {
        try await TestDatabase.withPool { pool in
            let results = try await pool.pipeline([
                statement("CREATE TEMP TABLE t (id int)"), statement("INSERT INTO t SELECT generate_series(1, 5)"),
                statement("SELECT id FROM t WHERE id > \(2) ORDER BY id"), statement("SELECT 1 WHERE false"),
            ])
            #expect(results.map(\.rowCount) == [0, 0, 3, 0])
            #expect(results.map(\.affectedRows) == [0, 5, 3, 0])
            #expect(try Rows(results[2]).map { try $0.decode("id", as: Int.self) } == [3, 4, 5])
            #expect(pool.statistics.pipelines == 1)
            #expect(pool.statistics.statements == 4)
        }
    }

    @Test("A pipeline is one implicit transaction: set_config reaches the rest of it, and nothing after it")
    func implicitTransaction() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            let read = statement("SELECT current_setting('docket.courts', true) AS courts")
            let results = try await pool.pipeline([
                statement("SELECT set_config('docket.courts', \("{晋03}"), true)"), read,
            ])
            #expect(try Rows(results[1]).first?.decode("courts") == "{晋03}")
            let later = try await pool.pipeline([read])
            #expect(try Rows(later[0]).first?.decode("courts", as: String?.self) ?? "" == "")
        }
    }

    @Test("An error in a pipeline undoes all of it, and the connection goes on")
    func atomicPipeline() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            try await pool.execute(script: "CREATE TABLE t (id int PRIMARY KEY)")
            let error = await #expect(throws: PostgresError.self) {
                try await pool.pipeline([
                    statement("INSERT INTO t VALUES (1)"), statement("INSERT INTO t VALUES (1)"), statement("SELECT 1"),
                ])
            }
            #expect(error?.code == .serverError)
            #expect(error?.sqlState == "23505")
            #expect(error?.constraint == "t_pkey")
            #expect(error?.table == "t")
            #expect(error?.detail == "Key (id)=(1) already exists.")
            #expect(try await pool.query("SELECT count(*) FROM t").first?.first(Int.self) == 0)
            #expect(pool.statistics.open == 1)
        }
    }

    @Test(
        "Errors carry PostgreSQL's SQLSTATE",
        arguments: [
            ("SELEC 1", "42601"), ("SELECT * FROM nowhere", "42P01"), ("SELECT 1/0", "22012"),
            ("SELECT 'x'::int", "22P02"),
        ]
    )
    func sqlState(text: String, sqlState: String) async throws {
        try await TestDatabase.withPool { pool in
            let error = await #expect(throws: PostgresError.self) { try await pool.query(SQL(raw: text)) }
            #expect(error?.sqlState == sqlState)
            #expect(error?.code == .serverError)
        }
    }

    @Test("What is interpolated stays a value")
    func injection() async throws {
        try await TestDatabase.withPool { pool in
            try await pool.execute(script: "CREATE TABLE letter (title text)")
            let evil = "x'); DROP TABLE letter; --"
            try await pool.execute("INSERT INTO letter VALUES (\(evil))")
            #expect(try await pool.query("SELECT title FROM letter WHERE title = \(evil)").first?.first() == evil)
        }
    }

    @Test("A text with a NUL is refused by the server")
    func nul() async throws {
        try await TestDatabase.withPool { pool in
            let error = await #expect(throws: PostgresError.self) { try await pool.query("SELECT \("a\0b")") }
            #expect(error?.sqlState == "22021")
        }
    }

    @Test("Ten megabytes go and come in one piece")
    func large() async throws {
        try await TestDatabase.withPool { pool in
            let bytes = (0..<10_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let row = try #require(try await pool.query("SELECT \(bytes) AS back, md5(\(bytes)) AS digest").first)
            #expect(try row.decode("back", as: [UInt8].self) == bytes)
            let many = try await pool.query("SELECT i, repeat('信', 100) AS text FROM generate_series(1, 40000) i")
            #expect(many.count == 40000)
            #expect(try many.last?.decode("i", as: Int.self) == 40000)
            #expect(try many.last?.decode("text", as: String.self) == String(repeating: "信", count: 100))
        }
    }

    @Test("Large requests and large answers in one pipeline do not wait for each other")
    func bothWays() async throws {
        try await TestDatabase.withPool { pool in
            let chunk = [UInt8](repeating: 7, count: 1_000_000)
            let results = try await pool.pipeline((0..<16).map { _ in statement("SELECT \(chunk)") })
            #expect(results.allSatisfy { $0.bytes.count == 1_000_000 })
        }
    }

    @Test("A result without columns, rows or text is a result")
    func emptyResults() async throws {
        try await TestDatabase.withPool { (pool) async throws in
            #expect(try await pool.query("SELECT").count == 1)
            #expect(try await pool.query("").isEmpty)
            #expect(try await pool.pipeline([]).isEmpty)
        }
    }

    @Test("Statements are prepared once per connection and let go beyond the limit")
    func preparedStatements() async throws {
        try await TestDatabase.withPool(size: 1, configure: { $0.preparedStatementLimit = 5 }) { pool in
            for number in 0..<20 { _ = try await pool.query("SELECT \(raw: "\(number)")") }
            for _ in 0..<5 { _ = try await pool.query("SELECT 19") }
            let count = try await pool.query("SELECT count(*) FROM pg_prepared_statements").first?.first(Int.self)
            #expect(try #require(count) <= 7)
        }
    }

    @Test("A table changed under a prepared statement is read anew")
    func changedTable() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            try await pool.execute(script: "CREATE TABLE t AS SELECT 1 AS a")
            let read = statement("SELECT * FROM t")
            #expect(try await pool.pipeline([read])[0].columns.map(\.name) == ["a"])
            try await pool.execute(script: "ALTER TABLE t ADD COLUMN b text DEFAULT 'x'")
            #expect(try await pool.pipeline([read, read])[1].columns.map(\.name) == ["a", "b"])
        }
    }

    @Test("Statements that the server has forgotten are prepared again")
    func discardedStatements() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            #expect(try await pool.query("SELECT \(1)").first?.first(Int.self) == 1)
            try await pool.execute(script: "DEALLOCATE ALL")
            #expect(try await pool.query("SELECT \(2)").first?.first(Int.self) == 2)
        }
    }

    @Test("Every new connection runs what the configuration says, and a failure of it is told")
    func onConnect() async throws {
        try await TestDatabase.withPool(configure: {
            $0.onConnect = ["SET search_path = pg_catalog", "SET work_mem = '7MB'"]
        }) { pool in
            let row = try await pool.query("SELECT current_setting('work_mem'), current_setting('statement_timeout')")
                .first
            #expect(try row?.decode(0) == "7MB")
            #expect(try row?.decode(1) == "1min")
        }
        try await TestDatabase.withPool(configure: { $0.onConnect = ["SET ROLE nobody_here"] }) { pool in
            let error = await #expect(throws: PostgresError.self) { try await pool.ping() }
            #expect(error?.code == .connectionFailed)
            #expect(error?.message == "Setting up a connection failed: role \"nobody_here\" does not exist")
        }
    }

    @Test("A refused connection is an error at once, without the password")
    func unreachable() async throws {
        let pool = PostgresPool(configuration: PostgresConfiguration(url: "postgresql://u:geheim@127.0.0.1:1/db"))
        let error = await #expect(throws: PostgresError.self) { try await pool.ping() }
        #expect(error?.code == .connectionFailed)
        #expect(error?.message.contains("Connection refused") == true)
        #expect(error?.message.contains("geheim") == false)
        await pool.close()
    }

    @Test("A configuration shows no password, and a pool that nobody holds ends its connections")
    func discretion() async throws {
        try await TestDatabase.withDatabase { database in
            var dumped = ""
            dump(database.configuration, to: &dumped)
            #expect(!dumped.contains("://"))
            try await PostgresPool(configuration: database.configuration).ping()
        }
    }

    @Test("A URL that is none is an error")
    func badURL() async throws {
        let pool = PostgresPool(configuration: PostgresConfiguration(url: "postgresql://[::"))
        let error = await #expect(throws: PostgresError.self) { try await pool.ping() }
        #expect(error?.code == .connectionFailed)
        await pool.close()
    }

    @Test("Who waits too long for a connection is told that the pool is exhausted")
    func exhaustion() async throws {
        try await TestDatabase.withPool(size: 1, configure: { $0.leaseTimeout = .seconds(3) }) { pool in
            try await pool.withTransaction { transaction in
                try await transaction.execute("SELECT 1")
                let error = await #expect(throws: PostgresError.self) { try await pool.ping() }
                #expect(error?.code == .poolExhausted)
                #expect(
                    error?.message == "No connection of \"docket\" became free within 3.0 seconds; all 1 are in use."
                )
                #expect(error?.pool?.name == "docket")
                #expect(error?.pool?.size == 1)
                #expect(pool.statistics.outages == 1)
            }
            try await pool.ping()
        }
    }

    @Test("Many callers share few connections, and all are served")
    func contention() async throws {
        try await TestDatabase.withPool(size: 3, configure: { $0.leaseTimeout = .seconds(60) }) { pool in
            let sum = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 1...200 {
                    group.addTask {
                        try await pool.query("SELECT \(number) AS n").first?.decode("n", as: Int.self) ?? 0
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(sum == 20100)
            #expect(pool.statistics.open <= 3)
            #expect(pool.statistics.waiting == 0)
        }
    }

    @Test("Waiting callers are served in the order of their coming")
    func fairness() async throws {
        try await TestDatabase.withPool(size: 1, configure: { $0.leaseTimeout = .seconds(60) }) { pool in
            try await pool.execute(script: "CREATE TABLE arrival (place serial, caller int)")
            try await withThrowingTaskGroup(of: Void.self) { group in
                try await pool.withTransaction { transaction in
                    try await transaction.execute("SELECT 1")
                    for caller in 1...5 {
                        group.addTask {
                            try await pool.execute("INSERT INTO arrival (caller) VALUES (\(caller)::int8)")
                        }
                        let isWaiting = try await eventually { pool.statistics.waiting == caller }
                        #expect(isWaiting)
                    }
                }
                try await group.waitForAll()
            }
            let order = try await pool.query("SELECT caller FROM arrival ORDER BY place").map { try $0.first(Int.self) }
            #expect(order == [1, 2, 3, 4, 5])
        }
    }

    @Test("A closed pool says so, to those who wait and to those who come")
    func closed() async throws {
        try await TestDatabase.withDatabase { database in
            var configuration = database.configuration
            configuration.size = 1
            let pool = PostgresPool(configuration: configuration)
            try await withThrowingTaskGroup(of: Void.self) { group in
                try await pool.withTransaction { transaction in
                    try await transaction.execute("SELECT 1")
                    group.addTask {
                        let error = await #expect(throws: PostgresError.self) { try await pool.ping() }
                        #expect(error?.code == .poolClosed)
                    }
                    #expect(try await eventually { pool.statistics.waiting == 1 })
                    group.addTask { await pool.close() }
                    #expect(try await eventually { pool.statistics.waiting == 0 })
                    #expect(try await transaction.queryOne("SELECT 5")?.first(Int.self) == 5)
                }
                try await group.waitForAll()
            }
            let error = await #expect(throws: PostgresError.self) { try await pool.ping() }
            #expect(error?.code == .poolClosed)
            await pool.close()
        }
    }
}
