import ArgumentParser
import FieldEncryption
import GraphQLLanguage
import Yams

/// `docket letters`: what clerks do with files.
struct LettersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letters",
        abstract: "Letters (来信).",
        subcommands: [Import.self]
    )

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Import a transferred batch (转办批次): its YAML description and its CSV items, all or none.",
            discussion: """
                A dry run comes first: every faulty row is reported with line, column, code and message, and nothing is written \
                while there is any. The same batch imported again changes nothing.
                """
        )

        @OptionGroup var server: ServerOption

        @ArgumentParser.Argument(help: "The batch: batchNo, fromOrg, source, receivedOn, declaredCount (YAML).")
        var batch: String

        @ArgumentParser.Argument(help: "Its items (CSV, UTF-8).")
        var items: String

        @Option(help: "The receiving court, for an administrator (default: the token's court).")
        var court: String?

        @Flag(help: "Check every row and write nothing.")
        var dryRun = false

        func run() async throws {
            let description: TransferBatchFile
            do {
                description = try YAMLDecoder().decode(TransferBatchFile.self, from: try TextFile.read(batch))
            } catch let error as DecodingError {
                throw CommandFailure("\(batch): \(Self.explain(error))")
            } catch let error as YamlError {
                throw CommandFailure("\(batch): \(error)")
            }
            let csv = try CSVFile(items)
            var input: [JSONValue.Member] = [
                .init("batchNo", .string(description.batchNo)),
                .init("fromOrg", .string(description.fromOrg)),
                .init("source", .string(description.source)),
                .init("receivedOn", .string(description.receivedOn)),
                .init("declaredCount", .integer(description.declaredCount)),
                .init("csv", .string(csv.text)),
            ]
            if let court { input.append(.init("courtCode", .string(court))) }
            let digest = Hex.encode(try Digest.sha256("\(description.batchNo) \(court ?? "") \(csv.text)"))
            let report = try await ImportRun(client: try server.client, title: items, rowCount: csv.rowCount).run(
                mutation: """
                    mutation Import($input: ImportTransferBatchInput!) {
                        result: importTransferBatch(input: $input) {
                            declared rows created alreadyImported problems { line column code message }
                        }
                    }
                    """,
                input: input,
                idempotencyKey: "letters-import-\(digest)",
                dryRunOnly: dryRun
            )
            let rows = report["rows"]?.integer ?? 0
            let declared = report["declared"]?.integer ?? 0
            if dryRun {
                print("dry run: \(rows) items of \(declared) declared, no faults; nothing was written")
            } else if report["alreadyImported"] == .boolean(true) {
                print("batch \(description.batchNo) was imported before; nothing changed")
            } else {
                print(
                    "batch \(description.batchNo): \(report["created"]?.integer ?? 0) letters of \(declared) declared"
                )
            }
        }

        private static func explain(_ error: DecodingError) -> String {
            switch error {
            case .keyNotFound(let key, _): "\"\(key.stringValue)\" is missing."
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                "\(context.codingPath.map(\.stringValue).joined(separator: ".")): \(context.debugDescription)"
            @unknown default: "\(error)"
            }
        }
    }
}

/// A transferred batch's description as it accompanies the items.
private struct TransferBatchFile: Decodable {
    let batchNo: String
    let fromOrg: String
    let source: String
    let receivedOn: String
    let declaredCount: Int
}
