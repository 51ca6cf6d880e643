import Glibc
import Postgres
import PrivatePostgres
import Testing

@Suite("PrivatePostgres") struct PrivatePostgresTests {
    private func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = try TestServer.makeFolder()
        defer { removeFolder(folder) }
        try await body(folder)
    }

    private func write(_ text: String, to path: String) throws {
        let file = try #require(fopen(path, "w"))
        fputs(text, file)
        fclose(file)
    }

    private func withPool<Value>(_ server: PrivatePostgres, _ body: (PostgresPool) async throws -> Value) async throws
        -> Value
    {
        let pool = PostgresPool(configuration: PostgresConfiguration(url: server.url))
        let value = try await body(pool)
        await pool.close()
        return value
    }

    @Test("A server is made, keeps its data over a restart, and asks for a password")
    func lifecycle() async throws {
        try await withFolder { folder in
            let first = try PrivatePostgres.start(dataDirectory: "\(folder)/deep/data")
            try await withPool(first) { pool in
                try await pool.execute(script: "CREATE TABLE kept AS SELECT '信' AS text")
                let settings = try await pool.query(
                    "SELECT current_setting('server_encoding'), current_setting('fsync'), current_setting('listen_addresses')"
                ).first
                #expect(try (0..<3).map { try settings?.decode($0, as: String.self) } == ["UTF8", "on", "127.0.0.1"])
            }
            let intruder = PostgresPool(
                configuration: PostgresConfiguration(url: "postgresql://docket:wrong@127.0.0.1:\(first.port)/postgres")
            )
            let error = await #expect(throws: PostgresError.self) { try await intruder.ping() }
            #expect(error?.code == .connectionFailed)
            await intruder.close()
            first.stop()
            first.stop()
            let second = try PrivatePostgres.start(dataDirectory: "\(folder)/deep/data")
            #expect(try await withPool(second) { try await $0.query("SELECT text FROM kept").first?.first() } == "信")
            second.stop()
        }
    }

    @Test("A folder that holds something else is left alone")
    func foreignFolder() async throws {
        try await withFolder { folder in
            try write("mine", to: "\(folder)/thesis.txt")
            let error = #expect(throws: PrivatePostgresError.self) { try PrivatePostgres.start(dataDirectory: folder) }
            #expect(error?.code == .brokenDataDirectory)
            #expect(error?.message.contains("is not empty and is not a PostgreSQL data directory") == true)
            #expect(access("\(folder)/thesis.txt", F_OK) == 0)
        }
    }

    @Test("A file in the place of the folder is an error")
    func file() async throws {
        try await withFolder { folder in
            try write("", to: "\(folder)/data")
            let error = #expect(throws: PrivatePostgresError.self) {
                try PrivatePostgres.start(dataDirectory: "\(folder)/data")
            }
            #expect(error?.message == "\(folder)/data is a file, not a folder.")
        }
    }

    @Test("A taken port and a folder in use are told apart; a stale lock file is no obstacle; damage is told")
    func obstacles() async throws {
        try await withFolder { folder in
            let path = "\(folder)/data"
            let server = try PrivatePostgres.start(dataDirectory: path, durable: false)
            let taken = #expect(throws: PrivatePostgresError.self) {
                try PrivatePostgres.start(dataDirectory: "\(folder)/other", port: server.port)
            }
            #expect(taken?.code == .portTaken)
            #expect(taken?.message == "Port \(server.port) on 127.0.0.1 is taken by another program.")
            let running = #expect(throws: PrivatePostgresError.self) { try PrivatePostgres.start(dataDirectory: path) }
            #expect(running?.code == .alreadyRunning)
            server.stop()

            // This test's own process has the number, and is no PostgreSQL.
            try write("\(getpid())\n\(path)\n", to: "\(path)/postmaster.pid")
            try PrivatePostgres.start(dataDirectory: path, durable: false).stop()

            try write("nonsense", to: "\(path)/global/pg_control")
            let damaged = #expect(throws: PrivatePostgresError.self) { try PrivatePostgres.start(dataDirectory: path) }
            #expect(damaged?.code == .brokenDataDirectory)
            #expect(damaged?.message.contains(path) == true)

            try write("9\n", to: "\(path)/PG_VERSION")
            let old = #expect(throws: PrivatePostgresError.self) { try PrivatePostgres.start(dataDirectory: path) }
            #expect(old?.code == .brokenDataDirectory)
            #expect(old?.message.hasPrefix("The data directory was made by PostgreSQL 9; installed is") == true)
        }
    }

    @Test("A data directory below a folder that only this user may enter works, as below /root")
    func closedFolder() async throws {
        try await withFolder { folder in
            chmod(folder, 0o700)
            let server = try PrivatePostgres.start(dataDirectory: "\(folder)/data", durable: false)
            try await withPool(server) { try await $0.ping() }
            server.stop()
        }
    }

    @Test("Servers started together do not hold each other's lifelines")
    func together() async throws {
        try await withFolder { folder in
            let servers = try await withThrowingTaskGroup(of: PrivatePostgres.self) { group in
                for number in 0..<2 {
                    group.addTask { try PrivatePostgres.start(dataDirectory: "\(folder)/\(number)", durable: false) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            servers[0].stop()
            try await withPool(servers[1]) { try await $0.ping() }
            servers[1].stop()
        }
    }
}
