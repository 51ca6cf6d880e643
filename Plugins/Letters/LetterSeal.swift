import CourtCore
import PluginKit
import Postgres

/// The seal of a matter: a root and its duplicates share it, and their registrations carry it.
struct LetterSeal {
    private let context: WriteContext

    init(_ context: WriteContext) { self.context = context }

    /// Carries on what a change of one letter means for its matter's seal, once the letter is written.
    func spread(from before: LetterRow, to after: LetterRow) async throws {
        guard before.isSealed || after.isSealed || before.duplicate != after.duplicate else { return }
        if (before.isSealed, before.accusedStaffIDs) != (after.isSealed, after.accusedStaffIDs) {
            try await seal(after.registrationID, after.isSealed, accused: after.accusedStaffIDs)
        }
        let root = after.duplicate?.rootID ?? after.id
        let rows = try await context.transaction.query(
            "SELECT letter_id, court_code, registration_id, accused FROM letters.seal_matter(\(root))"
        )
        for row in rows {
            let accused = try row.decode("accused", as: [Int64].self)
            try await seal(try row.decode("registration_id"), true, accused: accused)
            context.audit(
                AuditEvent(
                    "letter.sealed",
                    objectType: "Letter",
                    objectID: try row.decode("letter_id", as: Int64.self),
                    courtCode: try row.decode("court_code", as: String.self),
                    changedFields: ["sealed", "accusedStaffIds"]
                )
            )
        }
    }

    private func seal(_ registration: Int64?, _ isSealed: Bool, accused: [Int64]) async throws {
        guard let registration, let registry = context.service((any PetitionRegistry).self) else { return }
        try await registry.seal(registration: registration, isSealed, accused: accused, in: context)
    }
}
