import ArgumentParser
import GraphQLLanguage

/// `docket import`: an administrator's CSV files, through the API.
struct ImportCommand: AsyncParsableCommand {
    /// What can be imported, and by which mutation.
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case courts, departments, staff, holidays

        var mutation: String { "import\(rawValue.prefix(1).uppercased())\(rawValue.dropFirst())" }
    }

    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import courts, departments, staff or holidays: all rows or none.",
        discussion:
            "Every faulty row is reported with line, column, code and message; nothing is written while there is any."
    )

    @OptionGroup var server: ServerOption

    @ArgumentParser.Argument(help: "courts, departments, staff or holidays.")
    var kind: Kind

    @ArgumentParser.Argument(help: "The CSV file, UTF-8.")
    var file: String

    @Flag(help: "Check every row and write nothing.")
    var dryRun = false

    func run() async throws {
        let csv = try CSVFile(file)
        let importing = ImportRun(client: try server.client, title: kind.rawValue, rowCount: csv.rowCount)
        let input: [JSONValue.Member] = [.init("csv", .string(csv.text))]
        let report = try await importing.run(
            mutation: """
                mutation Import($input: ImportFileInput!) {
                    result: \(kind.mutation)(input: $input) {
                        rows created updated unchanged problems { line column code message }
                    }
                }
                """,
            input: input,
            idempotencyKey: nil,
            dryRunOnly: dryRun
        )
        let counts = ["created", "updated", "unchanged"].map { "\($0) \(report[$0]?.integer ?? 0)" }
        print("\(dryRun ? "dry run: " : "")\(report["rows"]?.integer ?? 0) rows: \(counts.joined(separator: ", "))")
    }
}
