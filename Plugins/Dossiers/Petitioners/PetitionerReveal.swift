import CourtCore
import PluginKit
import Postgres

/// Shows clear values of one petitioner for a purpose: to a role that the purpose belongs to, within the daily limit,
/// and only with a line in the access log that commits together with the answer.
struct PetitionerReveal {
    let input: RevealPetitionerInput
    let context: WriteContext

    func run() async throws -> RevealPetitionerPayload {
        // Whoever looks is named.
        let staff = try context.staff
        try requirePurpose()
        let id = input.petitionerId.value
        let row = try await context.transaction.queryOne(
            """
            SELECT p.name_cipher, p.id_number_cipher, p.residence_address_cipher, p.household_address_cipher, p.sealed, p.assignees,
                p.accused_staff_ids, \(contact("MOBILE")), \(contact("LANDLINE")), \(contact("EMAIL")), \(contact("POSTAL"))
            FROM dossiers.petitioner p WHERE p.id = \(id) AND p.court_code = \(context.principal.courtCode)
            """
        )
        guard let row, try isVisible(row) else {
            throw DomainError(.notFound, "不存在", field: InputPath(["input", "petitionerId"]))
        }
        try await log(id, isSealed: try row.decode("sealed"), by: staff)
        let values = RevealedValues(row: row, fields: Set(input.fields), data: context.personalData)
        return RevealPetitionerPayload(
            petitionerId: input.petitionerId,
            name: try values.open(.name, "name_cipher", .name),
            idNumber: try values.open(.idNumber, "id_number_cipher", .idNumber),
            mobile: try values.open(.mobile, "mobile_cipher", .mobile),
            residenceAddress: try values.open(.residenceAddress, "residence_address_cipher", .address),
            householdAddress: try values.open(.householdAddress, "household_address_cipher", .address),
            landline: try values.open(.landline, "landline_cipher", .landline),
            email: try values.open(.email, "email_cipher", .email),
            postalAddress: try values.open(.postalAddress, "postal_cipher", .address),
            representatives: try await representatives(),
            formerValues: try await formerValues()
        )
    }

    /// The contact of a kind that is in use, the preferred one first.
    private func contact(_ kind: String) -> SQL {
        """
        (
            SELECT c.value_cipher FROM dossiers.contact_point c
            WHERE c.petitioner_id = p.id AND c.kind = \(kind) AND c.valid_to IS NULL ORDER BY c.is_primary DESC, c.id LIMIT 1
        ) AS \(raw: kind.lowercased())_cipher
        """
    }

    private func requirePurpose() throws(DomainError) {
        let isRights = input.purpose == .rightsRequest
        guard !PurposeRule.roles(for: input.purpose).isDisjoint(with: context.principal.roles),
            isRights || !input.fields.contains(.formerValues)
        else { throw DomainError(.purposeNotAllowed, "目的不在授权范围", field: InputPath(["input", "purpose"])) }
    }

    /// Whether the caller sees the petitioner, as `Petitioner`'s `@visible` says it.
    private func isVisible(_ row: Row) throws -> Bool {
        context.principal.sees(
            RowVisibility(
                courts: [context.principal.courtCode],
                isSealed: try row.decode("sealed"),
                people: try row.decode("assignees"),
                hasPeople: true,
                recused: try row.decode("accused_staff_ids")
            )
        )
    }

    private func representatives() async throws -> [RevealedRepresentative] {
        guard input.fields.contains(.representatives) else { return [] }
        let data = context.personalData
        let rows = try await context.transaction.query(
            """
            SELECT id, name_cipher, mobile_cipher FROM dossiers.representative
            WHERE petitioner_id = \(input.petitionerId.value) AND name_cipher IS NOT NULL AND end_reason IS NULL
                AND (valid_to IS NULL OR valid_to >= \(context.clock.today))
            ORDER BY id LIMIT 50
            """
        )
        return try rows.map { row in
            RevealedRepresentative(
                representativeId: EntityID(try row.decode("id", as: Int64.self)),
                name: try data.open(row.decode("name_cipher"), as: .name),
                mobile: try row.decode("mobile_cipher", as: [UInt8]?.self).map { try data.open($0, as: .mobile) }
            )
        }
    }

    private func formerValues() async throws -> [RevealedFormerValue] {
        guard input.fields.contains(.formerValues) else { return [] }
        let data = context.personalData
        let rows = try await context.transaction.query(
            """
            SELECT field, former_cipher, revised_on FROM dossiers.petitioner_revision
            WHERE petitioner_id = \(input.petitionerId.value) AND former_cipher IS NOT NULL ORDER BY id LIMIT 200
            """
        )
        return try rows.map { row in
            let field = try row.decode("field", as: String.self)
            return RevealedFormerValue(
                field: field,
                value: try data.open(row.decode("former_cipher"), as: PersonalData.Kind(ofField: field)),
                until: try row.decode("revised_on")
            )
        }
    }

    /// Logs the reveal within the day's limit of the person, whatever token they use.
    private func log(_ petitioner: Int64, isSealed: Bool, by staff: Int64) async throws {
        let log = AccessLog(kind: .reveal, context: context)
        try await log.requireQuota(of: staff)
        log.write(
            petitioner,
            by: staff,
            fields: input.fields.map(\.rawValue),
            purpose: input.purpose.rawValue,
            reason: input.reason
        )
        let court = context.principal.courtCode
        context.audit(
            AuditEvent(
                "petitioner.revealed",
                objectType: "Petitioner",
                objectID: petitioner,
                courtCode: court,
                purpose: input.purpose.rawValue
            )
        )
        context.emit(OutboxEvent("access.revealed", objectID: petitioner, courtCode: court, sealed: isSealed))
    }
}

/// The values of a row that were asked for.
private struct RevealedValues {
    let row: Row
    let fields: Set<PetitionerField>
    let data: PersonalData

    func open(_ field: PetitionerField, _ column: String, _ kind: PersonalData.Kind) throws -> String? {
        guard fields.contains(field), let cipher = try row.decode(column, as: [UInt8]?.self) else { return nil }
        return try data.open(cipher, as: kind)
    }
}

extension PersonalData.Kind {
    /// What a field of a petitioner holds, as its values are sealed.
    init(ofField field: String) {
        switch field {
        case "name": self = .name
        case "idNumber": self = .idNumber
        case "residenceAddress", "householdAddress": self = .address
        default: self = .text
        }
    }
}
