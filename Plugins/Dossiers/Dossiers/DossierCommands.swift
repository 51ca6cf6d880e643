import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// The dossiers plugin's mutations that belong to no life; those of petitioners and registrations stand beside their types.
struct DossierCommands: Mutations {
    func openDossier(_ input: OpenDossierInput, _ context: WriteContext) async throws -> DossierPayload {
        // Who drafts may not approve: without a name nobody could tell.
        let drafter = try context.staff
        let court = try CourtCode(parsing: context.principal.courtCode)
        let transaction = context.transaction
        let petitioners = Array(Set(input.petitionerIds.map(\.value))).sorted()
        let number = try await NumberCounter.next("档", court: court, year: context.clock.today.year, in: transaction)
        let rows = try await transaction.query(
            """
            INSERT INTO dossiers.dossier (court_code, dossier_no, title, ground, no_case_reason, handler_id, status, created_by)
            VALUES (\(court.text), \(number), \(input.title), \(input.ground.rawValue), \(input.noCaseReason.value),
                \(input.handlerId.value), 'DRAFT',
                \(drafter))
            RETURNING id
            """
        )
        let key = try rows[rows.startIndex].decode("id", as: Int64.self)
        try await transaction.execute(
            """
            INSERT INTO dossiers.dossier_petitioner (dossier_id, petitioner_id, court_code)
            SELECT \(key), unnest(\(petitioners)), \(court.text)
            """
        )
        for (position, claim) in input.claims.enumerated() {
            try await transaction.execute(
                "INSERT INTO dossiers.claim (dossier_id, seq, court_code, text) VALUES (\(key), \(Int32(position + 1)), \(court.text), \(claim.text))"
            )
        }
        for (position, link) in input.caseLinks.enumerated() {
            try await transaction.execute(
                """
                INSERT INTO dossiers.case_link (dossier_id, seq, court_code, case_no, relation, effective_on, outcome)
                VALUES (\(key), \(Int32(position + 1)), \(court.text), \(link.caseNo), \(link.relation.rawValue),
                    \(link.effectiveOn.value), \(link.outcome.value))
                """
            )
        }
        context.audit(AuditEvent("dossier.drafted", objectType: "Dossier", objectID: key, courtCode: court.text))
        return DossierPayload(dossier: key)
    }
}
