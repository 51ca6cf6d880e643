import FieldEncryption
import Glibc
import PluginHost
package import PluginKit
import Postgres

/// The login with which the servers of a test process work: one of its own, so that two processes can use one PostgreSQL.
package actor TestLogins {
    package static let shared = TestLogins()

    /// The login's name; dropped by `TestPostgres` where the PostgreSQL stays.
    static var name: String { "docket_kit_\(getpid())" }

    private var password: String?
    /// Its making, for each PostgreSQL server by its URL without the database.
    private var makings: [String: Task<Void, any Error>] = [:]

    /// Migrates a database as its owner and answers the URL with which a server works on it.
    package func serverURL(for ownerURL: String, _ plugins: [Plugin]) async throws -> String {
        let password = try self.password ?? Hex.encode(SecureRandom.bytes(16))
        self.password = password
        var configuration = PostgresConfiguration(url: ownerURL)
        configuration.size = 1
        let pool = PostgresPool(configuration: configuration)
        do {
            try await Composition(plugins).migrate(pool)
            let server = ownerURL.split(separator: "/", omittingEmptySubsequences: false).prefix(3).joined(
                separator: "/"
            )
            let making =
                makings[server]
                ?? Task { try await ServerLogin.prepare(Self.name, password: password, by: pool) }
            makings[server] = making
            try await making.value
        } catch {
            await pool.close()
            throw error
        }
        await pool.close()
        return ServerLogin.url(of: ownerURL, as: Self.name, password: password)
    }
}
