import CommandTesting
import DocketTesting
import Foundation
import PluginHost
import Postgres
import Testing

@Suite("docket migrate --server-login")
struct ServerLoginTests {
    @Test("makes a login that may work and no more, changes its password, and needs one")
    func login() async throws {
        let postgres = try TestPostgres.shared.get()
        let database = try await postgres.createDatabase()
        let url = postgres.url(database: database)
        let name = "docket_kit_\(getpid())_made"
        let without = try await migrate(url, name, password: nil)
        #expect(without.status == 1)
        #expect(without.errors.contains("Set DOCKET_SERVER_PASSWORD for the login \(name)."))
        for password in ["first'\"\\", "second"] {
            let made = try await migrate(url, name, password: password)
            #expect(made.status == 0, "\(made.errors)")
            #expect(made.text.contains("The server's login is \(name)."))
        }
        let login = PostgresPool(
            configuration: PostgresConfiguration(url: ServerLogin.url(of: url, as: name, password: "second"))
        )
        #expect(try await ServerLogin.excess(of: login) == [])
        await login.close()
        let former = PostgresPool(
            configuration: PostgresConfiguration(url: ServerLogin.url(of: url, as: name, password: "first"))
        )
        await #expect(throws: PostgresError.self) { try await former.ping() }
        await former.close()
        let owner = PostgresPool(configuration: PostgresConfiguration(url: url))
        #expect(try await ServerLogin.excess(of: owner) == ["is a superuser"])
        try await owner.execute("DROP ROLE \(identifier: name)")
        await owner.close()
        try await postgres.dropDatabase(database)
    }

    @Test("An owner who is no superuser is known by the tables")
    func owners() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let name = "docket_kit_\(getpid())_owner"
            try await court.database.execute("CREATE ROLE \(identifier: name) LOGIN PASSWORD 'x'")
            try await court.database.execute("ALTER TABLE core.holiday OWNER TO \(identifier: name)")
            let pool = PostgresPool(
                configuration: PostgresConfiguration(
                    url: ServerLogin.url(of: court.databaseURL, as: name, password: "x")
                )
            )
            #expect(try await ServerLogin.excess(of: pool) == ["owns 1 tables (core.holiday, …)"])
            await pool.close()
            try await court.database.execute("ALTER TABLE core.holiday OWNER TO CURRENT_USER")
            try await court.database.execute("DROP ROLE \(identifier: name)")
        }
    }

    private func migrate(_ url: String, _ name: String, password: String?) async throws -> CommandTesting.Command.Result
    {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let docket = tests.deletingLastPathComponent().appendingPathComponent("docket").path
        let environment = password.map { ["DOCKET_SERVER_PASSWORD=\($0)"] } ?? ["-u", "DOCKET_SERVER_PASSWORD"]
        let arguments = [docket, "migrate", "--database-url", url, "--server-login", name]
        return try await CommandTesting.Command.run("env", environment + arguments)
    }
}
