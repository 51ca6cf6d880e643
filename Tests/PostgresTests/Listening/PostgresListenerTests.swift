import Postgres
import Testing

@Suite("PostgresListener") struct PostgresListenerTests {
    @Test("Notifications arrive in order, with channel and payload, and the sequence ends when closed")
    func notifications() async throws {
        try await TestDatabase.withPool { pool in
            let listener = PostgresListener(configuration: pool.configuration, channels: ["outbox", "Quoted \"name\""])
            var events: [PostgresListener.Event] = []
            for await event in listener {
                events.append(event)
                if event == .listening {
                    try await pool.execute("SELECT pg_notify('outbox', \("一")), pg_notify('Quoted \"name\"', '2')")
                    try await pool.execute("SELECT pg_notify('elsewhere', 'x'), pg_notify('outbox', '3')")
                }
                if events.count == 4 { listener.close() }
            }
            #expect(
                events == [
                    .listening, .notification(channel: "outbox", payload: "一"),
                    .notification(channel: "Quoted \"name\"", payload: "2"),
                    .notification(channel: "outbox", payload: "3"),
                ]
            )
            #expect(try await gone(pool))
        }
    }

    @Test("A lost connection is remade, and the listener says from when it hears again")
    func reconnection() async throws {
        try await TestDatabase.withPool { pool in
            let listener = PostgresListener(configuration: pool.configuration, channels: ["outbox"])
            var listenings = 0
            for await event in listener {
                guard event == .listening else { break }
                listenings += 1
                if listenings == 1 {
                    _ = try await pool.query(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN \"outbox\"'"
                    )
                } else {
                    try await pool.execute("NOTIFY outbox")
                }
            }
            #expect(listenings == 2)
            listener.close()
            #expect(try await gone(pool))
        }
    }

    private func gone(_ pool: PostgresPool) async throws -> Bool {
        try await eventually {
            try await pool.query(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'"
            ).first?.first(Int.self) == 0
        }
    }
}
