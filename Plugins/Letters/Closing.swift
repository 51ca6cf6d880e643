import PluginKit
import Postgres

extension LetterLife {
    /// 办结.
    ///
    /// Duplicates close with their root; one that is marked later closes by itself, with a copy of the root's reply. A
    /// letter that was transferred ends with what the receiving body reports, a returned one with the objection's reason.
    static let close = LetterAct(
        "letter.closed",
        announced: true,
        reads: [LetterFact.transferredOn]
    ) { (input: CloseLetterInput, change) in
        try change.keepReceiverReport(input.receiverReport.value)
        try change.keepWithoutReport(input.noReportReason.value)
        change.row.closedOn = change.today
        let letter = change.before.id
        if let rootID = change.before.duplicateOfID {
            change.row.repliedOn = try await LetterRow.lock(rootID, in: change.context.transaction)?.repliedOn
            change.afterwards { context in try await copyReply(of: rootID, to: [letter], context) }
            return
        }
        let repliedOn = change.row.repliedOn
        change.afterwards { context in
            let duplicates = try await workflow.follow(
                "closeWithRoot",
                where: "r.duplicate_of_id = \(letter)",
                context
            ) { duplicate in
                duplicate.row.closedOn = duplicate.today
                duplicate.row.repliedOn = repliedOn
                duplicate.touch("reply")
            }
            try await copyReply(of: letter, to: duplicates.map(\.id), context)
        }
    }

    /// 重新办理: the reply that was sent is kept as a former one, and duplicates wait for the new one.
    ///
    /// Nothing counts as replied or reported until it is done again; the due date stays.
    static let reopen = LetterAct("letter.reopened") { (input: ReopenLetterInput, change) in
        let letter = change.before.id
        try change.keepReason(ReopenLetterInput.mutation, input.reason, ground: input.ground)
        change.write(
            "formerReplies",
            """
            INSERT INTO letters.former_reply (letter_id, court_code, text, remedies_told, claims, author_id, signed_by, sent_on, method)
            SELECT y.letter_id, y.court_code, y.text, y.remedies_told,
                (SELECT coalesce(jsonb_agg(to_jsonb(c) ORDER BY c.claim_seq), '[]')
                    FROM letters.claim_reply c WHERE c.letter_id = y.letter_id),
                y.author_id, y.signed_by, y.sent_on, y.method
            FROM letters.reply y WHERE y.letter_id = \(letter) AND y.sent_on IS NOT NULL
            """
        )
        change.withdrawReply()
        change.row.approvedOn = nil
        change.afterwards { context in
            try await workflow.follow("reopenWithRoot", where: "r.duplicate_of_id = \(letter)", context) { duplicate in
                duplicate.withdrawReply()
            }
        }
    }

    /// Notes on each duplicate the reply that was given to its root, claims included.
    private static func copyReply(of root: Int64, to duplicates: [Int64], _ context: WriteContext) async throws {
        guard !duplicates.isEmpty else { return }
        let columns = "remedies_told, author_id, signed_by, sent_on, method, method_reason, delivery_proof"
        let copied = columns.split(separator: ", ").map(String.init)
        for statement: SQL in [
            """
            INSERT INTO letters.reply (letter_id, court_code, copied_from_id, text, \(raw: columns))
            SELECT d.id, d.court_code, y.letter_id, y.text, \(raw: copied.map { "y.\($0)" }.joined(separator: ", "))
            FROM letters.letter d JOIN letters.reply y ON y.letter_id = \(root)
            WHERE d.id = ANY (\(duplicates))
            ON CONFLICT (letter_id) DO UPDATE SET copied_from_id = excluded.copied_from_id, text = excluded.text,
                \(raw: copied.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
            """,
            "DELETE FROM letters.claim_reply WHERE letter_id = ANY (\(duplicates))",
            """
            INSERT INTO letters.claim_reply (letter_id, claim_seq, court_code, claim, outcome, reason, legal_basis)
            SELECT d.id, c.claim_seq, d.court_code, c.claim, c.outcome, c.reason, c.legal_basis
            FROM letters.letter d JOIN letters.claim_reply c ON c.letter_id = \(root)
            WHERE d.id = ANY (\(duplicates))
            """,
        ] { try await context.transaction.execute(statement) }
    }
}

extension LetterChange {
    /// Keeps what the body to which the letter was transferred says of it; only such a letter has that.
    fileprivate mutating func keepReceiverReport(_ report: ReceiverReportInput?) throws {
        guard let report else { return }
        guard before.state == .transferred, let transferredOn = try facts(LetterFact.transferredOn) else {
            throw DomainError(.inputInvalid, "仅转送来信可填写受理单位反馈", field: .input(["receiverReport"]))
        }
        try DomainError.require(report.reportedOn, notBefore: transferredOn, "receiverReport", "reportedOn")
        update(
            "transfer",
            "letters.letter_transfer",
            "reported_on = \(report.reportedOn), report_doc_ref = \(report.docRef)"
        )
    }

    /// Keeps why a transferred letter ends without a report; only such a letter ends so.
    fileprivate mutating func keepWithoutReport(_ reason: String?) throws(DomainError) {
        guard let reason else { return }
        guard before.state == .transferred else {
            throw DomainError(.inputInvalid, "仅转送来信可因逾期未反馈办结", field: .input(["noReportReason"]))
        }
        update("transfer", "letters.letter_transfer", "no_report_reason = \(reason)")
    }

    /// Takes a reply back, so that there can be another; what was reported belongs to what was done before.
    fileprivate mutating func withdrawReply() {
        row.closedOn = nil
        row.repliedOn = nil
        delete("reply", from: "letters.claim_reply")
        delete("reply", from: "letters.reply")
        delete("onlineReport", from: "letters.online_report")
        update("reportBack", "letters.report_back", "sent_on = NULL, doc_ref = NULL")
    }
}
