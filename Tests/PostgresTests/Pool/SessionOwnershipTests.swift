import Testing

@testable import Postgres

@Suite("Whose settings a session has") struct SessionOwnershipTests {
    private let read = BoundStatement(statement: PreparedStatement(text: "SELECT current_setting('docket.courts')"))
    private let slow = BoundStatement(statement: PreparedStatement(text: "SELECT pg_sleep(0.3)"))

    private func settings(_ value: String) -> SessionSettings {
        SessionSettings(
            BoundStatement(
                statement: PreparedStatement(text: "SELECT set_config('docket.courts', '\(value)', false)")
            )
        )
    }

    private func withConnection(_ body: (Connection) async throws -> Void) async throws {
        try await TestDatabase.withDatabase { database in
            let reactor = try Reactor()
            let connection = try await Connection.open(database.configuration, reactor: reactor) { _ in }
            do {
                try await body(connection)
            } catch {
                connection.close()
                reactor.stop()
                throw error
            }
            connection.close()
            reactor.stop()
        }
    }

    @Test("Settings that were refused are not taken for told when a neighbour's exchange ends")
    func refused() async throws {
        try await withConnection { connection in
            let (shanxi, hebei) = (settings("晋"), settings("冀"))
            _ = try await connection.run([read], under: shanxi, deadline: nil)
            async let neighbour = connection.runShared([slow], under: shanxi, deadline: nil)
            while connection.isUsable { await Task.yield() }
            let refusal = await #expect(throws: PostgresError.self) {
                try await connection.run([read], under: hebei, deadline: nil)
            }
            #expect(refusal?.code == .connectionBusy)
            _ = try await neighbour
            #expect(connection.has(shanxi))
            #expect(!connection.has(hebei))
        }
    }

    @Test("Nobody joins a session that has another's settings")
    func joined() async throws {
        try await withConnection { connection in
            let (shanxi, hebei) = (settings("晋"), settings("冀"))
            _ = try await connection.run([read], under: shanxi, deadline: nil)
            let refusal = await #expect(throws: PostgresError.self) {
                try await connection.runShared([read], under: hebei, deadline: nil)
            }
            #expect(refusal?.code == .connectionBusy)
            let results = try await connection.runShared([read], under: shanxi, deadline: nil)
            let court = try Rows(results[0]).first?.decode(0, as: String.self)
            #expect(court == "晋")
        }
    }
}
