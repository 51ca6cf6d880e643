import ArgumentParser
import Foundation
import GraphQLValidation
import PluginTools

/// `docket documents`: a client's documents, without a server.
struct DocumentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents",
        abstract: "A client's documents.",
        subcommands: [Check.self]
    )

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Validate documents against the published schema; print file, line and column of every fault.",
            discussion: "Operations may spread fragments of the other files. Ends with 1 if anything would be refused."
        )

        @Option(help: "The schema's SDL, as /schema.graphql serves it; else the schema of this program's plugins.")
        var schema: String?

        @ArgumentParser.Argument(help: "Documents, or folders with .graphql and .gql files.")
        var paths: [String]

        func run() async throws {
            let files = try paths.flatMap(DocumentFiles.at)
            let findings = ClientDocuments(files).findings(against: try PublishedSchema.read(schema))
            for finding in findings { print(finding) }
            guard findings.isEmpty else { throw ExitCode.failure }
            print("\(files.count) \(files.count == 1 ? "document" : "documents"): nothing to complain about")
        }
    }
}

/// The documents under a path.
private enum DocumentFiles {
    static func at(_ path: String) throws -> [ClientDocuments.File] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            return [ClientDocuments.File(name: path, bytes: try TextFile.bytes(path))]
        }
        let names = (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(".graphql") || $0.hasSuffix(".gql") }
        guard !names.isEmpty else { throw CommandFailure("There is no .graphql or .gql file in \(path).") }
        return try names.sorted().map { name in
            let file = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
            return ClientDocuments.File(name: file, bytes: try TextFile.bytes(file))
        }
    }
}
