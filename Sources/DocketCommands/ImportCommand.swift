import ArgumentParser
import CourtCore
import GraphQLLanguage
import PluginKit
import PluginTools

/// `docket import`: an administrator's CSV files, through the API.
struct ImportCommand: AsyncParsableCommand {
    /// What can be imported: the core's files and those of the program's plugins.
    struct Kind: ExpressibleByArgument {
        let file: FileImport

        init?(argument: String) {
            guard let file = Self.all.first(where: { $0.kind == argument }) else { return nil }
            self.file = file
        }

        static var all: [FileImport] { CourtCore.imports + InstalledPlugins.others.flatMap(\.imports) }

        static var allValueStrings: [String] { all.map(\.kind) }

        /// `courts, departments, staff or holidays`.
        static var list: String {
            let kinds = allValueStrings
            return kinds.dropLast().joined(separator: ", ") + " or " + (kinds.last ?? "")
        }
    }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import",
            abstract: "Import \(Kind.list): all rows or none.",
            discussion:
                "Every faulty row is reported with line, column, code and message; nothing is written while there is any."
        )
    }

    @OptionGroup var server: ServerOption

    @ArgumentParser.Argument(help: "\(Kind.list).")
    var kind: Kind

    @ArgumentParser.Argument(help: "The CSV file, UTF-8.")
    var file: String

    @Flag(help: "Check every row and write nothing.")
    var dryRun = false

    func run() async throws {
        let importing = ImportRun(client: try server.client, title: file, file: try CSVFile(file))
        let report = try await importing.run(
            mutation: """
                mutation Import($input: ImportFileInput!) {
                    result: \(kind.file.mutation)(input: $input) {
                        rows created updated unchanged removed notes problems { line column code message }
                    }
                }
                """,
            input: [],
            dryRunOnly: dryRun
        )
        for note in report["notes"]?.items ?? [] { print(note.text ?? "") }
        let counts = ["created", "updated", "unchanged", "removed"].map { ($0, report[$0]?.integer ?? 0) }
        let changes = counts.filter { $0.0 != "unchanged" }.reduce(0) { $0 + $1.1 }
        let line = counts.filter { $0.0 != "removed" || $0.1 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        let ending = changes == 0 ? "; nothing \(dryRun ? "would change" : "changed")" : ""
        print("\(dryRun ? "dry run: " : "")\(report["rows"]?.integer ?? 0) rows: \(line)\(ending)")
    }
}
