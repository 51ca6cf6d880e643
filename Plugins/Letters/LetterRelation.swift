import PluginKit

/// Whether the caller is the one who may do this to this letter: what a role alone does not say.
enum LetterRelation {
    /// Why a caller who may see the letter and whose role may act is refused; nil when nothing stands against it.
    static func refusal(
        of action: LetterAction,
        on letter: LetterRow,
        _ facts: LetterFacts,
        by principal: Principal
    ) -> DomainError? {
        switch action {
        case .review: reviewerRefusal(letter, facts, principal)
        case .extend: approverRefusal(facts.extensionApprover, principal)
        case .pause, .resume: approverRefusal(facts.pauseApprover, principal)
        default: nil
        }
    }

    /// A reviewer holds the post of the awaited level, and is neither the author nor a reviewer of this round.
    private static func reviewerRefusal(
        _ letter: LetterRow,
        _ facts: LetterFacts,
        _ principal: Principal
    ) -> DomainError? {
        guard let level = letter.reviewLevel, principal.roles.contains(level.role) else { return .forbiddenToCaller }
        guard let staff = principal.staffID else { return .forbiddenToCaller }
        let isAuthor = staff == facts.replyAuthorID || staff == letter.assigneeID
        guard !isAuthor, !facts.roundReviewers.contains(staff) else {
            return DomainError(.reviewerConflict, "审核人不得与承办人相同")
        }
        return nil
    }

    /// A deadline is changed by the post that the rule names, or one above it; by any head where it names none.
    private static func approverRefusal(_ approver: Role?, _ principal: Principal) -> DomainError? {
        guard let approver else { return nil }
        let rank = heads.firstIndex(of: approver)
        let suffices =
            rank.map { !principal.roles.isDisjoint(with: heads[$0...]) } ?? principal.roles.contains(approver)
        guard !suffices else { return nil }
        return DomainError(
            .forbidden,
            "无权限：须由办理期限规则规定的批准人批准",
            details: [.init("approverRole", .string(approver.rawValue))]
        )
    }

    /// Heads of a court, each above the one before.
    private static let heads: [Role] = [.divisionHead, .vicePresident, .president]
}
