import Postgres
import PrivatePostgres

/// The database of a development server.
enum DevDatabase {
    /// Makes the database unless it is there, and answers its URL.
    static func create(_ name: String, on server: PrivatePostgres) async throws -> String {
        let pool = PostgresPool(configuration: PostgresConfiguration(url: server.url))
        do {
            if try await pool.query("SELECT FROM pg_database WHERE datname = \(name)").isEmpty {
                try await pool.execute("CREATE DATABASE \(identifier: name)")
            }
        } catch {
            await pool.close()
            throw error
        }
        await pool.close()
        return server.url(database: name)
    }
}
