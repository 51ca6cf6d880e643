import CourtCore
import PluginKit
import Testing

@testable import LettersPlugin

@Suite("The chain of review")
struct ReviewChainTests {
    static let whole: [ReviewLevel] = [.divisionHead, .vicePresident, .president]
    static let chains: [(LetterSource, MatterCategory, Bool, [ReviewLevel])] = [
        (.president, .filing, false, whole), (.centralInspection, .filing, false, whole),
        (.congressDeputy, .filing, false, whole), (.superiorCourt, .filing, true, whole),
        (.partyPoliticalLegal, .staffConduct, false, whole), (.ordinary, .filing, false, [.divisionHead]),
        (.ordinary, .filing, true, [.divisionHead, .vicePresident]),
        (.ordinary, .staffConduct, false, [.divisionHead, .vicePresident]),
        (.other, .enforcement, false, [.divisionHead]),
        (.other, .staffConduct, true, [.divisionHead, .vicePresident]),
    ]

    @Test("Depends on the source, and for an ordinary letter on weight", arguments: chains)
    func levels(_ source: LetterSource, _ category: MatterCategory, _ isSupported: Bool, _ levels: [ReviewLevel]) {
        #expect(ReviewChain(source: source, category: category, hasSupportedClaim: isSupported).levels == levels)
    }

    @Test("Goes up one level at a time and ends after the last")
    func order() {
        let chain = ReviewChain(source: .president, category: .other, hasSupportedClaim: false)
        #expect(chain.level(after: .divisionHead) == .vicePresident)
        #expect(chain.level(after: .vicePresident) == .president)
        #expect(chain.level(after: .president) == nil)
        let short = ReviewChain(source: .ordinary, category: .other, hasSupportedClaim: false)
        #expect(short.level(after: .divisionHead) == nil)
        #expect(short.level(after: .president) == nil)
    }

    @Test("Each level is the post of its name", arguments: ReviewLevel.allCases)
    func posts(_ level: ReviewLevel) { #expect(level.role.rawValue == level.rawValue) }
}
