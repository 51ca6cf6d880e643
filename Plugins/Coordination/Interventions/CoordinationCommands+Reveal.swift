import CourtCore
import PluginKit
import Postgres

extension CoordinationCommands {
    /// Shows the name of whom a record means, with a line in the access log that commits together with the answer.
    func revealIntervener(_ input: RevealIntervenerInput, _ context: WriteContext) async throws
        -> RevealIntervenerPayload
    {
        let staff = try context.staff
        guard let personalData = context.service(PersonalData.self) else {
            preconditionFailure("the core offers PersonalData to every command")
        }
        let id = input.interventionRecordId.value
        let court = context.principal.courtCode
        let row = try await context.transaction.queryOne(
            """
            SELECT intervener_name_cipher, intervener_staff_ids FROM coordination.intervention
            WHERE id = \(id) AND court_code = \(court)
            """
        )
        guard let row, try isVisible(row, context.principal) else {
            throw DomainError.absent("interventionRecordId")
        }
        try await AccessRegister.record(
            AccessRegister.Entry(
                objectType: "InterventionRecord",
                objectID: id,
                fields: ["intervenerName"],
                purpose: .inspection,
                reason: input.reason
            ),
            by: staff,
            in: context
        )
        context.audit(
            AuditEvent(
                "intervention.revealed",
                objectType: "InterventionRecord",
                objectID: id,
                courtCode: court,
                purpose: AccessPurpose.inspection.rawValue
            )
        )
        let cipher = try row.decode("intervener_name_cipher", as: [UInt8].self)
        return RevealIntervenerPayload(
            interventionRecordId: input.interventionRecordId,
            intervenerName: try personalData.open(cipher, as: .name)
        )
    }

    /// Whether the caller sees the record, as its `@visible` says it.
    private func isVisible(_ row: Row, _ principal: Principal) throws -> Bool {
        principal.sees(
            RowVisibility(
                courts: [principal.courtCode],
                isSealed: true,
                recused: try row.decode("intervener_staff_ids")
            )
        )
    }
}
