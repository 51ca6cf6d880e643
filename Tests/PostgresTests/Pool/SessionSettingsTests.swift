import Postgres
import Testing

@Suite("Session settings") struct SessionSettingsTests {
    private let read = BoundStatement(
        statement: PreparedStatement(text: "SELECT coalesce(current_setting('docket.courts', true), '')")
    )

    private func settings(_ value: String) -> SessionSettings {
        SessionSettings(
            BoundStatement(
                statement: PreparedStatement(
                    text: "SELECT set_config('docket.courts', $1, false)",
                    parameterTypes: [PostgresType.text]
                ),
                parameters: [PostgresValue(value)]
            )
        )
    }

    private func expect(_ text: String, from send: () async throws -> [ResultSet]) async throws {
        let found = try await Rows(send()[0]).first?.decode(0, as: String.self)
        #expect(found == text)
    }

    /// Expects what a statement under these settings reads, and how many statements that takes.
    private func expect(
        _ text: String,
        statements: Int,
        from pool: PostgresPool,
        under settings: SessionSettings
    ) async throws {
        let before = try await executed(pool)
        try await expect(text) { try await pool.pipeline([read], under: settings) }
        // The second count has counted itself.
        let count = try await executed(pool) - before - 1
        #expect(count == statements)
    }

    /// How many statements the only connection has executed.
    private func executed(_ pool: PostgresPool) async throws -> Int {
        let rows = try await pool.query(
            "SELECT coalesce(sum(generic_plans + custom_plans), 0)::int AS n FROM pg_prepared_statements"
        )
        return try rows.first?.decode("n") ?? 0
    }

    @Test("A connection that comes back to the same caller is not told again")
    func once() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            let (shanxi, hebei) = (settings("晋"), settings("冀"))
            try await expect("晋") { try await pool.pipeline([read], under: shanxi) }
            try await expect("晋", statements: 1, from: pool, under: shanxi)
            try await expect("冀", statements: 2, from: pool, under: hebei)
            try await expect("晋", statements: 2, from: pool, under: shanxi)
        }
    }

    @Test("What was told in a transaction that failed is told again")
    func failed() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            let (shanxi, hebei) = (settings("晋"), settings("冀"))
            let fault = BoundStatement(statement: PreparedStatement(text: "SELECT 1 / 0"))
            _ = try await pool.pipeline([read], under: hebei)
            await #expect(throws: PostgresError.self) { try await pool.pipeline([fault], under: shanxi) }
            try await expect("晋") { try await pool.pipeline([read], under: shanxi) }
            // A failure that told nothing undoes nothing.
            await #expect(throws: PostgresError.self) { try await pool.pipeline([fault], under: shanxi) }
            try await expect("晋", statements: 1, from: pool, under: shanxi)
        }
    }

    @Test("In a snapshot they hold from its first statement, and after it only if it was committed")
    func snapshots() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            let (shanxi, hebei) = (settings("晋"), settings("冀"))
            try await pool.withSnapshot { snapshot in
                try await expect("晋") { try await snapshot.pipeline([read], under: shanxi) }
                try await expect("晋") { try await snapshot.pipeline([read], isLast: true) }
            }
            try await expect("晋", statements: 1, from: pool, under: shanxi)
            // Rolled back at its end, and with it what it was told.
            try await pool.withSnapshot { snapshot in
                try await expect("冀") { try await snapshot.pipeline([read], under: hebei) }
            }
            try await expect("晋") { try await pool.pipeline([read]) }
            try await expect("冀") { try await pool.pipeline([read], under: hebei) }
        }
    }

    @Test("A pool that reads one snapshot sees one state in all statements of a pipeline, and cannot write")
    func oneState() async throws {
        try await TestDatabase.withDatabase { database in
            var configuration = database.configuration
            let writer = PostgresPool(configuration: configuration)
            configuration.readsOneSnapshot = true
            let reader = PostgresPool(configuration: configuration)
            try await writer.execute(script: "CREATE TABLE t AS SELECT 1 AS id")
            let count = BoundStatement(statement: PreparedStatement(text: "SELECT count(*) FROM t"))
            let turn = BoundStatement(statement: PreparedStatement(text: "SELECT pg_advisory_xact_lock_shared(7)"))
            let reading = try await writer.withTransaction { transaction in
                _ = try await transaction.query("SELECT pg_advisory_xact_lock(7)")
                let reading = Task { try await reader.pipeline([count, turn, count]) }
                // The reader stands between its two counts when it waits for the lock.
                while try await writer.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                    .isEmpty
                {}
                try await writer.execute("INSERT INTO t VALUES (2)")
                return reading
            }
            let results = try await reading.value
            #expect(try Rows(results[0]).first?.decode(0, as: Int.self) == 1)
            #expect(try Rows(results[2]).first?.decode(0, as: Int.self) == 1)
            let error = await #expect(throws: PostgresError.self) {
                try await reader.execute("INSERT INTO t VALUES (3)")
            }
            #expect(error?.sqlState == "25006")
            await reader.close()
            await writer.close()
        }
    }
}
