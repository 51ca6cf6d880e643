import PluginKit
import Testing

@testable import LettersPlugin

@Suite("The letters plugin")
struct LettersPluginTests {
    let plugin = Letters.plugin()

    @Test("A mutation makes letters, or is an act of their life")
    func commands() {
        #expect(plugin.commands.map(\.name) == ["registerLetter", "importTransferBatch"])
        let acts = Set(plugin.workflows.flatMap(\.commands).map(\.name))
        #expect(acts == Set(plugin.workflows.flatMap(\.rows).filter { !$0.isMaking && !$0.isFollowed }.map(\.action)))
    }

    @Test("Letters stand without dossiers: only the fragment and the migration that touch them require them")
    func standsAlone() {
        #expect(plugin.requires == [])
        let dependent = plugin.fragments.filter { !$0.requires.isEmpty }
        #expect(dependent.map(\.requires) == [["dossiers"]])
        #expect(Set(plugin.migrations.flatMap(\.requires)) == ["dossiers"])
    }
}
