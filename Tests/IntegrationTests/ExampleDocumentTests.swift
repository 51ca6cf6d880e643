import DocketTesting
import Foundation
import GraphQLExecution
import GraphQLLanguage
import PluginKit
import Testing

/// The saved documents of docs/examples, over the demonstration.
@Suite("The example documents")
struct ExampleDocumentTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("docs/examples")

    private static let documents: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".graphql") }.sorted()

    private static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    /// Each with the role that its first line names.
    private static func role(of document: String) -> Role? {
        let line = document.prefix { $0 != "\n" }
        guard line.hasPrefix("# "), line.contains(" · ") else { return nil }
        return Role(rawValue: String(line.dropFirst(2).prefix { $0 != " " }))
    }

    @Test("answer without an error, each as the role that it is for")
    func answer() async throws {
        #expect(Self.documents.count >= 8)
        try await TestCourt.with(.demo, plugins: Installed.all) { court in
            for name in Self.documents {
                let document = try Self.text(name)
                let role = try #require(Self.role(of: document), "\(name) does not begin with \"# ROLE · what for\"")
                let beside = name.replacingOccurrences(of: ".graphql", with: ".json")
                var variables: JSONValue = [:]
                if let text = try? Self.text(beside) { variables = try JSONReader.read(Array(text.utf8)) }
                let answer = await court.send(document, variables, as: role)
                #expect(answer["errors"] == nil, "\(name): \(answer)")
            }
        }
    }
}
