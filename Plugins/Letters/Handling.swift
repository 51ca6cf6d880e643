import CourtCore
import PluginKit
import Postgres

extension LetterCommands {
    /// 开始办理.
    func startHandling(_ input: StartHandlingInput, _ context: WriteContext) async throws -> LetterPayload {
        try await change(.startHandling, input, context)
    }

    /// 拟写答复: every claim with its legal basis, and the remedies.
    ///
    /// Replaces the draft that there is.
    func draftReply(_ input: DraftReplyInput, _ context: WriteContext) async throws -> LetterPayload {
        let draft = try ReplyDraft(input)
        return try await change(.draftReply, input, context) { change in
            let author = try context.staff
            let letter = change.letter
            change.write(
                "reply",
                """
                INSERT INTO letters.reply (letter_id, court_code, text, remedies_told, author_id)
                VALUES (\(letter.id), \(letter.courtCode), \(draft.text), \(draft.remediesTold), \(author))
                ON CONFLICT (letter_id) DO UPDATE SET text = excluded.text, remedies_told = excluded.remedies_told,
                    author_id = excluded.author_id
                """
            )
            change.write("reply", "DELETE FROM letters.claim_reply WHERE letter_id = \(letter.id)")
            for claim in draft.claims {
                change.write(
                    "reply",
                    """
                    INSERT INTO letters.claim_reply (letter_id, claim_seq, court_code, claim, outcome, reason, legal_basis)
                    VALUES (\(letter.id), \(Int32(claim.claimSeq)), \(letter.courtCode), \(claim.claim), \(claim.outcome.rawValue),
                        \(claim.reason), \(claim.legalBasis))
                    """
                )
            }
        }
    }

    /// 提交审核: a new round begins at the first level.
    func submitReview(_ input: SubmitReviewInput, _ context: WriteContext) async throws -> LetterPayload {
        try await change(.submitReview, input, context) { change in
            change.letter.reviewRound += 1
            change.letter.reviewLevel = change.reviewChain.levels.first
        }
    }
}

/// A reply's draft after its checks.
struct ReplyDraft: Sendable {
    let text: String
    let remediesTold: String
    let claims: [ClaimReplyInput]

    /// Checks a draft: claims numbered from 1 without gaps, every part of every claim given.
    init(_ input: DraftReplyInput) throws(DomainErrors) {
        var faults = Faults()
        text = faults.text(input.text, 20_000, isLong: true, "text")
        remediesTold = faults.text(input.remediesTold, 2000, isLong: true, "remediesTold")
        if input.perClaim.isEmpty { faults.add(["perClaim"], DomainError.Code.textEmpty.rawValue, "内容不能为空") }
        if input.perClaim.map(\.claimSeq).sorted() != Array(1..<input.perClaim.count + 1) {
            faults.add(["perClaim"], "CLAIM_SEQ_INVALID", "诉求序号应从1起连续")
        }
        var claims: [ClaimReplyInput] = []
        for (position, claim) in input.perClaim.enumerated() {
            let place = String(position)
            claims.append(
                ClaimReplyInput(
                    claimSeq: claim.claimSeq,
                    claim: faults.text(claim.claim, 1000, isLong: true, "perClaim", place, "claim"),
                    outcome: claim.outcome,
                    reason: faults.text(claim.reason, 4000, isLong: true, "perClaim", place, "reason"),
                    legalBasis: faults.text(claim.legalBasis, 1000, isLong: true, "perClaim", place, "legalBasis")
                )
            )
        }
        self.claims = claims
        try faults.throwIfAny()
    }
}
