import Postgres
import Testing

@Suite("Cancellation and deadlines") struct CancellationTests {
    private func sleepers(_ pool: PostgresPool) async throws -> Int {
        try await pool.query(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE 'SELECT pg_sleep%'"
        ).first?.first(Int.self) ?? 0
    }

    @Test("Cancelling a task stops its statement on the server")
    func task() async throws {
        try await TestDatabase.withPool(size: 2) { pool in
            let task = Task { try await pool.query("SELECT pg_sleep(60)").count }
            #expect(try await eventually { try await sleepers(pool) == 1 })
            task.cancel()
            let error = await #expect(throws: PostgresError.self) { try await task.value }
            #expect(error?.code == .cancelled)
            #expect(error?.sqlState == "57014")
            #expect(try await sleepers(pool) == 0)
            #expect(pool.statistics.open == 2, "the connection is kept")
            try await pool.ping()
        }
    }

    @Test("A cancelled task sends nothing")
    func before() async throws {
        try await TestDatabase.withPool { pool in
            try await pool.ping()
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await pool.query("SELECT 1").count
            }
            let error = await #expect(throws: PostgresError.self) { try await task.value }
            #expect(error?.code == .cancelled)
            #expect(pool.statistics.statements == 1)
        }
    }

    @Test("A task cancelled while it waits for a connection leaves the queue")
    func waiting() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            try await pool.withTransaction { transaction in
                try await transaction.execute("SELECT 1")
                let task = Task { try await pool.ping() }
                #expect(try await eventually { pool.statistics.waiting == 1 })
                task.cancel()
                let error = await #expect(throws: PostgresError.self) { try await task.value }
                #expect(error?.code == .cancelled)
                #expect(pool.statistics.waiting == 0)
            }
        }
    }

    @Test("A statement that takes longer than its deadline is cancelled, and its connection kept")
    func deadline() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            let sleep: SQL = "SELECT pg_sleep(60)"
            let start = ContinuousClock.now
            let error = await #expect(throws: PostgresError.self) {
                try await pool.pipeline([sleep.bound], deadline: .milliseconds(100))
            }
            #expect(error?.code == .deadlineExceeded)
            #expect(ContinuousClock.now - start < .seconds(10))
            try await pool.ping()
            #expect(pool.statistics.open == 1)
        }
    }

    @Test("The configuration's deadline holds for all statements, and the server has one of its own")
    func configuredDeadline() async throws {
        try await TestDatabase.withPool(size: 1, configure: { $0.statementDeadline = .milliseconds(100) }) { pool in
            let error = await #expect(throws: PostgresError.self) { try await pool.query("SELECT pg_sleep(60)") }
            #expect(error?.code == .deadlineExceeded)
            let backstop = await #expect(throws: PostgresError.self) {
                try await pool.execute(script: "SELECT pg_sleep(60)")
            }
            #expect(backstop?.code == .deadlineExceeded)
        }
    }

    @Test("A cancelled transaction is rolled back and its connection used again")
    func transaction() async throws {
        try await TestDatabase.withPool(size: 2) { pool in
            try await pool.execute(script: "CREATE TABLE t (id int)")
            let task = Task {
                try await pool.withTransaction { transaction in
                    try await transaction.execute("INSERT INTO t VALUES (1)")
                    try await transaction.execute("SELECT pg_sleep(60)")
                }
            }
            #expect(try await eventually { try await sleepers(pool) == 1 })
            task.cancel()
            await #expect(throws: PostgresError.self) { try await task.value }
            #expect(try await pool.query("SELECT count(*) FROM t").first?.first(Int.self) == 0)
            #expect(pool.statistics.idle == 2)
        }
    }

    @Test("Cancels that race with the end of their statements harm no other statement")
    func races() async throws {
        try await TestDatabase.withPool(size: 2, configure: { $0.leaseTimeout = .seconds(60) }) { pool in
            for round in 0..<60 {
                let task = Task { try await pool.query("SELECT \(round), pg_sleep(0.001)").first?.first(Int.self) }
                try await Task.sleep(for: .microseconds(round * 40))
                task.cancel()
                switch await task.result {
                case .success(let value): #expect(value == round)
                case .failure(let error): #expect((error as? PostgresError)?.code == .cancelled)
                }
                #expect(try await pool.query("SELECT \(round)").first?.first(Int.self) == round)
            }
        }
    }
}
