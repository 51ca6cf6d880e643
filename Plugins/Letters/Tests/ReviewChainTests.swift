import CourtCore
import PluginKit
import Testing

@testable import LettersPlugin

@Suite("The chain of review")
struct ReviewChainTests {
    @Test("Goes up one level at a time and ends after the last")
    func order() {
        let chain = ReviewChain(levels: [.divisionHead, .vicePresident, .president])
        #expect(chain.level(after: .divisionHead) == .vicePresident)
        #expect(chain.level(after: .vicePresident) == .president)
        #expect(chain.level(after: .president) == nil)
        let short = ReviewChain(levels: [.divisionHead])
        #expect(short.level(after: .divisionHead) == nil)
        #expect(short.level(after: .president) == nil)
    }

    @Test("Each level is the post of its name", arguments: ReviewLevel.allCases)
    func posts(_ level: ReviewLevel) { #expect(level.role.rawValue == level.rawValue) }
}
