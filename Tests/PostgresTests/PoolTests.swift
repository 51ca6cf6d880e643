import Postgres
import Testing

@Suite struct PoolTests {
    @Test("A query answers over a fresh connection")
    func query() async throws {
        try await TestDatabase.withPool { pool in
            let rows = try await pool.query("SELECT \(41) + 1 AS answer")
            #expect(try rows.first?.decode("answer", as: Int.self) == 42)
            #expect(pool.statistics.idle == 1)
        }
    }
}
