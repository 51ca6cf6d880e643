import CourtCore
import FieldEncryption
import GraphQLSchema
import PluginKit
import Testing

@testable import PluginHost

@Suite("What a plugin declares to run")
struct WorkDeclarationTests {
    private func diagnostics(subscribers: [Subscriber] = [], timers: [Timer] = []) throws -> [String] {
        let plugin = NotesFixture.plugin(subscribers: subscribers, timers: timers)
        do {
            _ = try Composition([CourtCore.plugin(keys: .generate()), plugin])
            return []
        } catch let failure as CompositionFailure {
            return failure.diagnostics.map(\.message)
        }
    }

    @Test("Names are the plugin's own, each once; events and hours are what they can be")
    func faults() throws {
        let other = Subscriber("letters.listener", to: ["note.*"]) { _, _ in }
        let silent = Subscriber("notes.silent", to: []) { _, _ in }
        let all = Subscriber("notes.all", to: ["*", "note", "note.opened", "*.opened"]) { _, _ in }
        let twin = Timer.due(TimerKind("notes.all")) { _, _ in }
        let late = Timer.daily("notes.late", at: 24) { _, _ in }
        let faults = try diagnostics(subscribers: [other, silent, all], timers: [twin, late])
        let rule = "an event is named kind.what, all of a kind kind.*."
        #expect(
            faults == [
                "The subscriber \"letters.listener\" of plugin \"notes\" must be named notes.….",
                "Subscriber \"notes.silent\" listens to nothing.",
                "Subscriber \"notes.all\" listens to \"*\": \(rule)",
                "Subscriber \"notes.all\" listens to \"note\": \(rule)",
                "Subscriber \"notes.all\" listens to \"*.opened\": \(rule)",
                "There are two subscribers or timers named \"notes.all\".",
                "Timer \"notes.late\" runs at hour 24: an hour is 0 to 23.",
            ]
        )
        #expect(try diagnostics(subscribers: [DeliveryTests.listener()]) == [])
    }

    @Test("The host is switched on with the core, once, right after it")
    func host() throws {
        let keys = try KeyRing.generate()
        let composition = try Composition([
            CourtCore.plugin(keys: keys), NotesFixture.plugin(subscribers: [], timers: []),
        ])
        #expect(composition.plugins.map(\.name) == ["core", "host", "notes"])
        #expect(try Composition(composition.plugins).plugins.map(\.name) == ["core", "host", "notes"])
        #expect(throws: CompositionFailure.self) {
            try Composition([CourtCore.plugin(keys: keys), Plugin(name: "host", fragments: [])])
        }
    }
}
