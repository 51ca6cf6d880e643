import PluginKit
import Postgres

/// What is open already of the same petitioners: said to whoever registers, and no reason to refuse (《信访工作条例》 §23).
enum DuplicateMatter {
    private static let mostNamed: Int32 = 20

    /// A warning for each open registration of theirs that the caller may see.
    static func warnings(
        of registration: Int64,
        _ petitioners: [Int64],
        isSealed: Bool,
        in context: WriteContext
    ) async throws -> [RegistrationWarning] {
        // Whoever registers what is sealed learns nothing of what else is.
        guard !isSealed, !petitioners.isEmpty else { return [] }
        let rows = try await context.transaction.query(
            """
            SELECT r.id, r.reg_no FROM dossiers.registration r
            WHERE r.id <> \(registration) AND r.court_code = \(context.principal.courtCode) AND NOT r.sealed
                AND r.state NOT IN ('CLOSED', 'VOIDED', 'MERGED', 'NOT_ACCEPTED')
                AND NOT coalesce(r.accused_staff_ids && \(context.principal.recusedFrom), false)
                AND EXISTS (
                    SELECT FROM dossiers.registration_petitioner p
                    WHERE p.registration_id = r.id AND p.petitioner_id = ANY (\(petitioners))
                )
            ORDER BY r.received_on DESC, r.id DESC LIMIT \(mostNamed)
            """
        )
        let code = DomainError.Code.duplicateMatterInProgress.rawValue
        return try rows.map { row in
            RegistrationWarning(
                code: code,
                message: "同一信访人尚有在办登记：\(try row.decode("reg_no", as: String.self))",
                registration: try row.decode("id", as: Int64.self)
            )
        }
    }
}

extension DomainError.Code {
    /// A warning, never a refusal.
    static let duplicateMatterInProgress = Self("DUPLICATE_MATTER_IN_PROGRESS")
}
