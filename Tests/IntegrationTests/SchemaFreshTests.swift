import FieldEncryption
import Foundation
import GraphQLSchema
import PluginHost
import Testing

@Suite("The published schema")
struct SchemaFreshTests {
    private static let file = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("schema/docket.graphql")

    @Test("schema/docket.graphql is what the plugins compose to (UPDATE_SNAPSHOTS=1 writes it)")
    func isFresh() throws {
        let composed = try Composition(Installed.all(KeyRing.generate())).schema.printed + "\n"
        if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
            try FileManager.default.createDirectory(
                at: Self.file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(composed.utf8).write(to: Self.file)
        }
        let published = try String(contentsOf: Self.file, encoding: .utf8).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        let lines = composed.split(separator: "\n", omittingEmptySubsequences: false)
        let difference = zip(published, lines).enumerated().first { $1.0 != $1.1 }
        #expect(difference == nil, "line \((difference?.offset ?? 0) + 1) is out of date: run `make schema`")
        #expect(published.count == lines.count)
    }
}
