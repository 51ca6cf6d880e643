import PluginKit
import Testing

@testable import LettersPlugin

@Suite("The letters plugin")
struct LettersPluginTests {
    let plugin = Letters.plugin()

    @Test("Every role that the workflow lets act holds the permission of the mutation")
    func permissions() throws {
        let permissions = Dictionary(uniqueKeysWithValues: plugin.permissions.map { ($0.name, $0.roles) })
        let sdl = plugin.fragments.map(\.text).joined(separator: "\n")
        for row in LetterWorkflow.table.transitions where !row.isFollowed {
            let field = try #require(sdl.firstRange(of: "\(row.action)(input:"), "\(row.action)")
            let mark = "@requires(permission: \""
            let start = try #require(sdl[field.upperBound...].firstRange(of: mark))
            let name = String(sdl[start.upperBound...].prefix { $0 != "\"" })
            let roles = try #require(permissions[name], "\(name)")
            #expect(row.roles.isSubset(of: roles), "\(row.action) needs \(name)")
        }
    }

    @Test("There is a command for every action, and no other but taking letters in")
    func commands() {
        let actions = LetterAction.allCases.map(\.rawValue) + ["registerLetter", "importTransferBatch"]
        #expect(Set(plugin.commands.map(\.name)) == Set(actions))
    }

    @Test("Letters stand without dossiers: only the fragment and the migration that touch them require them")
    func standsAlone() {
        #expect(plugin.requires == [])
        let dependent = plugin.fragments.filter { !$0.requires.isEmpty }
        #expect(dependent.map(\.requires) == [["dossiers"]])
        #expect(Set(plugin.migrations.flatMap(\.requires)) == ["dossiers"])
    }
}
