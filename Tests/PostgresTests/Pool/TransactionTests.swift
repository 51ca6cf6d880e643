import Postgres
import Testing

@Suite("Transactions") struct TransactionTests {
    private struct Refusal: Error {}

    private func withTable(_ body: (PostgresPool) async throws -> Void) async throws {
        try await TestDatabase.withPool { pool in
            try await pool.execute(script: "CREATE TABLE t (id int PRIMARY KEY)")
            try await body(pool)
        }
    }

    private func ids(_ pool: PostgresPool) async throws -> [Int] {
        try await pool.query("SELECT id FROM t ORDER BY id").map { try $0.first(Int.self) }
    }

    @Test("A block that returns is committed")
    func commit() async throws {
        try await withTable { (pool) async throws in
            let result = try await pool.withTransaction { transaction in
                #expect(try await transaction.execute("INSERT INTO t SELECT generate_series(1, 3)") == 3)
                return try await transaction.query("SELECT * FROM t").count
            }
            #expect(result == 3)
            #expect(try await ids(pool) == [1, 2, 3])
        }
    }

    @Test("A block that throws is rolled back, and its error passed on")
    func rollback() async throws {
        try await withTable { (pool) async throws in
            await #expect(throws: Refusal.self) {
                try await pool.withTransaction { (transaction) async throws in
                    try await transaction.execute("INSERT INTO t VALUES (1)")
                    throw Refusal()
                }
            }
            #expect(try await ids(pool).isEmpty)
            #expect(pool.statistics.idle == pool.statistics.open)
        }
    }

    @Test("BEGIN travels with the first statement, and a block without statements costs nothing")
    func roundTrips() async throws {
        try await withTable { (pool) async throws in
            let before = pool.statistics.pipelines
            try await pool.withTransaction { _ in }
            #expect(pool.statistics.pipelines == before)
            try await pool.withTransaction { transaction in
                _ = try await transaction.pipeline([BoundStatement(statement: PreparedStatement(text: "SELECT 1"))])
            }
            #expect(pool.statistics.pipelines == before + 2)
        }
    }

    @Test("A failed statement whose error was swallowed cannot be committed in silence")
    func swallowedError() async throws {
        try await withTable { (pool) async throws in
            let error = await #expect(throws: PostgresError.self) {
                try await pool.withTransaction { (transaction) async throws in
                    try await transaction.execute("INSERT INTO t VALUES (1)")
                    _ = try? await transaction.execute("SELECT 1/0")
                }
            }
            #expect(error?.sqlState == "25P02")
            #expect(try await ids(pool).isEmpty)
        }
    }

    @Test("A savepoint undoes its block only")
    func savepoint() async throws {
        try await withTable { (pool) async throws in
            try await pool.withTransaction { transaction in
                try await transaction.execute("INSERT INTO t VALUES (1)")
                let error = await #expect(throws: PostgresError.self) {
                    try await transaction.withSavepoint {
                        try await transaction.execute("INSERT INTO t VALUES (2)")
                        try await transaction.execute("INSERT INTO t VALUES (1)")
                    }
                }
                #expect(error?.sqlState == "23505")
                try await transaction.withSavepoint { try await transaction.execute("INSERT INTO t VALUES (3)") }
            }
            #expect(try await ids(pool) == [1, 3])
        }
    }

    @Test("queryOne finds one or none, and refuses several")
    func queryOne() async throws {
        try await withTable { (pool) async throws in
            try await pool.withTransaction { (transaction) async throws in
                #expect(try await transaction.queryOne("SELECT 1 WHERE false") == nil)
                #expect(try await transaction.queryOne("SELECT 7")?.first(Int.self) == 7)
                let error = await #expect(throws: PostgresError.self) {
                    try await transaction.queryOne("SELECT generate_series(1, 2)")
                }
                #expect(error?.code == .tooManyRows)
            }
        }
    }

    @Test("A read-only transaction refuses to write")
    func readOnly() async throws {
        try await withTable { (pool) async throws in
            let error = await #expect(throws: PostgresError.self) {
                try await pool.withTransaction(readOnly: true) { try await $0.execute("INSERT INTO t VALUES (1)") }
            }
            #expect(error?.sqlState == "25006")
        }
    }

    @Test("Serializable transactions that conflict fail with a retryable error")
    func serialization() async throws {
        try await withTable { (pool) async throws in
            try await pool.execute("INSERT INTO t VALUES (1)")
            let error = await #expect(throws: PostgresError.self) {
                try await pool.withTransaction(isolation: .repeatableRead) { first in
                    _ = try await first.query("SELECT * FROM t")
                    try await pool.withTransaction { try await $0.execute("UPDATE t SET id = 2") }
                    try await first.execute("UPDATE t SET id = 3")
                }
            }
            #expect(error?.sqlState == "40001")
            #expect(error?.isRetryable == true)
        }
    }

    @Test("A transaction that has ended says so")
    func finished() async throws {
        try await withTable { (pool) async throws in
            let transaction = try await pool.withTransaction { transaction in
                try await transaction.execute("SELECT 1")
                return transaction
            }
            let error = await #expect(throws: PostgresError.self) { try await transaction.execute("SELECT 1") }
            #expect(error?.code == .transactionFinished)
        }
    }

    @Test("Two statements at once on one transaction are refused, not mixed up")
    func concurrentUse() async throws {
        try await withTable { (pool) async throws in
            try await pool.withTransaction { transaction in
                try await transaction.execute("SELECT 1")
                let codes = await withTaskGroup(of: PostgresError.Code?.self) { group in
                    for _ in 0..<2 {
                        group.addTask {
                            do throws(PostgresError) {
                                try await transaction.execute("SELECT pg_sleep(0.2)")
                                return nil
                            } catch { return error.code }
                        }
                    }
                    return await group.reduce(into: []) { $0.append($1) }
                }
                #expect(codes.contains(nil))
                #expect(codes.contains(.connectionBusy))
            }
        }
    }

    @Test("A script runs several statements in the transaction")
    func script() async throws {
        try await withTable { (pool) async throws in
            await #expect(throws: Refusal.self) {
                try await pool.withTransaction { (transaction) async throws in
                    try await transaction.execute(script: "INSERT INTO t VALUES (1); INSERT INTO t VALUES (2)")
                    #expect(try await transaction.query("SELECT * FROM t").count == 2)
                    throw Refusal()
                }
            }
            #expect(try await ids(pool).isEmpty)
        }
    }
}
