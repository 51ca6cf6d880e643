import CourtCore
import PluginKit
import Postgres

/// Answers for the register of petitions whose letter is whose.
struct LetterAssignments: RegistrationAssignments {
    func areAssigned(_ registrations: [Int64], to staff: Int64, in context: WriteContext) async throws -> Bool {
        let assigned = try await context.transaction.query(
            """
            SELECT FROM letters.letter
            WHERE registration_id = ANY (\(registrations)) AND assignee_id = \(staff) AND NOT sealed LIMIT 1
            """
        )
        return !assigned.isEmpty
    }
}
