import CourtCore
import PluginKit
import Postgres

extension LetterCommands {
    /// Ends the duplicates of a letter with it, each with a copy of its reply.
    func closeDuplicates(of root: Int64, _ context: WriteContext) async throws {
        let duplicates = try await duplicates(of: root, .closeWithRoot, context)
        guard !duplicates.isEmpty else { return }
        try await context.transaction.execute(
            """
            UPDATE letters.letter d SET state = \(LetterState.closed.rawValue), closed_on = \(context.clock.today),
                replied_on = r.replied_on, version = d.version + 1, updated_at = \(context.clock.now)
            FROM letters.letter r
            WHERE d.id = ANY (\(duplicates.map(\.id))) AND r.id = \(root)
            """
        )
        try await copyReply(of: root, to: duplicates.map(\.id), context)
        try await keep(.closeWithRoot, duplicates, .closed, ["state", "closedOn", "repliedOn", "reply"], context)
    }

    /// Takes the duplicates of a letter back with it: the reply that was copied to them is no longer one.
    func reopenDuplicates(of root: Int64, _ context: WriteContext) async throws {
        let duplicates = try await duplicates(of: root, .reopenWithRoot, context)
        guard !duplicates.isEmpty else { return }
        let keys = duplicates.map(\.id)
        let update: SQL = """
            UPDATE letters.letter SET state = \(LetterState.duplicate.rawValue), closed_on = NULL, replied_on = NULL,
                version = version + 1, updated_at = \(context.clock.now)
            WHERE id = ANY (\(keys))
            """
        let statements = [update] + Self.withdrawReply(of: keys) + Self.withdrawReports(of: keys)
        _ = try await context.transaction.pipeline(statements.map(\.bound))
        let changed = ["state", "closedOn", "repliedOn", "reply", "onlineReport", "reportBack"]
        try await keep(.reopenWithRoot, duplicates, .duplicate, changed, context)
    }

    /// Notes on each duplicate the reply that was given to its root, claims included.
    func copyReply(of root: Int64, to duplicates: [Int64], _ context: WriteContext) async throws {
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

    /// A duplicate as far as its root's change concerns it.
    private struct Duplicate {
        let id: Int64
        let courtCode: String
        let registrationID: Int64?
    }

    /// Locks the duplicates of a letter that the workflow lets follow it.
    private func duplicates(
        of root: Int64,
        _ cascade: LetterCascade,
        _ context: WriteContext
    ) async throws -> [Duplicate] {
        try await context.transaction.query(
            """
            SELECT id, court_code, registration_id, state FROM letters.letter
            WHERE duplicate_of_id = \(root) ORDER BY id FOR UPDATE
            """
        ).compactMap { row in
            guard LetterWorkflow.table.following(cascade.rawValue, from: try row.name("state")) != nil else {
                return nil
            }
            return Duplicate(
                id: try row.decode("id"),
                courtCode: try row.decode("court_code"),
                registrationID: try row.decode("registration_id")
            )
        }
    }

    /// The records of what followed, and the registrations' states.
    private func keep(
        _ cascade: LetterCascade,
        _ duplicates: [Duplicate],
        _ state: LetterState,
        _ changed: [String],
        _ context: WriteContext
    ) async throws {
        for duplicate in duplicates {
            record(
                cascade.action,
                duplicate.id,
                court: duplicate.courtCode,
                state: state,
                changed: changed,
                in: context
            )
        }
        try await follow(duplicates.compactMap(\.registrationID), state, after: cascade.action, in: context)
    }
}
