import Postgres
import Testing

@Suite("Snapshots") struct SnapshotTests {
    private let count = BoundStatement(statement: PreparedStatement(text: "SELECT count(*) FROM t"))

    private func number(_ results: [ResultSet]) throws -> Int? { try Rows(results[0]).first?.first(Int.self) }

    @Test("All pipelines of a snapshot see the same rows")
    func isolation() async throws {
        try await TestDatabase.withPool { pool in
            try await pool.execute(script: "CREATE TABLE t AS SELECT 1 AS id")
            try await pool.withSnapshot { snapshot in
                #expect(try await number(snapshot.pipeline([count])) == 1)
                try await pool.execute("INSERT INTO t VALUES (2)")
                #expect(try await number(snapshot.pipeline([count])) == 1)
                #expect(try await number(snapshot.pipeline([count], isLast: true)) == 1)
                let error = await #expect(throws: PostgresError.self) { try await snapshot.pipeline([count]) }
                #expect(error?.code == .transactionFinished)
            }
            #expect(try await number(pool.pipeline([count])) == 2)
        }
    }

    @Test("BEGIN and COMMIT cost no round trip, and only the statements' results come back")
    func roundTrips() async throws {
        try await TestDatabase.withPool { pool in
            try await pool.execute(script: "CREATE TABLE t (id int)")
            let before = pool.statistics.pipelines
            let results = try await pool.withSnapshot { try await $0.pipeline([count, count], isLast: true) }
            #expect(results.count == 2)
            #expect(pool.statistics.pipelines == before + 1)
            #expect(pool.statistics.idle == pool.statistics.open)
        }
    }

    @Test("A snapshot without a last pipeline is ended all the same, and cannot write")
    func ended() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            try await pool.execute(script: "CREATE TABLE t (id int)")
            let insert = BoundStatement(statement: PreparedStatement(text: "INSERT INTO t VALUES (1)"))
            let error = await #expect(throws: PostgresError.self) {
                try await pool.withSnapshot { try await $0.pipeline([insert]) }
            }
            #expect(error?.sqlState == "25006")
            _ = try await pool.withSnapshot { try await $0.pipeline([count]) }
            #expect(try await number(pool.pipeline([count])) == 0)
            #expect(pool.statistics.open == 1)
        }
    }

    @Test("set_config of the first pipeline holds to the end of the snapshot and no longer")
    func settings() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            let set: SQL = "SELECT set_config('docket.staff_id', '7', true)"
            let get: SQL = "SELECT coalesce(current_setting('docket.staff_id', true), '')"
            try await pool.withSnapshot { snapshot in
                _ = try await snapshot.pipeline([set.bound])
                let results = try await snapshot.pipeline([get.bound], isLast: true)
                #expect(try Rows(results[0]).first?.first() == "7")
            }
            #expect(try await pool.query(get).first?.first() == "")
        }
    }

    @Test("A plan that has become stale is made anew in the first pipeline")
    func stalePlan() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            try await pool.execute(script: "CREATE TABLE t AS SELECT 1 AS id")
            let read = BoundStatement(statement: PreparedStatement(text: "SELECT * FROM t"))
            _ = try await pool.withSnapshot { try await $0.pipeline([read], isLast: true) }
            try await pool.execute(script: "ALTER TABLE t ADD COLUMN b int")
            let results = try await pool.withSnapshot { try await $0.pipeline([read], isLast: true) }
            #expect(results[0].columns.count == 2)
        }
    }
}
