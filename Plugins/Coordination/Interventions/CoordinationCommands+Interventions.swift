import CourtCore
import CourtFormats
import PluginKit
import Postgres

extension CoordinationCommands {
    /// Seals what is recorded; nothing of it is answered but the receipt.
    func recordIntervention(_ input: RecordInterventionInput, _ context: WriteContext) async throws
        -> RecordInterventionPayload
    {
        let recorder = try context.staff
        let court = try CourtCode(parsing: context.principal.courtCode)
        guard let personalData = context.service(PersonalData.self) else {
            preconditionFailure("the core offers PersonalData to every command")
        }
        let corrected = input.correctsId.value?.value
        if let corrected { try await requireOwn(corrected, of: recorder, in: context.transaction) }
        let name = try personalData.seal(name: input.intervenerName)
        let meant = input.intervenerStaffIds.map(\.value).sorted()
        let number = try await NumberCounter.next(
            "过",
            court: court,
            year: context.clock.today.year,
            in: context.transaction
        )
        let row = try await context.transaction.queryOne(
            """
            INSERT INTO coordination.intervention (court_code, record_no, kind, manner, intervener_name_masked,
                intervener_name_cipher, intervener_name_hash, office, organization, intervener_staff_ids, occurred_on, case_no,
                content, recorded_by, recorded_on, corrects_id)
            VALUES (\(court.text), \(number), \(input.kind.rawValue), \(input.manner.rawValue), \(name.masked), \(name.cipher),
                \(name.hash), \(input.office), \(input.organization), \(meant), \(input.occurredOn), \(input.caseNo),
                \(input.content), \(recorder), \(context.clock.today), \(corrected))
            RETURNING id
            """
        )
        let id = try row?.decode("id", as: Int64.self) ?? 0
        context.audit(
            AuditEvent(
                corrected == nil ? "intervention.recorded" : "intervention.corrected",
                objectType: "InterventionRecord",
                objectID: id,
                courtCode: court.text
            )
        )
        return RecordInterventionPayload(receipt: id)
    }

    /// Corrected is only what the same person has recorded: another's is not there for them.
    private func requireOwn(_ record: Int64, of recorder: Int64, in transaction: Transaction) async throws {
        let row = try await transaction.queryOne(
            "SELECT id FROM coordination.intervention WHERE id = \(record) AND recorded_by = \(recorder)"
        )
        guard row != nil else { throw DomainError.absent("correctsId") }
    }
}
