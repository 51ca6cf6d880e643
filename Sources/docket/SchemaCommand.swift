import ArgumentParser
import FieldEncryption
import GraphQLSchema
import PluginHost

/// `docket schema`: the composed schema, without a database.
struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "The published schema.",
        subcommands: [Print.self]
    )

    struct Print: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print the composed schema as SDL.")

        @Option(help: "Switch a plugin off (may be given several times).")
        var without: [String] = []

        func run() async throws {
            let plugins = try InstalledPlugins.switchedOn(keys: KeyRing.generate(), without: without)
            print(try Composition(plugins).schema.printed)
        }
    }
}
