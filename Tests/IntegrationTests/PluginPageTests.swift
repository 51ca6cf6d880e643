import Foundation
import Testing

@Suite("The page for plugin authors")
struct PluginPageTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test(
        "shows the files of the package that is built and tested, as they are",
        arguments: [
            "Package.swift", "Sources/VisitsPlugin/Visits.graphql", "Sources/VisitsPlugin/VisitsDossiers.graphql",
            "Sources/VisitsPlugin/Migrations/0001_visits.sql", "Sources/VisitsPlugin/Migrations/0002_visits_dossiers.sql",
            "Sources/VisitsPlugin/ReceptionLife.swift", "Sources/VisitsPlugin/AppointmentLife.swift",
            "Sources/VisitsPlugin/VisitsPlugin.swift", "Sources/court/Main.swift",
            "Tests/VisitsPluginTests/VisitTests.swift", "Tests/VisitsPluginTests/VisitSteps.swift",
        ]
    )
    func files(_ name: String) throws {
        let page = try String(contentsOf: Self.root.appendingPathComponent("docs/adding-a-plugin.md"), encoding: .utf8)
        let file = Self.root.appendingPathComponent("Tests/VisitsPackage/\(name)")
        #expect(page.contains("\n\(try String(contentsOf: file, encoding: .utf8))```"), "\(name)")
    }
}
