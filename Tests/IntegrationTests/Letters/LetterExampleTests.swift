import DocketTesting
import Foundation
import GraphQLLanguage
import PluginKit
import Testing

/// The saved documents of docs/examples: each is answered without an error.
@Suite("The example documents of letters")
struct LetterExampleTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("docs/examples/letters")

    @Test("run as they stand")
    func run() async throws {
        let files = try FileManager.default.contentsOfDirectory(at: Self.folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "graphql" }
        #expect(files.count >= 8)
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            for file in files {
                let document = try String(contentsOf: file, encoding: .utf8)
                let answer = await court.send(document, as: .divisionHead)
                #expect(answer["errors"] == nil, "\(file.lastPathComponent): \(answer)")
                #expect(answer["data"] != nil)
            }
        }
    }
}
