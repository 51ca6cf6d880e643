import Glibc
import Postgres
import PrivatePostgres
import Synchronization

/// `DOCKET_TEST_DATABASE_URL`, or a server that lives as long as the tests do.
struct HostServer {
    static let shared = Result { try HostServer() }
    private static let databaseCount = Atomic<Int>(0)
    private static let cleanup = Mutex<(folder: String, server: PrivatePostgres)?>(nil)

    private let url: String
    private let server: PrivatePostgres?

    private init() throws {
        if let given = getenv("DOCKET_TEST_DATABASE_URL") {
            url = String(cString: given)
            server = nil
            return
        }
        var template = Array("/tmp/docket-host-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw PostgresError(.connectionFailed, "no folder under /tmp") }
        let folder = String(cString: made)
        chmod(folder, 0o755)
        let server = try PrivatePostgres.start(dataDirectory: "\(folder)/data", durable: false)
        self.server = server
        url = server.url
        Self.cleanup.withLock { $0 = (folder, server) }
        atexit {
            guard let (folder, server) = HostServer.cleanup.withLock({ $0 }) else { return }
            server.stop()
            HostServer.removeFolder(folder)
        }
    }

    /// Makes a database of a script; who takes it drops it.
    func makeDatabase(_ script: String) async throws -> (name: String, pool: PostgresPool) {
        let count = Self.databaseCount.wrappingAdd(1, ordering: .relaxed).newValue
        let name = "docket_host_\(getpid())_\(count)"
        try await asAdministrator("CREATE DATABASE \(name) TEMPLATE template0")
        let pool = PostgresPool(configuration: PostgresConfiguration(url: url(database: name)))
        try await pool.execute(script: script)
        return (name, pool)
    }

    /// Drops a database; one that is still in use is a leak and an error.
    func drop(_ name: String) async throws { try await asAdministrator("DROP DATABASE \(name)") }

    private func asAdministrator(_ script: String) async throws {
        let pool = PostgresPool(configuration: PostgresConfiguration(url: url))
        do { try await pool.execute(script: script) } catch {
            await pool.close()
            throw error
        }
        await pool.close()
    }

    func url(database: String) -> String {
        if let server { return server.url(database: database) }
        let parts = url.split(separator: "?", maxSplits: 1)
        let base = parts[0].split(separator: "/", omittingEmptySubsequences: false).prefix(3).joined(separator: "/")
        return "\(base)/\(database)" + (parts.count > 1 ? "?\(parts[1])" : "")
    }

    /// Removes a folder that the tests themselves have made under /tmp.
    private static func removeFolder(_ path: String) {
        var id: pid_t = 0
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("rm"), strdup("-rf"), strdup(path), nil]
        defer { for argument in arguments { free(argument) } }
        if posix_spawn(&id, "/bin/rm", nil, nil, &arguments, environ) == 0 { waitpid(id, nil, 0) }
    }
}
