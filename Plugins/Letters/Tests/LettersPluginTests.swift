import PluginKit
import Testing

@testable import LettersPlugin

@Suite("The letters plugin")
struct LettersPluginTests {
    let plugin = Letters.plugin()

    @Test("A mutation makes letters or templates, makes notices, repeats an act, or is an act of a life")
    func commands() {
        let own = plugin.commands.filter { $0.each == nil }.map(\.name)
        #expect(
            Set(own) == [
                "registerLetter", "importTransferBatch", "replaceVoidedItem", "draftNoticeTemplate", "renderNotice",
                "findLettersBySender",
            ]
        )
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
