import CourtCore
import PluginKit
import Postgres

extension LetterLife {
    /// 开始办理.
    static let startHandling = LetterAct(StartHandlingInput.self, "letter.handlingStarted")

    /// 拟写答复: every claim with its legal basis, and the remedies; claims are numbered from 1 without gaps.
    ///
    /// Replaces the draft that there is, which stays among the drafts.
    static let draftReply = LetterAct("letter.replyDrafted") { (input: DraftReplyInput, change) in
        guard input.perClaim.map(\.claimSeq).sorted() == Array(1..<input.perClaim.count + 1) else {
            throw DomainError(.init("CLAIM_SEQ_INVALID"), "诉求序号应从1起连续", field: .input(["perClaim"]))
        }
        change.insert(
            "reply",
            into: "letters.reply",
            "text, remedies_told, author_id",
            "\(input.text), \(input.remediesTold), \(try change.staff)",
            replacing: "letter_id"
        )
        change.insert(
            "drafts",
            into: "letters.reply_draft",
            "round, text, remedies_told, author_id, at",
            """
            \(change.row.reviewRound + 1), \(input.text), \(input.remediesTold), \(try change.staff), \(change.now)
            """
        )
        change.delete("reply", from: "letters.claim_reply")
        for claim in input.perClaim {
            change.insert(
                "reply",
                into: "letters.claim_reply",
                "claim_seq, claim, outcome, reason, legal_basis",
                "\(claim.claimSeq), \(claim.claim), \(claim.outcome), \(claim.reason), \(claim.legalBasis)"
            )
        }
    }

    /// 提交审核: a new round begins at the first level of the chain that the rules ask for now.
    static let submitReview = LetterAct(
        "letter.reviewSubmitted",
        reads: [LetterFact.reviewLevels]
    ) { (_: SubmitReviewInput, change) in
        change.row.reviewRound += 1
        change.row.reviewLevels = try change.facts(LetterFact.reviewLevels)
        change.row.reviewLevel = ReviewChain(of: change.row).levels.first
    }
}
