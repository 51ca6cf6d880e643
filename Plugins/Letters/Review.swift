import CourtCore
import PluginKit
import Postgres

extension LetterCommands {
    /// 审核: in order, by different people, none of them the author; a return goes back to handling.
    func reviewLetter(_ input: ReviewLetterInput, _ context: WriteContext) async throws -> LetterPayload {
        var faults = Faults()
        let comment = faults.optionalText(input.comment.value, 2000, isLong: true, "comment")
        if input.decision == .returned, input.comment.value?.isEmpty != false {
            faults.add(["comment"], DomainError.Code.textEmpty.rawValue, "内容不能为空")
        }
        try faults.throwIfAny()
        return try await change(.review, input, context) { change in
            let reviewer = try change.admitReviewer(at: input.level)
            change.write(
                "reviewSteps",
                """
                INSERT INTO letters.review_step (letter_id, court_code, level, reviewer_id, decision, comment, round, at)
                VALUES (\(change.letter.id), \(change.letter.courtCode), \(input.level.rawValue), \(reviewer),
                    \(input.decision.rawValue), \(comment), \(Int32(change.letter.reviewRound)), \(change.now))
                """
            )
            switch (input.decision, change.reviewChain.level(after: input.level)) {
            case (.returned, _):
                change.letter.reviewLevel = nil
                change.facts.proposal.reviewStep = .returned
            case (.approved, let next?):
                change.letter.reviewLevel = next
                change.facts.proposal.reviewStep = .continued
            case (.approved, nil):
                change.letter.reviewLevel = nil
                change.letter.approvedOn = change.today
                change.facts.proposal.reviewStep = .completed
            }
        }
    }
}

extension LetterChange {
    /// The levels that this letter's reply passes.
    var reviewChain: ReviewChain {
        ReviewChain(source: letter.source, category: letter.category, hasSupportedClaim: facts.hasSupportedClaim)
    }

    /// The caller as the reviewer of a level: the awaited one, in that post, neither author nor a reviewer of this round.
    fileprivate func admitReviewer(at level: ReviewLevel) throws(DomainError) -> Int64 {
        guard level == letter.reviewLevel else {
            throw DomainError(
                .reviewOrder,
                "审核顺序错误",
                field: .input(["level"]),
                details: [.init("expected", letter.reviewLevel.map { .string($0.rawValue) } ?? .null)]
            )
        }
        if let refusal = LetterRelation.refusal(of: .review, on: letter, facts, by: context.principal) { throw refusal }
        return try context.staff
    }
}
