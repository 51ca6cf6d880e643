import ArgumentParser
import GraphQLLanguage
import PluginTools

/// `docket letters`: what clerks do with files.
struct LettersCommand: ToolCommand {
    static let configuration = CommandConfiguration(
        commandName: "letters",
        abstract: "Letters (来信).",
        subcommands: [Import.self, Ledger.self, Digest.self, Duplicates.self, Notice.self]
    )

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Import a transferred batch (转办批次): its YAML description and its CSV items, all or none.",
            discussion: """
                A dry run comes first: every faulty row is reported with line, column, code and message, and nothing is written \
                while there is any. The same batch imported again changes nothing. A clerk imports for their own court; an \
                administrator says which with --court, or with courtCode in the description.
                """
        )

        @OptionGroup var server: ServerOption

        @ArgumentParser.Argument(
            help: "The batch: batchNo, fromOrg, source, receivedOn, declaredCount, perhaps courtCode (YAML)."
        )
        var batch: String

        @ArgumentParser.Argument(help: "Its items (CSV, UTF-8).")
        var items: String

        @Option(help: "The receiving court, for an administrator (default: the description's, else the token's court).")
        var court: String?

        @Flag(help: "Check every row and write nothing.")
        var dryRun = false

        func run() async throws {
            let description = try BatchDescription(yaml: try TextFile.read(batch), file: batch)
            let report = try await ImportRun(client: try server.client, title: items, file: try CSVFile(items)).run(
                mutation: """
                    mutation Import($input: ImportTransferBatchInput!) {
                        result: importTransferBatch(input: $input) {
                            declared rows created alreadyImported problems { line column code message }
                        }
                    }
                    """,
                input: description.input(court: court),
                dryRunOnly: dryRun
            )
            let rows = report["rows"]?.integer ?? 0
            let declared = report["declared"]?.integer ?? 0
            if report["alreadyImported"] == .boolean(true) {
                print(
                    "batch \(description.batchNo) was imported before; nothing \(dryRun ? "would change" : "changed")"
                )
            } else if dryRun {
                print("dry run: \(rows) items of \(declared) declared, no faults; nothing was written")
            } else {
                print(
                    "batch \(description.batchNo): \(report["created"]?.integer ?? 0) letters of \(declared) declared"
                )
            }
        }
    }
}
