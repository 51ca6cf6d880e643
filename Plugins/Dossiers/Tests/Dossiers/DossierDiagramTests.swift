import Foundation
import PluginKit
import Testing

@testable import DossiersPlugin

@Suite("The diagram of a dossier's life")
struct DossierDiagramTests {
    private static let file = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("docs/dossier-workflow.md")

    @Test("docs/dossier-workflow.md shows the workflow's table (UPDATE_SNAPSHOTS=1 writes it)")
    func isFresh() throws {
        let page = """
            # The life of a dossier (信访档案)

            Made from the workflow's table (`Plugins/Dossiers/Dossiers/DossierLife.swift`) by its test.

            \(DossierLife.workflow.page)
            """
        if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" { try Data(page.utf8).write(to: Self.file) }
        #expect(try String(contentsOf: Self.file, encoding: .utf8) == page)
    }
}
