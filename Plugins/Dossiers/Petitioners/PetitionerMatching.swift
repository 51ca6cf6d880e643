import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// An exact look-up of a petitioner (查找信访人): logged whether it finds anybody or not.
struct PetitionerMatching {
    let input: PetitionerMatchInput
    let context: WriteContext

    func run() async throws -> PetitionerMatchPayload {
        let staff = try context.staff
        guard !PurposeRule.rolesThatMatch(for: input.purpose).isDisjoint(with: context.principal.roles) else {
            throw DomainError(.purposeNotAllowed, "目的不在授权范围", field: InputPath(["input", "purpose"]))
        }
        let log = AccessLog(kind: .match, context: context)
        try await log.requireQuota(of: staff)
        let sender = try sealed()
        var found: [Bool: Int64] = [:]
        // Sealed matters are asked about by those only who may read them.
        for isSealed in context.principal.mayReadSealed ? [false, true] : [false] {
            let identity = PetitionerIdentity(
                court: context.principal.courtCode,
                isSealed: isSealed,
                transaction: context.transaction
            )
            guard case .known(let petitioner) = try await identity.find(sender),
                try await PetitionerBook.isVisible(petitioner, in: context)
            else { continue }
            found[isSealed] = petitioner
        }
        let fields = input.idNumber.value == nil ? ["NAME", "MOBILE"] : ["ID_NUMBER"]
        for petitioner in found.isEmpty ? [0] : Array(found.values) {
            log.write(petitioner, by: staff, fields: fields, purpose: input.purpose.rawValue, reason: input.reason)
        }
        context.audit(
            AuditEvent(
                "petitioner.matched",
                objectType: "Petitioner",
                objectID: found[false] ?? found[true],
                courtCode: context.principal.courtCode,
                purpose: input.purpose.rawValue
            )
        )
        return PetitionerMatchPayload(petitioner: found[false], sealedPetitioner: found[true])
    }

    private func sealed() throws -> IncomingPetitioner {
        let data = context.personalData
        let number = try input.idNumber.value.map { text in
            try IdentityDocument(text, type: input.idDocType.value, of: input.kind, in: context).number
        }
        return IncomingPetitioner(
            name: try input.name.value.map { try data.seal(name: $0) },
            idNumber: number,
            mobile: try input.mobile.value.map { try data.seal(phone: PhoneNumber(mobile: $0)) },
            address: nil,
            regionCode: nil
        )
    }
}
