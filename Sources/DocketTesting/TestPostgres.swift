import Dispatch
import Glibc
import Postgres
package import PrivatePostgres
import Synchronization

/// The PostgreSQL that all tests of a process share: `DOCKET_TEST_DATABASE_URL`, or a private one that ends with them.
package final class TestPostgres: Sendable {
    package static let shared = Result { try TestPostgres() }

    /// An administrator's URL.
    package let url: String
    /// The private server; nil when a URL was given.
    package let server: PrivatePostgres?
    private let databaseCount = Atomic<Int>(0)

    private init() throws {
        if let given = getenv("DOCKET_TEST_DATABASE_URL") {
            url = String(cString: given)
            server = nil
            return
        }
        let folder = TestFolder.make()
        let server = try PrivatePostgres.start(dataDirectory: "\(folder)/data", durable: false)
        self.server = server
        url = server.url
    }

    /// The same server's URL for a database.
    package func url(database: String) -> String {
        if let server { return server.url(database: database) }
        let parts = url.split(separator: "?", maxSplits: 1)
        let base = parts[0].split(separator: "/", omittingEmptySubsequences: false).prefix(3).joined(separator: "/")
        return "\(base)/\(database)" + (parts.count > 1 ? "?\(parts[1])" : "")
    }

    /// Makes a database, copied from a template if one is named, and answers its name.
    package func createDatabase(template: String = "template0") async throws -> String {
        let name = "docket_kit_\(getpid())_\(databaseCount.wrappingAdd(1, ordering: .relaxed).newValue)"
        try await withAdministrator {
            try await $0.execute("CREATE DATABASE \(identifier: name) TEMPLATE \(identifier: template)")
        }
        return name
    }

    /// Drops a database.
    ///
    /// PostgreSQL refuses while someone is connected: a connection that leaked is an error here.
    package func dropDatabase(_ name: String) async throws {
        try await withAdministrator { try await $0.execute("DROP DATABASE IF EXISTS \(identifier: name)") }
    }

    /// Ends the private server, or drops what this process made on a given one.
    ///
    /// Blocks; for the end of the process.
    func tearDown() {
        if let server { return server.stop() }
        let isDone = DispatchSemaphore(value: 0)
        Task.detached { [self] in
            try? await withAdministrator { pool in
                let pattern = "docket\\_kit\\_\(getpid())\\_%"
                for row in try await pool.query("SELECT datname FROM pg_database WHERE datname LIKE \(pattern)") {
                    let name = try row.decode("datname", as: String.self)
                    try await pool.execute("DROP DATABASE \(identifier: name) WITH (FORCE)")
                }
                try await pool.execute("DROP ROLE IF EXISTS \(identifier: TestLogins.name)")
            }
            isDone.signal()
        }
        _ = isDone.wait(timeout: .now() + 10)
    }

    private func withAdministrator(_ body: (PostgresPool) async throws -> Void) async throws {
        var configuration = PostgresConfiguration(url: url)
        configuration.size = 1
        let pool = PostgresPool(configuration: configuration)
        do {
            try await body(pool)
        } catch {
            await pool.close()
            throw error
        }
        await pool.close()
    }
}
