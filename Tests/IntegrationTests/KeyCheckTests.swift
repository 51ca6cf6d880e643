import DocketServer
import DocketTesting
import FieldEncryption
import GraphQLLanguage
import PluginHost
import Postgres
import Testing

@Suite("Keys that do not fit the database")
struct KeyCheckTests {
    @Test("Another keys file stops the start")
    func otherKeys() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let failure = try await Self.failure(court, try KeyRing.generate())
            #expect(failure.contains("does not belong to this database"))
            #expect(failure.contains("key 1"))
        }
    }

    @Test("So does another match key beside the right sealing key")
    func otherMatchKey() async throws {
        try await TestCourt.with(.courts, plugins: Installed.all) { court in
            let match = try #require(try KeyRing.generate().text.split(separator: "\n").first)
            let keys = court.keys.text.split(separator: "\n").dropFirst()
            let mixed = try KeyRing(parsing: ([match] + keys).joined(separator: "\n"))
            #expect(try await Self.failure(court, mixed).contains("its match key is not the one"))
        }
    }

    @Test("A key that was added may go when nothing is sealed with it, and is named as long as something is")
    func lostKey() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let rotated = try court.keys.addingKey()
            try await Self.start(court, rotated)
            // The first key's values are still there.
            let lines = rotated.text.split(separator: "\n")
            let newest = try KeyRing(parsing: [lines[0], lines[2]].joined(separator: "\n"))
            let failure = try await Self.failure(court, newest)
            #expect(failure.contains("lacks key 1"))
            #expect(failure.contains("dossiers.contact_point.value_cipher"))
            // Nothing was sealed with the second one.
            try await Self.start(court, court.keys)
            try await court.database.execute(
                "UPDATE dossiers.petitioner SET name_cipher = \(rotated.seal("王某", context: "name")) WHERE id = (SELECT min(id) FROM dossiers.petitioner WHERE name_cipher IS NOT NULL)"
            )
            #expect(try await Self.failure(court, court.keys).contains("lacks key 2"))
        }
    }

    @Test("A database from before the check is asked what it holds: right keys go on, wrong ones do not get recorded")
    func upgrade() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            try await court.database.execute("DELETE FROM host.sealing_key")
            let other = try KeyRing.generate()
            #expect(try await Self.failure(court, other).contains("does not belong to this database"))
            let lines = try other.addingKey().text.split(separator: "\n")
            let second = try KeyRing(parsing: [lines[0], lines[2]].joined(separator: "\n"))
            #expect(try await Self.failure(court, second).contains("lacks key 1"))
            #expect(try await court.database.query("SELECT FROM host.sealing_key").isEmpty)
            try await Self.start(court, court.keys)
            #expect(try await court.database.query("SELECT FROM host.sealing_key").count == 1)
        }
    }

    private static func start(_ court: TestCourt, _ keys: KeyRing) async throws {
        let server = try await TestCourt.serve(
            court.serverDatabaseURL,
            Installed.all(keys),
            keys: keys,
            today: TestCourt.today
        )
        await server.shutdown()
    }

    /// Why a server with these keys does not start.
    private static func failure(_ court: TestCourt, _ keys: KeyRing) async throws -> String {
        let failure = await #expect(throws: KeyCheck.Failure.self) { try await start(court, keys) }
        return try #require(failure).description
    }
}
