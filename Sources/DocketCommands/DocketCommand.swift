import ArgumentParser
import DocketServer

/// The command: the server, its development form, and the client of any Docket server.
struct DocketCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: Program.name,
        abstract: "A GraphQL server for court petition work (涉诉信访).",
        version: "docket \(ProductVersion.text)",
        subcommands: [
            Serve.self, Dev.self, Migrate.self, SchemaCommand.self, DocumentsCommand.self, Query.self,
            ExplainCommand.self, TokenCommand.self,
            ImportCommand.self, LettersCommand.self, ConformanceCommand.self,
        ]
    )
}
