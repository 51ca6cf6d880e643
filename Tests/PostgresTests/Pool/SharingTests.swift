import Postgres
import Testing

@Suite("Readers that share connections") struct SharingTests {
    /// A pool of readers with one connection.
    private func withReaders(size: Int = 1, _ body: (PostgresPool) async throws -> Void) async throws {
        try await TestDatabase.withPool(size: size, configure: { $0.readsOneSnapshot = true }, body)
    }

    private func bound(_ text: String) -> BoundStatement { BoundStatement(statement: PreparedStatement(text: text)) }

    private func text(_ results: [ResultSet]) throws -> String { try Rows(results[0]).first?.decode(0) ?? "" }

    private func settings(_ value: String) -> SessionSettings {
        SessionSettings(bound("SELECT set_config('docket.courts', '\(value)', false)"))
    }

    @Test("Each gets its own answer, many at a time on one connection")
    func answers() async throws {
        try await withReaders { pool in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        let sql: SQL = "SELECT \(number) AS n, repeat('x', (\(number * 50))::int) AS t"
                        let row = try #require(try await pool.query(sql).first)
                        #expect(try row.decode("n") == number)
                        #expect(try row.decode("t", as: String.self).count == number * 50)
                    }
                }
                try await group.waitForAll()
            }
            #expect(pool.statistics.open == 1)
            #expect(pool.statistics.idle == 1)
        }
    }

    @Test("One that fails fails alone")
    func failures() async throws {
        try await withReaders { pool in
            let failed = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<100 {
                    group.addTask { (try? await pool.query("SELECT 1 / \(number % 4)")) == nil }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(failed == 25)
            _ = try await pool.query("SELECT 1")
        }
    }

    @Test("Nobody reads under another's settings")
    func settings() async throws {
        try await withReaders(size: 2) { pool in
            let callers = ["晋", "冀", "京"].map { ($0, settings($0)) }
            let read = bound("SELECT current_setting('docket.courts')")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<300 {
                    let (court, settings) = callers[number % 3]
                    group.addTask {
                        let found = try await text(pool.pipeline([read], under: settings))
                        #expect(found == court)
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test("A slow statement is waited for by those behind it only, and its cancellation spares them")
    func slow() async throws {
        try await withReaders(size: 2) { pool in
            let slow = Task { try await pool.query("SELECT pg_sleep(60)") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<50 {
                    group.addTask {
                        let found = try await text(pool.pipeline([bound("SELECT '\(number)'")]))
                        #expect(found == "\(number)")
                    }
                }
                slow.cancel()
                try await group.waitForAll()
            }
            let error = await #expect(throws: PostgresError.self) { try await slow.value }
            #expect(error?.code == .cancelled)
        }
    }

    @Test("A snapshot has a connection to itself, also while others share")
    func snapshots() async throws {
        try await withReaders(size: 2) { pool in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<40 {
                    group.addTask { _ = try await pool.query("SELECT \(number)") }
                    group.addTask {
                        try await pool.withSnapshot { snapshot in
                            _ = try await snapshot.pipeline([bound("SELECT 1")])
                            _ = try await snapshot.pipeline([bound("SELECT 2")], isLast: true)
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(pool.statistics.waiting == 0)
        }
    }
}
