import ArgumentParser
import DocketServer

/// The command: the server, its development form, the client of any Docket server, and what the plugins bring.
struct DocketCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Program.name,
            abstract: "A GraphQL server for court petition work (涉诉信访).",
            version: "docket \(ProductVersion.text)",
            subcommands: own + InstalledPlugins.tools + [ConformanceCommand.self]
        )
    }

    /// The commands of every program.
    static let own: [any ParsableCommand.Type] = [
        Serve.self, Dev.self, Migrate.self, SchemaCommand.self, DocumentsCommand.self, Query.self,
        ExplainCommand.self, TokenCommand.self, ImportCommand.self,
    ]
}
