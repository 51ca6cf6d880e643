import PluginKit
import Postgres

// 删除个人信息: what a granted request asks, as far as the law lets; an explanation stays in its place.
extension PetitionerLife {
    static let deletePersonalData = PetitionerAct("petitioner.dataDeleted") {
        (input: DeletePersonalDataInput, change) in
        if input.fields.contains(.idCopies) { try await IdCopies.destroyAll(of: change.before, in: change.context) }
        for field in DeletableField.allCases where input.fields.contains(field) {
            change.erase(field)
            change.revise(field.column, nil, input.reason, kind: .deleted, request: input.rightsRequestId.value)
        }
    }

    /// While a matter is open, its handling needs them (第四十七条: 处理目的已实现).
    static let noOpenMatter = Check(
        "noOpenMatter",
        "尚有未办结的信访事项或者在档的档案",
        sql: """
            NOT EXISTS (
                SELECT FROM dossiers.registration_petitioner x JOIN dossiers.registration g ON g.id = x.registration_id
                WHERE x.petitioner_id IN (r.id, r.merged_into_id) AND g.state NOT IN ('CLOSED', 'VOIDED', 'MERGED', 'NOT_ACCEPTED')
            ) AND NOT EXISTS (
                SELECT FROM dossiers.dossier_petitioner x JOIN dossiers.dossier d ON d.id = x.dossier_id
                WHERE x.petitioner_id IN (r.id, r.merged_into_id) AND d.status IN ('DRAFT', 'ACTIVE')
            )
            """
    )

    /// Nobody else is told of rights requests.
    static let rightsOfficer = Relation<PetitionerRow>("rightsOfficer", "权利请求由个人信息保护负责人执行") { subject in
        let request = subject.input(AmendPetitionerInput.self)?.rightsRequestId.value
        guard request != nil, !subject.principal.roles.contains(.dpo) else { return nil }
        return .absent("rightsRequestId")
    }

    static let deletionGranted = Check("rightsGranted", "没有同意的权利请求", of: DeletePersonalDataInput.self) {
        granted($0.rightsRequestId.value, kinds: "'DELETE', 'RESTRICT'")
    }

    static let amendmentGranted = Check("rightsGranted", "没有同意的权利请求", of: AmendPetitionerInput.self) { input in
        guard let request = input.rightsRequestId.value else { return "true" }
        return granted(request.value, kinds: "'CORRECT', 'SUPPLEMENT'")
    }

    private static func granted(_ request: Int64, kinds: String) -> SQL {
        """
        EXISTS (
            SELECT FROM dossiers.rights_request q
            WHERE q.id = \(request) AND q.petitioner_id IN (r.id, r.merged_into_id) AND q.state = 'DECIDED' AND q.decision <> 'REFUSED'
                AND q.kind IN (\(raw: kinds))
        )
        """
    }
}

extension Change<PetitionerRow> {
    fileprivate mutating func erase(_ field: DeletableField) {
        switch field {
        case .idNumber:
            row.idDocType = nil
            row.idVerified = .unverified
            set("idNumber", "id_number_masked = NULL, id_number_cipher = NULL, id_number_hash = NULL")
        case .household:
            row.householdRegion = nil
            set("householdAddress", "household_address_masked = NULL, household_address_cipher = NULL")
        case .residence:
            row.residenceRegion = nil
            set("residenceAddress", "residence_address_masked = NULL, residence_address_cipher = NULL")
        case .contacts: delete("contacts", from: "dossiers.contact_point")
        case .representatives:
            let erased: SQL = "name_masked = '****', name_cipher = NULL, mobile_masked = NULL, mobile_cipher = NULL"
            update("representatives", "dossiers.representative", erased)
        case .serviceNeeds: set("serviceNeeds", "service_needs = '{}'")
        case .aliases: delete("aliases", from: "dossiers.petitioner_alias")
        case .idCopies: touch("materials")
        case .formerValues: update("revisions", "dossiers.petitioner_revision", "former_cipher = NULL")
        }
    }
}

extension DeletableField {
    /// As a line of the revisions names it.
    fileprivate var column: String {
        switch self {
        case .idNumber: "idNumber"
        case .household: "householdAddress"
        case .residence: "residenceAddress"
        case .contacts: "contacts"
        case .representatives: "representatives"
        case .serviceNeeds: "serviceNeeds"
        case .aliases: "aliases"
        case .formerValues: "revisions"
        case .idCopies: "materials"
        }
    }
}
