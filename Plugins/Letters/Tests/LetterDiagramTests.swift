import Foundation
import PluginKit
import Testing

@testable import LettersPlugin

@Suite("The diagram of a letter's life")
struct LetterDiagramTests {
    private static let file = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("docs/letter-workflow.md")

    @Test("docs/letter-workflow.md shows the workflow's table (UPDATE_SNAPSHOTS=1 writes it)")
    func isFresh() throws {
        let page = """
            # The life of a letter (来信)

            Made from the workflow's table (`Plugins/Letters/LetterLife.swift`) by its test.

            \(LetterLife.workflow.page)
            """
        if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" { try Data(page.utf8).write(to: Self.file) }
        #expect(try String(contentsOf: Self.file, encoding: .utf8) == page)
    }

    @Test("The way from registered to archived is on it, and nothing leaves a void letter")
    func path() {
        let lines = LetterLife.workflow.diagram.split(separator: "\n").map(String.init)
        #expect(lines.contains("    REGISTERED --> CLASSIFIED: classifyLetter"))
        #expect(lines.contains("    BOUND --> ARCHIVED: archiveLetter"))
        #expect(!lines.contains { $0.hasPrefix("    VOIDED -->") })
    }
}
