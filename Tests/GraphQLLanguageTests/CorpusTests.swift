import Foundation
import Testing

@testable import GraphQLLanguage

/// Sources that are hard to read: whatever once crashed or misled the parser joins the folder `Corpus`.
struct CorpusTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Corpus", isDirectory: true)

    static let files: [URL] = {
        let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (files ?? []).filter { $0.pathExtension == "graphql" }.sorted { $0.path < $1.path }
    }()

    @Test("The corpus is found")
    func isThere() {
        #expect(Self.files.count >= 8)
    }

    @Test("A source of the corpus is an error or a document, as a whole and cut off anywhere", arguments: files)
    func source(file: URL) throws {
        let bytes = Array(try Data(contentsOf: file))
        let name = file.deletingPathExtension().lastPathComponent
        let check = SourceCheck(Source(bytes: bytes))
        // A file's name says what it is.
        #expect(check.isDocument == !name.hasPrefix("refused-"), "\(diagnosis(Source(bytes: bytes)) ?? "a document")")
        for end in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 200)) {
            _ = SourceCheck(Source(bytes: Array(bytes[..<end])))
        }
    }
}
