import PluginKit
import Postgres

/// What an assessment or an explanation belongs to: a registration or a dossier that the caller sees.
struct MatterReference {
    let registration: Int64?
    let dossier: Int64?
    let courtCode: String

    /// Throws NOT_FOUND for what the caller does not see, and INPUT_INVALID where both are given.
    init(_ registrationID: EntityID?, _ dossierID: EntityID?, in context: WriteContext) async throws {
        var court: String?
        if let id = registrationID?.value {
            guard let row = try await RegistrationRow.lock(id, in: context.transaction),
                context.principal.sees(row.visibility)
            else { throw DomainError.absent("registrationId") }
            court = row.courtCode
        }
        if let id = dossierID?.value {
            guard let row = try await DossierRow.lock(id, in: context.transaction),
                context.principal.sees(row.visibility)
            else { throw DomainError.absent("dossierId") }
            guard court == nil else {
                throw DomainError(.inputInvalid, "登记与档案只能填写其一", field: .input(["dossierId"]))
            }
            court = row.courtCode
        }
        guard let court else { throw DomainError.absent("registrationId") }
        registration = registrationID?.value
        dossier = dossierID?.value
        courtCode = court
    }

    /// Puts on record what was done to it, in its history.
    func audit(_ event: String, _ field: String, in context: WriteContext) {
        context.audit(
            AuditEvent(
                event,
                objectType: registration == nil ? DossierRow.typeName : RegistrationRow.typeName,
                objectID: registration ?? dossier,
                courtCode: courtCode,
                changedFields: [field]
            )
        )
    }
}
