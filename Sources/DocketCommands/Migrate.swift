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
        // Migrations need no keys; a plugin's declaration does.
        let plugins = try InstalledPlugins.switchedOn(keys: KeyRing.generate(), without: database.without(without))
        let migrations = try Composition(plugins).migrations
        let applied = try await database.withPool { try await Migrator($0).apply(migrations) }
        print(
            applied.isEmpty
                ? "Nothing to do: the database is up to date." : applied.map { "applied \($0)" }.joined(separator: "\n")
        )
    }
}
