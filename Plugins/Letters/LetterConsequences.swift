import CourtCore
import PluginKit
import Postgres

extension LetterLife {
    /// What every change of a letter brings with it: what is owed to another body falls due with the letter; a root and its
    /// duplicates share their seal, and the registration carries it; the registration follows state and handler; a pause that
    /// has ended does not end again.
    static func consequences(_ change: inout LetterChange) async throws {
        let before = change.before
        let after = change.row
        if after.dueOn != before.dueOn, try await change.fact(LetterFact.owesReport) {
            change.update("reportBack", "letters.report_back", "due_on = \(after.dueOn)")
        }
        if before.state == .paused, after.state != .paused {
            change.context.unschedule(.letterPauseEnds, for: before.id)
        }
        if before.sealed || after.sealed || before.duplicateOfID != after.duplicateOfID {
            change.afterwards { context in try await spreadSeal(from: before, to: after, context) }
        }
        guard let registration = before.registrationID,
            let registry = change.context.service((any PetitionRegistry).self)
        else { return }
        if after.assigneeID != before.assigneeID {
            change.afterwards { context in
                try await registry.assign(registration: registration, to: after.assigneeID, in: context)
            }
        }
        if after.state != before.state {
            // A duplicate goes back to waiting for its root, which is what is done again.
            let isReopened = before.state == .closed && [.handling, .classified].contains(after.state)
            let state = isReopened ? .reopened : after.state.petitionState
            change.afterwards { context in try await registry.follow([registration], to: state, in: context) }
        }
    }

    private static func spreadSeal(from before: LetterRow, to after: LetterRow, _ context: WriteContext) async throws {
        if (before.sealed, before.accusedStaffIDs) != (after.sealed, after.accusedStaffIDs) {
            try await seal(after.registrationID, after.sealed, accused: after.accusedStaffIDs, context)
        }
        let root = after.duplicateOfID ?? after.id
        let rows = try await context.transaction.query(
            "SELECT letter_id, court_code, registration_id, accused FROM letters.seal_matter(\(root))"
        )
        for row in rows {
            try await seal(try row.decode("registration_id"), true, accused: try row.decode("accused"), context)
            context.audit(
                AuditEvent(
                    "letter.sealed",
                    objectType: "Letter",
                    objectID: try row.decode("letter_id", as: Int64.self),
                    courtCode: try row.decode("court_code"),
                    changedFields: ["sealed", "accusedStaffIds"]
                )
            )
        }
    }

    private static func seal(
        _ registration: Int64?,
        _ isSealed: Bool,
        accused: [Int64],
        _ context: WriteContext
    ) async throws {
        guard let registration, let registry = context.service((any PetitionRegistry).self) else { return }
        try await registry.seal(registration: registration, isSealed, accused: accused, in: context)
    }
}

extension LetterState {
    /// Where a letter's registration is (登记状态) while the letter is in this state.
    var petitionState: PetitionState {
        switch self {
        case .registered: .received
        case .classified, .objected: .screened
        case .returnedToSender: .returned
        case .transferred: .forwarded
        case .duplicate: .merged
        case .assigned, .handling, .paused, .inReview, .approved: .accepted
        case .replied, .reported: .handled
        case .closed, .bound, .archived: .closed
        case .voided: .voided
        }
    }
}
