import CommandTesting
import DocketTesting
import Foundation
import GraphQLExecution
import GraphQLLanguage
import Postgres
import Testing

@Suite("What docket dev keeps")
struct DevFolderTests {
    @Test(
        "Every file with a secret is its owner's only, the server's login owns nothing, and wrong keys stop the next start"
    )
    func secrets() async throws {
        let folder = TestFolder.make()
        let ready = "\(folder)/ready.json"
        let first = try await start(folder, ready)
        let report = try JSONReader.read([UInt8](Data(contentsOf: URL(fileURLWithPath: ready))))
        for file in [ready, "\(folder)/data/tokens.json", "\(folder)/data/keys", "\(folder)/data/tls/server-key.pem"] {
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(file)")
        }
        for file in ["docket.password", "docket.log", "postmaster.pid"] {
            let path = "\(folder)/data/postgres/\(file)"
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode.map { $0 & 0o077 } == 0, "\(file)")
        }
        let pool = PostgresPool(configuration: PostgresConfiguration(url: try #require(report["databaseURL"]?.text)))
        let logins = try await pool.query(
            """
            SELECT DISTINCT r.rolname::text AS name, r.rolsuper FROM pg_stat_activity a JOIN pg_roles r ON r.oid = a.usesysid
            WHERE a.application_name LIKE 'docket _%'
            """
        )
        #expect(try logins.map { try $0.decode("name", as: String.self) } == ["docket_server"])
        #expect(try logins.map { try $0.decode("rolsuper", as: Bool.self) } == [false])
        let socket = try await pool.query("SHOW unix_socket_directories")[0].decode(0, as: String.self)
        let mode = try FileManager.default.attributesOfItem(atPath: socket)[.posixPermissions] as? Int
        #expect(mode.map { $0 & 0o077 } == 0)
        await pool.close()
        first.kill()
        _ = try await first.result()

        try FileManager.default.removeItem(atPath: "\(folder)/data/keys")
        let keys = try await Command.run(docket, ["serve", "--new-keys-file", "\(folder)/data/keys"])
        #expect(keys.status == 0)
        let second = try await Command.run(docket, arguments(folder, ready))
        #expect(second.status != 0)
        #expect(second.errors.contains("The keys file does not belong to this database"), "\(second.errors)")
    }

    private func arguments(_ folder: String, _ ready: String) -> [String] {
        ["dev", "--data", "\(folder)/data", "--port", "0", "--ready-file", ready]
    }

    /// Starts the command and waits until it serves.
    private func start(_ folder: String, _ ready: String) async throws -> Command.Running {
        let running = try Command.Running(docket, arguments(folder, ready))
        for _ in 0..<1_200 where !FileManager.default.fileExists(atPath: ready) {
            try await Task.sleep(for: .milliseconds(100))
        }
        return running
    }

    /// The command, built beside the tests.
    private var docket: String {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appendingPathComponent("docket").path
    }
}
