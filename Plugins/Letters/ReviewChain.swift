import CourtCore
import PluginKit

/// Who reviews a reply, in order (审核): by the letter's source, and for an ordinary letter by what the reply says.
struct ReviewChain: Hashable, Sendable {
    /// What a decision means for the letter.
    enum Step: Hashable, Sendable, CaseIterable {
        /// Back to the handler; the next round begins at the first level again.
        case returned
        case continued
        case completed
    }

    let levels: [ReviewLevel]

    init(source: LetterSource, category: MatterCategory, hasSupportedClaim: Bool) {
        switch source {
        case .president, .centralInspection, .congressDeputy, .superiorCourt, .partyPoliticalLegal:
            levels = [.divisionHead, .vicePresident, .president]
        case .ordinary, .other:
            let isWeighty = hasSupportedClaim || category == .staffConduct
            levels = isWeighty ? [.divisionHead, .vicePresident] : [.divisionHead]
        }
    }

    /// The levels that a letter's reply passes.
    init(of letter: LetterRow, hasSupportedClaim: Bool) {
        self.init(source: letter.source, category: letter.category, hasSupportedClaim: hasSupportedClaim)
    }

    /// What a decision at a level means for the letter.
    func step(_ input: ReviewLetterInput) -> Step {
        if input.decision == .returned { return .returned }
        return level(after: input.level) == nil ? .completed : .continued
    }

    /// The level after this one; nil after the last.
    func level(after level: ReviewLevel) -> ReviewLevel? {
        guard let position = levels.firstIndex(of: level), position + 1 < levels.count else { return nil }
        return levels[position + 1]
    }
}

extension ReviewLevel {
    /// The post that reviews at this level.
    var role: Role {
        switch self {
        case .divisionHead: .divisionHead
        case .vicePresident: .vicePresident
        case .president: .president
        }
    }
}
