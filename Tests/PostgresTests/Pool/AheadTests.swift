import Postgres
import Synchronization
import Testing

@Suite("Statements that go ahead") struct AheadTests {
    private struct Refusal: Error {}

    private func withTable(_ body: (PostgresPool) async throws -> Void) async throws {
        try await TestDatabase.withPool { pool in
            try await pool.execute(
                script: """
                    CREATE TABLE t (id int PRIMARY KEY);
                    CREATE TABLE late (id int UNIQUE DEFERRABLE INITIALLY DEFERRED);
                    """
            )
            try await body(pool)
        }
    }

    private func ids(_ pool: PostgresPool) async throws -> [Int] {
        try await pool.query("SELECT id FROM t ORDER BY id").map { try $0.first(Int.self) }
    }

    private func insert(_ id: Int) -> BoundStatement { ("INSERT INTO t VALUES (\(Int32(id)))" as SQL).bound }

    private func roundTrips(_ pool: PostgresPool, _ body: () async throws -> Void) async throws -> Int {
        let before = pool.statistics.pipelines
        try await body()
        return pool.statistics.pipelines - before
    }

    @Test("They travel with the next round trip, before its statements")
    func together() async throws {
        try await withTable { (pool) async throws in
            let trips = try await roundTrips(pool) {
                try await pool.withTransaction { (transaction) async throws in
                    transaction.ahead([insert(1), insert(2)])
                    let rows = try await transaction.query([
                        "SELECT count(*) FROM t", "SELECT max(id) FROM t",
                    ])
                    let found = try rows.map { try $0[0].first(Int.self) }
                    #expect(found == [2, 2])
                    transaction.ahead([insert(3)])
                }
            }
            #expect(trips == 2)
            #expect(try await ids(pool) == [1, 2, 3])
        }
    }

    @Test("Where nothing else runs, they begin and commit in one round trip")
    func alone() async throws {
        try await withTable { (pool) async throws in
            let trips = try await roundTrips(pool) {
                try await pool.withTransaction { $0.ahead([insert(1), insert(2)]) }
            }
            #expect(trips == 1)
            #expect(try await ids(pool) == [1, 2])
        }
    }

    @Test("A check sees their results before anyone sees the next ones")
    func checked() async throws {
        try await withTable { (pool) async throws in
            let seen = Mutex<[Int]>([])
            try await pool.withTransaction { (transaction) async throws in
                transaction.ahead([insert(1)]) { results in seen.withLock { $0 += results.map(\.affectedRows) } }
                transaction.ahead([("SELECT 1 FROM t" as SQL).bound, ("SELECT 1 FROM t" as SQL).bound]) { results in
                    seen.withLock { $0 += results.map(\.rowCount) }
                }
                #expect(try await transaction.query("SELECT 7")[0].first(Int.self) == 7)
            }
            #expect(seen.withLock { $0 } == [1, 1, 1])
        }
    }

    @Test("What a check throws ends the transaction, even if nobody passes it on")
    func refused() async throws {
        try await withTable { (pool) async throws in
            let errors = Mutex<[PostgresError.Code]>([])
            await #expect(throws: Refusal.self) {
                try await pool.withTransaction { (transaction) async throws in
                    transaction.ahead([insert(1)]) { _ in throw Refusal() }
                    for _ in 0..<2 {
                        do throws(PostgresError) { try await transaction.execute("INSERT INTO t VALUES (2)") } catch {
                            errors.withLock { $0.append(error.code) }
                        }
                    }
                }
            }
            #expect(errors.withLock { $0 } == [.refused, .refused])
            #expect(try await ids(pool) == [])
        }
    }

    @Test("A commit waits for a check")
    func commitWaits() async throws {
        try await withTable { (pool) async throws in
            await #expect(throws: Refusal.self) {
                try await pool.withTransaction { (transaction) async throws in
                    transaction.ahead([insert(1)]) { _ in throw Refusal() }
                    _ = try await transaction.pipeline([insert(2)], commits: true)
                }
            }
            await #expect(throws: Refusal.self) {
                try await pool.withTransaction { $0.ahead([insert(1)]) { _ in throw Refusal() } }
            }
            #expect(try await ids(pool) == [])
        }
    }

    @Test("Where one fails, so does what it went ahead of, and it is known whether a check was missed")
    func failed() async throws {
        try await withTable { (pool) async throws in
            for isChecked in [false, true] {
                let error = await #expect(throws: PostgresError.self) {
                    try await pool.withTransaction { (transaction) async throws in
                        let check: Transaction.Check = { _ in }
                        transaction.ahead([insert(1)], then: isChecked ? check : nil)
                        transaction.ahead([insert(1)])
                        do { _ = try await transaction.query("SELECT 1") } catch {
                            #expect(transaction.aheadFailure?.isUnchecked == isChecked)
                            throw error
                        }
                    }
                }
                #expect(error?.sqlState == "23505")
                #expect(try await ids(pool) == [])
            }
        }
    }

    @Test("COMMIT goes with the last statements, whose results are seen")
    func commits() async throws {
        try await withTable { (pool) async throws in
            let trips = try await roundTrips(pool) {
                try await pool.withTransaction { (transaction) async throws in
                    transaction.ahead([insert(1)])
                    let results = try await transaction.pipeline(
                        [insert(2), ("SELECT count(*) FROM t" as SQL).bound],
                        commits: true
                    )
                    #expect(results.count == 2)
                    #expect(try Rows(results[1])[0].first(Int.self) == 2)
                    #expect(transaction.isCommitted)
                    let error = await #expect(throws: PostgresError.self) { try await transaction.execute("SELECT 1") }
                    #expect(error?.code == .transactionFinished)
                }
            }
            #expect(trips == 1)
            #expect(try await ids(pool) == [1, 2])
            #expect(pool.statistics.idle == pool.statistics.open)
        }
    }

    @Test("A failing statement before a COMMIT keeps PostgreSQL from running it", arguments: ["t", "late"])
    func failsBeforeCommit(_ table: String) async throws {
        try await withTable { (pool) async throws in
            try await pool.execute(script: "INSERT INTO \(table) VALUES (5)")
            let before = try await ids(pool)
            let twice = ("INSERT INTO \(raw: table) VALUES (5)" as SQL).bound
            let error = await #expect(throws: PostgresError.self) {
                try await pool.withTransaction { (transaction) async throws in
                    transaction.ahead([insert(1)])
                    // The deferred one fails in COMMIT itself.
                    _ = try await transaction.pipeline([twice, insert(2)], commits: true)
                }
            }
            #expect(error?.sqlState == "23505")
            #expect(try await ids(pool) == before)
            #expect(pool.statistics.idle == pool.statistics.open)
            try await pool.ping()
        }
    }

    @Test("A COMMIT after an error that was swallowed is refused, in the same pipeline, too")
    func swallowed() async throws {
        try await withTable { (pool) async throws in
            let error = await #expect(throws: PostgresError.self) {
                try await pool.withTransaction { (transaction) async throws in
                    transaction.ahead([insert(1)])
                    _ = try? await transaction.execute("SELECT 1/0")
                    _ = try await transaction.pipeline([insert(2)], commits: true)
                }
            }
            #expect(error?.sqlState == "25P02")
            #expect(try await ids(pool) == [])
        }
    }

    @Test("Cancelled before it commits, nothing is written")
    func cancelled() async throws {
        try await withTable { (pool) async throws in
            let task = Task {
                try await pool.withTransaction { (transaction) async throws in
                    transaction.ahead([insert(1)])
                    _ = try await transaction.pipeline([("SELECT pg_sleep(600)" as SQL).bound], commits: true)
                }
            }
            let isSleeping = try await eventually {
                try await pool.query(
                    "SELECT 1 FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'"
                )
                .count == 1
            }
            #expect(isSleeping)
            task.cancel()
            let error = await #expect(throws: PostgresError.self) { try await task.value }
            #expect(error?.code == .cancelled)
            #expect(try await ids(pool) == [])
        }
    }

    @Test("A savepoint's block takes back what it has not sent")
    func savepoint() async throws {
        try await withTable { (pool) async throws in
            try await pool.withTransaction { (transaction) async throws in
                transaction.ahead([insert(1)])
                await #expect(throws: Refusal.self) {
                    try await transaction.withSavepoint {
                        transaction.ahead([insert(2)])
                        throw Refusal()
                    }
                }
                try await transaction.withSavepoint { transaction.ahead([insert(3)]) }
            }
            #expect(try await ids(pool) == [1, 3])
        }
    }

    @Test("As many as an import has go in several round trips, in order")
    func many() async throws {
        try await withTable { (pool) async throws in
            try await pool.withTransaction { (transaction) async throws in
                for id in 1...2_500 { transaction.ahead([insert(id)]) }
                #expect(try await transaction.query("SELECT count(*) FROM t")[0].first(Int.self) == 2_500)
            }
            #expect(try await ids(pool).count == 2_500)
        }
    }

    @Test("A script comes after them")
    func script() async throws {
        try await withTable { (pool) async throws in
            try await pool.withTransaction { (transaction) async throws in
                transaction.ahead([insert(1)])
                try await transaction.execute(script: "UPDATE t SET id = id + 1")
            }
            #expect(try await ids(pool) == [2])
        }
    }
}
