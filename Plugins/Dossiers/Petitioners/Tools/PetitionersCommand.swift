import ArgumentParser
import GraphQLLanguage
import PluginTools

/// `docket petitioners`: files of petitioners, in and out.
struct PetitionersCommand: ToolCommand {
    static let configuration = CommandConfiguration(
        commandName: "petitioners",
        abstract: "Petitioners (信访人): their files in and out.",
        subcommands: [Import.self, Export.self]
    )

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Import petitioners with a dossier each (CSV), all or none.",
            discussion: """
                A dry run comes first: every faulty row is reported with line, column, code and message, and nothing is written \
                while there is any. The dossiers are drafts, which a division head approves. The same file again changes nothing.
                """
        )

        @OptionGroup var server: ServerOption

        @ArgumentParser.Argument(help: "The CSV file, UTF-8.")
        var file: String

        @Flag(help: "Check every row and write nothing.")
        var dryRun = false

        func run() async throws {
            let report = try await ImportRun(client: try server.client, title: file, file: try CSVFile(file)).run(
                mutation: """
                    mutation Import($input: ImportPetitionersInput!) {
                        result: importPetitioners(input: $input) {
                            rows created unchanged problems { line column code message }
                        }
                    }
                    """,
                input: [],
                dryRunOnly: dryRun
            )
            let counts = ["created", "unchanged"].map { "\($0) \(report[$0]?.integer ?? 0)" }.joined(separator: ", ")
            print("\(dryRun ? "dry run: " : "")\(report["rows"]?.integer ?? 0) rows: \(counts)")
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Write petitioners of dossiers to a CSV file, masked; or the clear values of an approved request.",
            discussion: """
                Masked, it writes who stands in the dossiers that the token may see. With --request it downloads an export that a \
                data-protection officer has approved: once, by who asked for it, with a watermark in every row.
                """
        )

        @OptionGroup var server: ServerOption

        @ArgumentParser.Argument(help: "The CSV file to write; it must not be there yet.")
        var file: String

        @Option(help: "The key of an approved request for clear values.")
        var request: String?

        func run() async throws {
            let output = try ExportFile(file)
            let client = try server.client
            do {
                let table = PetitionersExport(client: client)
                let rows = if let request { try await table.download(request) } else { try await table.masked() }
                try output.write(rows)
                print("\(rows.count - 1) rows written to \(file)")
                await client.close()
            } catch {
                output.discard()
                await client.close()
                throw error
            }
        }
    }
}
