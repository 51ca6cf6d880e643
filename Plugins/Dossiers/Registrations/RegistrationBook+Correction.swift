import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// A registration follows what was put right in its letter.
extension RegistrationBook: PetitionCorrection {
    func retie(
        registration: Int64,
        from former: FormerPetitioner?,
        to sender: IncomingPetitioner,
        isSealed: Bool,
        on date: CalendarDate,
        in context: WriteContext
    ) async throws {
        let court = try await court(of: registration, in: context)
        let petitioner = try await PetitionerBook.match(sender, isSealed: isSealed, court: court, on: date, in: context)
        if let former {
            // Of several of the same name the one with the ID number; of these one.
            context.write(
                """
                DELETE FROM dossiers.registration_petitioner WHERE registration_id = \(registration) AND petitioner_id = (
                    SELECT p.id FROM dossiers.registration_petitioner t JOIN dossiers.petitioner p ON p.id = t.petitioner_id
                    WHERE t.registration_id = \(registration) AND p.id <> \(petitioner)
                        AND (p.id_number_hash = \(former.idNumberHash) OR p.name_masked = \(former.nameMasked))
                    ORDER BY p.id_number_hash IS NOT DISTINCT FROM \(former.idNumberHash) DESC, p.id LIMIT 1
                )
                """
            )
        }
        context.write(
            """
            INSERT INTO dossiers.registration_petitioner (registration_id, petitioner_id, court_code)
            VALUES (\(registration), \(petitioner), \(court)) ON CONFLICT DO NOTHING
            """
        )
        context.audit(corrected(registration, court, "petitioners"))
    }

    func correct(registration: Int64, summary: String, in context: WriteContext) async throws {
        let court = try await court(of: registration, in: context)
        context.write("UPDATE dossiers.registration SET summary = \(summary) WHERE id = \(registration)")
        context.audit(corrected(registration, court, "summary"))
    }

    private func court(of registration: Int64, in context: WriteContext) async throws -> String {
        let row = try await context.transaction.queryOne(
            "SELECT court_code FROM dossiers.registration WHERE id = \(registration) FOR UPDATE"
        )
        guard let row else { throw DomainError(.notFound, "不存在") }
        return try row.decode("court_code")
    }

    private func corrected(_ registration: Int64, _ court: String, _ field: String) -> AuditEvent {
        AuditEvent(
            "registration.corrected",
            objectType: "Registration",
            objectID: registration,
            courtCode: court,
            changedFields: [field]
        )
    }
}
