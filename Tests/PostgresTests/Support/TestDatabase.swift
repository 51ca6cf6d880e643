import Glibc
import Postgres
import PrivatePostgres
import Synchronization
import Testing

/// A database of its own for one test, on `DOCKET_TEST_DATABASE_URL` or on a server that lives as long as the tests do.
struct TestDatabase {
    let name: String
    let url: String

    /// Runs a test with a pool; afterwards nothing may be left: the database must go without force.
    static func withPool(
        size: Int = 4,
        configure: (inout PostgresConfiguration) -> Void = { _ in },
        _ body: (PostgresPool) async throws -> Void
    ) async throws {
        try await withDatabase { database in
            var configuration = database.configuration
            configuration.size = size
            configure(&configuration)
            let pool = PostgresPool(configuration: configuration)
            do {
                try await body(pool)
            } catch {
                await pool.close()
                throw error
            }
            await pool.close()
            #expect(pool.statistics.open == 0)
        }
    }

    static func withDatabase(_ body: (TestDatabase) async throws -> Void) async throws {
        let server = try TestServer.shared.get()
        let name = "docket_test_\(getpid())_\(TestServer.databaseCount.wrappingAdd(1, ordering: .relaxed).newValue)"
        // A turn is a leased connection: a server of ordinary size has room for eight tests at once.
        try await server.turns.withTransaction { _ in
            try await server.admin.execute(script: "CREATE DATABASE \(name) TEMPLATE template0")
            do {
                try await body(TestDatabase(name: name, url: server.url(database: name)))
            } catch {
                try await server.admin.execute(script: "DROP DATABASE \(name) WITH (FORCE)")
                throw error
            }
            // PostgreSQL waits five seconds for others to leave, then refuses: a connection that leaked fails the test.
            try await server.admin.execute(script: "DROP DATABASE \(name)")
        }
    }

    var configuration: PostgresConfiguration { PostgresConfiguration(url: url) }
}

/// The server that all tests share.
struct TestServer {
    static let databaseCount = Atomic<Int>(0)
    static let shared = Result { try TestServer() }

    let url: String
    /// Makes and drops the databases.
    let admin: PostgresPool
    /// Hands out the turns of the tests that need a database.
    let turns: PostgresPool
    private let server: PrivatePostgres?

    private init() throws {
        if let given = getenv("DOCKET_TEST_DATABASE_URL") {
            url = String(cString: given)
            server = nil
        } else {
            let folder = try Self.makeFolder()
            let server = try PrivatePostgres.start(dataDirectory: "\(folder)/data", durable: false)
            self.server = server
            url = server.url
            // Whoever is still connected then is a test process at its end.
            Self.atExit(remove: folder, stopping: server)
        }
        var configuration = PostgresConfiguration(url: url)
        configuration.leaseTimeout = .seconds(600)
        turns = PostgresPool(configuration: configuration)
        configuration.size = 2
        admin = PostgresPool(configuration: configuration)
    }

    func url(database: String) -> String {
        if let server { return server.url(database: database) }
        let parts = url.split(separator: "?", maxSplits: 1)
        let base = parts[0].split(separator: "/", omittingEmptySubsequences: false).prefix(3).joined(separator: "/")
        return "\(base)/\(database)" + (parts.count > 1 ? "?\(parts[1])" : "")
    }

    static func makeFolder() throws -> String {
        var template = Array("/tmp/docket-test-XXXXXX".utf8CString)
        let path = try #require(mkdtemp(&template).map { String(cString: $0) })
        chmod(path, 0o755)
        return path
    }

    private static let cleanup = Mutex<(folder: String, server: PrivatePostgres)?>(nil)

    private static func atExit(remove folder: String, stopping server: PrivatePostgres) {
        cleanup.withLock { $0 = (folder, server) }
        atexit {
            guard let (folder, server) = TestServer.cleanup.withLock({ $0 }) else { return }
            server.stop()
            removeFolder(folder)
        }
    }
}

/// Removes a folder that the test itself has made under /tmp.
func removeFolder(_ path: String) {
    var id: pid_t = 0
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("rm"), strdup("-rf"), strdup(path), nil]
    defer { for argument in arguments { free(argument) } }
    if posix_spawn(&id, "/bin/rm", nil, nil, &arguments, environ) == 0 { waitpid(id, nil, 0) }
}

/// Waits until a condition that another process brings about holds; at most ten seconds.
func eventually(_ condition: () async throws -> Bool) async throws -> Bool {
    for _ in 0..<1000 {
        if try await condition() { return true }
        try await Task.sleep(for: .milliseconds(10))
    }
    return false
}

extension Row {
    func first<Value: PostgresDecodable>(_ type: Value.Type = Value.self) throws(PostgresError) -> Value {
        try decode(0)
    }
}
