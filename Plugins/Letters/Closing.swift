import PluginKit
import Postgres

extension LetterCommands {
    /// 办结.
    ///
    /// Duplicates close with their root; one that is marked later closes by itself, with a copy of the root's reply. A
    /// letter that was transferred ends with what the receiving body reports, a returned one with the objection's reason.
    func closeLetter(_ input: CloseLetterInput, _ context: WriteContext) async throws -> LetterPayload {
        var rootID: Int64?
        let payload = try await change(.close, input, context) { change in
            if let duplicate = change.letter.duplicate {
                rootID = duplicate.rootID
                let root = try await LetterRow.lock(duplicate.rootID, in: context.transaction)
                change.letter.repliedOn = root?.repliedOn
            }
            try change.keepReceiverReport(input.receiverReport.value)
            change.letter.closedOn = change.today
        }
        if let rootID {
            try await copyReply(of: rootID, to: [input.letterId.value], context)
        } else {
            try await closeDuplicates(of: input.letterId.value, context)
        }
        return payload
    }

    /// 重新办理: the reply that was sent is kept as a former one, and duplicates wait for the new one.
    ///
    /// Nothing counts as replied or reported until it is done again; the due date stays.
    func reopenLetter(_ input: ReopenLetterInput, _ context: WriteContext) async throws -> LetterPayload {
        var faults = Faults()
        let reason = faults.reason(input.reason)
        try faults.throwIfAny()
        let payload = try await change(.reopen, input, context) { change in
            let letter = change.letter.id
            change.facts.proposal.reopenGround = input.ground
            change.letter.closedOn = nil
            change.letter.repliedOn = nil
            change.letter.approvedOn = nil
            try change.keepReason(.reopen, reason, ground: input.ground)
            change.write(
                "formerReplies",
                """
                INSERT INTO letters.former_reply (letter_id, court_code, text, remedies_told, claims, author_id, signed_by, sent_on, method)
                SELECT r.letter_id, r.court_code, r.text, r.remedies_told,
                    (SELECT coalesce(jsonb_agg(to_jsonb(c) ORDER BY c.claim_seq), '[]')
                        FROM letters.claim_reply c WHERE c.letter_id = r.letter_id),
                    r.author_id, r.signed_by, r.sent_on, r.method
                FROM letters.reply r WHERE r.letter_id = \(letter) AND r.sent_on IS NOT NULL
                """
            )
            for statement in Self.withdrawReply(of: [letter]) { change.write("reply", statement) }
            for statement in Self.withdrawReports(of: [letter]) { change.write("reportBack", statement) }
        }
        try await reopenDuplicates(of: input.letterId.value, context)
        return payload
    }

    /// Takes a reply back, so that there can be another.
    static func withdrawReply(of letters: [Int64]) -> [SQL] {
        [
            "DELETE FROM letters.claim_reply WHERE letter_id = ANY (\(letters))",
            "DELETE FROM letters.reply WHERE letter_id = ANY (\(letters))",
        ]
    }

    /// What was reported belongs to what was done before; what is done now is reported again.
    static func withdrawReports(of letters: [Int64]) -> [SQL] {
        [
            "DELETE FROM letters.online_report WHERE letter_id = ANY (\(letters))",
            "UPDATE letters.report_back SET sent_on = NULL, doc_ref = NULL WHERE letter_id = ANY (\(letters))",
        ]
    }
}

extension LetterChange {
    /// Keeps what the body to which the letter was transferred says of it; only such a letter has that.
    fileprivate mutating func keepReceiverReport(_ report: ReceiverReportInput?) throws {
        guard let report else { return }
        var faults = Faults()
        guard letter.state == .transferred, let transferredOn = facts.transferredOn else {
            faults.add(["receiverReport"], DomainError.Code.inputInvalid.rawValue, "仅转送来信可填写受理单位反馈")
            return try faults.throwIfAny()
        }
        faults.past(report.reportedOn, today: today, notBefore: transferredOn, "receiverReport", "reportedOn")
        let docRef = faults.text(report.docRef, IncomingLetter.referenceLimit, "receiverReport", "docRef")
        try faults.throwIfAny()
        facts.proposal.hasReceiverReported = true
        write(
            "transfer",
            """
            UPDATE letters.letter_transfer SET reported_on = \(report.reportedOn), report_doc_ref = \(docRef)
            WHERE letter_id = \(letter.id)
            """
        )
    }
}
