import Foundation
import PluginKit
import Testing

@testable import DossiersPlugin

@Suite("The diagram of a registration's life")
struct RegistrationDiagramTests {
    private static let file = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("docs/registration-workflow.md")

    @Test("docs/registration-workflow.md shows the workflow's table (UPDATE_SNAPSHOTS=1 writes it)")
    func isFresh() throws {
        let page = """
            # The life of a registration (信访登记)

            Made from the workflow's table (`Plugins/Dossiers/Registrations/RegistrationLife.swift`) by its test. What is in capitals
            follows a letter, whose registration does nothing by itself.

            \(RegistrationLife.workflow.page)
            """
        if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" { try Data(page.utf8).write(to: Self.file) }
        #expect(try String(contentsOf: Self.file, encoding: .utf8) == page)
    }
}
