import CourtCore
import PluginKit

/// Who reviews a reply, in order (审核), as the rules of `letters.review_rule` said when it was submitted.
struct ReviewChain: Hashable, Sendable {
    /// What a decision means for the letter.
    enum Step: Hashable, Sendable, CaseIterable {
        /// Back to the handler; the next round begins at the first level again.
        case returned
        case continued
        case completed
    }

    let levels: [ReviewLevel]

    init(levels: [ReviewLevel]) { self.levels = levels }

    /// The levels that a letter's reply passes, as they were when it was submitted.
    init(of letter: LetterRow) { levels = letter.reviewLevels.compactMap(ReviewLevel.init(rawValue:)) }

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
