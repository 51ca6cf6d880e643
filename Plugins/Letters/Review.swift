import CourtCore
import PluginKit
import Postgres

extension LetterLife {
    /// 审核: in order, by different people, none of them the author; a return goes back to handling.
    static let review = LetterAct("letter.reviewed") { (input: ReviewLetterInput, change) in
        change.insert(
            "reviewSteps",
            into: "letters.review_step",
            "level, reviewer_id, decision, comment, round, at",
            """
            \(input.level), \(try change.staff), \(input.decision), \(input.comment.value), \(change.row.reviewRound), \(change.now)
            """
        )
        let chain = ReviewChain(of: change.row)
        change.row.reviewLevel = input.decision == .returned ? nil : chain.level(after: input.level)
        if chain.step(input) == .completed { change.row.approvedOn = change.today }
    }
}
