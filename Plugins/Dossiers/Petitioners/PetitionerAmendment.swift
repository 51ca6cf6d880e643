import CourtCore
import CourtFormats
import PluginKit
import Postgres

extension PetitionerLife {
    /// 更正: each field that changes leaves a line with its former value, sealed.
    static let amend = PetitionerAct("petitioner.amended") { (input: AmendPetitionerInput, change) in
        let amendment = try await PetitionerAmendment(input, change)
        try await amendment.apply(to: &change)
    }
}

/// What an amendment makes of a petitioner's values.
private struct PetitionerAmendment {
    private let input: AmendPetitionerInput
    private let data: PersonalData
    private let former: Row
    private var request: Int64? { input.rightsRequestId.value?.value }

    init(_ input: AmendPetitionerInput, _ change: Change<PetitionerRow>) async throws {
        self.input = input
        data = change.context.personalData
        let row = try await change.context.transaction.queryOne(
            """
            SELECT name_cipher, id_number_cipher, residence_address_cipher, household_address_cipher, service_needs
            FROM dossiers.petitioner WHERE id = \(change.before.id)
            """
        )
        guard let row else { throw DomainError.absent("petitionerId") }
        former = row
    }

    func apply(to change: inout Change<PetitionerRow>) async throws {
        try requireContent()
        try amendName(&change)
        try await amendNumber(&change)
        try amendRegions(&change)
        try amendAddress("householdAddress", "household_address", input.householdAddress.value, &change)
        try amendAddress("residenceAddress", "residence_address", input.residenceAddress.value, &change)
        try amendNeeds(&change)
    }

    /// Whether there is anything to amend.
    private func requireContent() throws {
        let given = [
            input.name.value != nil, input.idDocType.value != nil, input.idNumber.value != nil, input.documentSeen,
            input.householdRegion.value != nil, input.residenceRegion.value != nil, input.householdAddress.value != nil,
            input.residenceAddress.value != nil, input.serviceNeeds.value != nil,
        ]
        guard given.contains(true) else {
            throw DomainError(.inputInvalid, "须填写更正的内容", field: .input(["reason"]))
        }
    }

    private func amendName(_ change: inout Change<PetitionerRow>) throws {
        guard let text = input.name.value else { return }
        guard change.row.kind != .anonymous else {
            throw DomainError(.init("ANONYMOUS_WITH_NAME"), "匿名信访人不得填写姓名", field: .input(["name"]))
        }
        let name = try data.seal(name: text)
        let cipher = try former.decode("name_cipher", as: [UInt8]?.self)
        change.set("name", "name_masked = \(name.masked), name_cipher = \(name.cipher), name_hash = \(name.hash)")
        change.revise("name", cipher, input.reason, request: request)
        guard input.keepsFormerName, let cipher else { return }
        let old = try data.seal(name: data.open(cipher, as: .name))
        change.write(
            "aliases",
            PetitionerAliases.statement(
                old,
                kind: AliasKind.formerName.rawValue,
                reason: input.reason,
                of: change.before.id,
                court: change.before.courtCode,
                in: change.context
            )
        )
    }

    private func amendNumber(_ change: inout Change<PetitionerRow>) async throws {
        let cipher = try former.decode("id_number_cipher", as: [UInt8]?.self)
        if let text = input.idNumber.value {
            let document = try IdentityDocument(
                text,
                type: input.idDocType.value ?? change.row.idDocType,
                of: change.row.kind,
                in: change.context
            )
            try await requireNew(document.number, change)
            change.row.idDocType = document.type
            change.row.idVerified = document.type == .residentId ? .checksumOk : .unverified
            let number = document.number
            change.set(
                "idNumber",
                "id_number_masked = \(number.masked), id_number_cipher = \(number.cipher), id_number_hash = \(number.hash)"
            )
            change.revise("idNumber", cipher, input.reason, request: request)
        } else if input.idDocType.value != nil {
            throw DomainError(.inputInvalid, "须同时填写证件号码", field: .input(["idNumber"]))
        }
        guard input.documentSeen else { return }
        guard input.idNumber.value != nil || cipher != nil else {
            throw DomainError.unmet("numberKnown", "未登记证件号码")
        }
        change.row.idVerified = .documentSeen
    }

    /// A number that another entry has is another's, whatever its name.
    private func requireNew(_ number: SealedValue, _ change: Change<PetitionerRow>) async throws {
        let other = try await change.context.transaction.queryOne(
            """
            SELECT id FROM dossiers.petitioner
            WHERE court_code = \(change.before.courtCode) AND sealed = \(change.before.sealed) AND id <> \(change.before.id)
                AND id_number_hash IN (\(number.hash), \(number.formerHash ?? number.hash)) LIMIT 1
            """
        )
        guard let other else { return }
        throw try await PetitionerBook.exists(try other.decode("id"), at: .input(["idNumber"]), in: change.context)
    }

    private func amendRegions(_ change: inout Change<PetitionerRow>) throws {
        if let region = input.householdRegion.value, region != change.row.householdRegion {
            change.revise(
                "householdRegion",
                try change.row.householdRegion.map(data.seal(text:)),
                input.reason,
                request: request
            )
            change.row.householdRegion = region
        }
        if let region = input.residenceRegion.value, region != change.row.residenceRegion {
            change.revise(
                "residenceRegion",
                try change.row.residenceRegion.map(data.seal(text:)),
                input.reason,
                request: request
            )
            change.row.residenceRegion = region
        }
    }

    private func amendAddress(
        _ field: String,
        _ column: String,
        _ text: String?,
        _ change: inout Change<PetitionerRow>
    ) throws {
        guard let text else { return }
        let address = try data.seal(address: text)
        let cipher = try former.decode("\(column)_cipher", as: [UInt8]?.self)
        change.set(field, "\(raw: column)_masked = \(address.masked), \(raw: column)_cipher = \(address.cipher)")
        change.revise(field, cipher, input.reason, request: request)
    }

    private func amendNeeds(_ change: inout Change<PetitionerRow>) throws {
        guard let needs = input.serviceNeeds.value else { return }
        let before = try former.decode("service_needs", as: [String].self)
        change.set("serviceNeeds", "service_needs = \(Set(needs.map(\.rawValue)).sorted())")
        change.revise(
            "serviceNeeds",
            before.isEmpty ? nil : try data.seal(text: before.joined(separator: " ")),
            input.reason,
            request: request
        )
    }
}

extension Change<PetitionerRow> {
    /// Writes columns of the row that no field shows in the clear.
    mutating func set(_ field: String, _ assignments: SQL) {
        write(field, "UPDATE dossiers.petitioner SET \(assignments) WHERE id = \(before.id)")
    }

    /// A line of what a field said before; nil where it said nothing.
    mutating func revise(
        _ field: String,
        _ cipher: [UInt8]?,
        _ reason: String,
        kind: RevisionKind = .amended,
        request: Int64? = nil
    ) {
        insert(
            field,
            into: "dossiers.petitioner_revision",
            "kind, field, former_cipher, reason, revised_on, revised_by, rights_request_id",
            "\(kind.rawValue), \(field), \(cipher), \(reason), \(today), \(context.principal.staffID), \(request)"
        )
    }
}

extension WriteContext {
    /// Seals and opens personal values.
    var personalData: PersonalData {
        guard let service = service(PersonalData.self) else {
            preconditionFailure("the core offers PersonalData to every command")
        }
        return service
    }
}
