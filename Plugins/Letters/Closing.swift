import PluginKit
import Postgres

extension LetterCommands {
    /// 办结.
    ///
    /// Duplicates close with their root; one that is marked later closes by itself, with a copy of the root's reply.
    func closeLetter(_ input: CloseLetterInput, _ context: WriteContext) async throws -> LetterPayload {
        var rootID: Int64?
        let payload = try await change(.close, input, context) { change in
            if let duplicate = change.letter.duplicate {
                rootID = duplicate.rootID
                let root = try await LetterRow.lock(duplicate.rootID, in: context.transaction)
                change.letter.repliedOn = root?.repliedOn
            }
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
    func reopenLetter(_ input: ReopenLetterInput, _ context: WriteContext) async throws -> LetterPayload {
        var faults = Faults()
        let reason = faults.reason(input.reason)
        try faults.throwIfAny()
        let payload = try await change(.reopen, input, context) { change in
            let letter = change.letter.id
            change.facts.proposal.reopenGround = input.ground
            change.letter.closedOn = nil
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
            change.write("reply", "DELETE FROM letters.claim_reply WHERE letter_id = \(letter)")
            change.write("reply", "DELETE FROM letters.reply WHERE letter_id = \(letter)")
            // What was reported belongs to the former reply; the new one is reported again.
            change.write("onlineReport", "DELETE FROM letters.online_report WHERE letter_id = \(letter)")
            change.write(
                "reportBack",
                "UPDATE letters.report_back SET sent_on = NULL, doc_ref = NULL WHERE letter_id = \(letter)"
            )
        }
        try await reopenDuplicates(of: input.letterId.value, context)
        return payload
    }

    private func closeDuplicates(of root: Int64, _ context: WriteContext) async throws {
        let rows = try await context.transaction.query(
            """
            UPDATE letters.letter d SET state = 'CLOSED', closed_on = \(context.clock.today), replied_on = r.replied_on,
                version = d.version + 1, updated_at = \(context.clock.now)
            FROM letters.letter r
            WHERE d.duplicate_of_id = \(root) AND d.state = 'DUPLICATE' AND r.id = \(root)
            RETURNING d.id, d.court_code
            """
        )
        let duplicates = try rows.map { row in try row.decode("id", as: Int64.self) }
        try await copyReply(of: root, to: duplicates, context)
        for row in rows {
            record(
                .close,
                try row.decode("id"),
                court: try row.decode("court_code"),
                state: .closed,
                changed: ["state", "closedOn", "repliedOn", "reply"],
                in: context
            )
        }
    }

    private func reopenDuplicates(of root: Int64, _ context: WriteContext) async throws {
        let rows = try await context.transaction.query(
            """
            UPDATE letters.letter SET state = 'DUPLICATE', closed_on = NULL, version = version + 1, updated_at = \(context.clock.now)
            WHERE duplicate_of_id = \(root) AND state = 'CLOSED'
            RETURNING id, court_code
            """
        )
        for row in rows {
            record(
                .reopen,
                try row.decode("id"),
                court: try row.decode("court_code"),
                state: .duplicate,
                changed: ["state", "closedOn"],
                in: context
            )
        }
    }

    /// Notes on each duplicate the reply that was given to its root, claims included.
    private func copyReply(of root: Int64, to duplicates: [Int64], _ context: WriteContext) async throws {
        guard !duplicates.isEmpty else { return }
        let statements: [SQL] = [
            """
            INSERT INTO letters.reply (letter_id, court_code, text, remedies_told, author_id, signed_by, sent_on, method, method_reason,
                delivery_proof, copied_from_id)
            SELECT d.id, d.court_code, r.text, r.remedies_told, r.author_id, r.signed_by, r.sent_on, r.method, r.method_reason,
                r.delivery_proof, r.letter_id
            FROM letters.letter d JOIN letters.reply r ON r.letter_id = \(root)
            WHERE d.id = ANY (\(duplicates))
            ON CONFLICT (letter_id) DO UPDATE SET text = excluded.text, remedies_told = excluded.remedies_told,
                author_id = excluded.author_id, signed_by = excluded.signed_by, sent_on = excluded.sent_on, method = excluded.method,
                method_reason = excluded.method_reason, delivery_proof = excluded.delivery_proof, copied_from_id = excluded.copied_from_id
            """,
            "DELETE FROM letters.claim_reply WHERE letter_id = ANY (\(duplicates))",
            """
            INSERT INTO letters.claim_reply (letter_id, claim_seq, court_code, claim, outcome, reason, legal_basis)
            SELECT d.id, c.claim_seq, d.court_code, c.claim, c.outcome, c.reason, c.legal_basis
            FROM letters.letter d JOIN letters.claim_reply c ON c.letter_id = \(root)
            WHERE d.id = ANY (\(duplicates))
            """,
        ]
        _ = try await context.transaction.pipeline(statements.map(\.bound))
    }
}
