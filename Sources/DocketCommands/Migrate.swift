import ArgumentParser
import FieldEncryption
import PluginHost
import PluginTools
import Postgres

/// `docket migrate`: brings a database up to date.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Apply pending migrations and print their names.")

    @OptionGroup var database: DatabaseOption

    @Option(help: "Switch a plugin off (may be given several times).")
    var without: [String] = []

    @Option(
        help: ArgumentHelp(
            "Make the login with which `docket serve` works, or change its password: it reads and writes, and owns nothing.",
            discussion: "The password is taken from DOCKET_SERVER_PASSWORD.",
            valueName: "name"
        )
    )
    var serverLogin: String?

    func run() async throws {
        let password = try serverPassword
        // Migrations need no keys; a plugin's declaration does.
        let plugins = try InstalledPlugins.switchedOn(keys: KeyRing.generate(), without: database.without(without))
        let composition = try Composition(plugins)
        let migrated = try await database.withPool { pool in
            let migrated = try await composition.migrate(pool)
            if let serverLogin, let password {
                try await ServerLogin.prepare(serverLogin, password: password, by: pool)
            }
            return migrated
        }
        let secured = migrated.secured.count
        let done =
            migrated.applied.map { "applied \($0)" } + (secured > 0 ? ["made row security of \(secured) tables"] : [])
        print(done.isEmpty ? "Nothing to do: the database is up to date." : done.joined(separator: "\n"))
        if let serverLogin { print("The server's login is \(serverLogin).") }
    }

    private var serverPassword: String? {
        get throws {
            guard let serverLogin else { return nil }
            guard let password = Environment["DOCKET_SERVER_PASSWORD"], !password.isEmpty else {
                throw CommandFailure("Which password? Set DOCKET_SERVER_PASSWORD for the login \(serverLogin).")
            }
            return password
        }
    }
}
