import ArgumentParser
import GraphQLLanguage

/// `docket import`: an administrator's CSV files, through the API.
struct ImportCommand: AsyncParsableCommand {
    /// What can be imported, and by which mutation.
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case courts, departments, staff, holidays, organizations

        var mutation: String { "import\(rawValue.prefix(1).uppercased())\(rawValue.dropFirst())" }
    }

    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import courts, departments, staff, holidays or organizations: all rows or none.",
        discussion:
            "Every faulty row is reported with line, column, code and message; nothing is written while there is any."
    )

    @OptionGroup var server: ServerOption

    @ArgumentParser.Argument(help: "courts, departments, staff, holidays or organizations.")
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
                    result: \(kind.mutation)(input: $input) {
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
