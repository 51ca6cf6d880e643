import FieldEncryption
import PluginHost
import PluginKit
import Postgres
import PrivatePostgres

/// The database of a development server.
enum DevDatabase {
    /// Makes the database unless it is there, and answers its URL.
    static func create(_ name: String, on server: PrivatePostgres) async throws -> String {
        try await withAdministrator(of: server) { pool in
            if try await pool.query("SELECT FROM pg_database WHERE datname = \(name)").isEmpty {
                try await pool.execute("CREATE DATABASE \(identifier: name)")
            }
        }
        return server.url(database: name)
    }

    /// Removes the database, whoever is connected to it.
    static func drop(_ name: String, on server: PrivatePostgres) async throws {
        try await withAdministrator(of: server) { pool in
            try await pool.execute("DROP DATABASE IF EXISTS \(identifier: name) WITH (FORCE)")
        }
    }

    private static func withAdministrator(
        of server: PrivatePostgres,
        _ body: (PostgresPool) async throws -> Void
    ) async throws {
        let pool = PostgresPool(configuration: PostgresConfiguration(url: server.url))
        do {
            try await body(pool)
        } catch {
            await pool.close()
            throw error
        }
        await pool.close()
    }

    /// Migrates as the owner, and answers a URL for the server: of a login that owns nothing, with a new password each time.
    static func prepare(_ ownerURL: String, for plugins: [Plugin]) async throws -> String {
        let password = Hex.encode(try SecureRandom.bytes(16))
        let pool = PostgresPool(configuration: PostgresConfiguration(url: ownerURL))
        do {
            try await Composition(plugins).migrate(pool)
            try await ServerLogin.prepare("docket_server", password: password, by: pool)
        } catch {
            await pool.close()
            throw error
        }
        await pool.close()
        return ServerLogin.url(of: ownerURL, as: "docket_server", password: password)
    }
}
