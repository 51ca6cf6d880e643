import CourtCore
import FieldEncryption
import GraphQLSchema
import PluginKit
import Testing

@testable import PluginHost

@Suite("What a plugin declares to stand open")
struct OpenWorkDeclarationTests {
    private func diagnostics(_ works: OpenWork...) throws -> [String] {
        let plugin = Plugin(name: "notes", fragments: [], openWork: works)
        do {
            _ = try Composition([CourtCore.plugin(keys: .generate()), plugin])
            return []
        } catch let failure as CompositionFailure {
            return failure.diagnostics.map(\.message)
        }
    }

    @Test("Is given to another by a mutation of its type, which takes to whom and why; each type once")
    func faults() throws {
        let organization = OpenWork(
            type: "Organization",
            title: "单位",
            mutation: "updateOrganization",
            person: "name",
            reason: nil,
            open: "SELECT"
        )
        let reason = OpenWork(
            type: "Organization",
            title: "单位",
            mutation: "updateOrganization",
            person: "name",
            open: "SELECT"
        )
        let letter = OpenWork(
            type: "Letter",
            title: "来信",
            mutation: "updateOrganization",
            person: "name",
            open: "SELECT"
        )
        #expect(try diagnostics(organization) == [])
        #expect(
            try diagnostics(organization, reason, letter) == [
                "There are two declarations of open work of \"Organization\".",
                "Open work of \"Organization\": UpdateOrganizationInput has no member \"reason\".",
                "Open work of \"Letter\": \"updateOrganization\" is no mutation with an input of @change(of: \"Letter\").",
            ]
        )
    }
}
