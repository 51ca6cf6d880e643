import ArgumentParser
import FieldEncryption
import PluginHost
import Postgres

/// `docket migrate`: brings a database up to date.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Apply pending migrations and print their names.")

    @OptionGroup var database: DatabaseOption

    @Option(help: "Switch a plugin off (may be given several times).")
    var without: [String] = []

    func run() async throws {
        let pool = PostgresPool(configuration: PostgresConfiguration(url: try database.url))
        // Migrations need no keys; a plugin's declaration does.
        let plugins = try InstalledPlugins.switchedOn(keys: KeyRing.generate(), without: without)
        let applied = try await Migrator(pool).apply(Composition(plugins).migrations)
        await pool.close()
        print(
            applied.isEmpty
                ? "Nothing to do: the database is up to date." : applied.map { "applied \($0)" }.joined(separator: "\n")
        )
    }
}

/// The database of commands that work on it directly.
struct DatabaseOption: ParsableArguments {
    @Option(help: "The database, postgresql://… (default: DOCKET_DATABASE_URL).")
    var databaseURL: String?

    var url: String {
        get throws {
            guard let url = databaseURL ?? Environment["DOCKET_DATABASE_URL"] else {
                throw CommandFailure("Which database? Give --database-url or set DOCKET_DATABASE_URL.")
            }
            return url
        }
    }
}
