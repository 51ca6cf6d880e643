import CourtCore
import CourtFormats
import PluginKit
import Postgres

// 代表人、代理人.
extension PetitionerLife {
    static let addRepresentative = PetitionerAct("petitioner.representativeAdded") {
        (input: AddRepresentativeInput, change) in
        if let end = input.validTo.value {
            try DomainError.require(end, notBefore: input.validFrom, "validTo")
        }
        if let material = input.authorityMaterialId.value?.value {
            _ = try await change.context.materials.require(
                [material],
                of: MaterialObject(type: "Petitioner", id: change.before.id, courtCode: change.before.courtCode),
                field: .input(["authorityMaterialId"]),
                in: change.context
            )
        }
        let data = change.context.personalData
        let name = try data.seal(name: input.name)
        let mobile = try input.mobile.value.map { try data.seal(phone: PhoneNumber(mobile: $0)) }
        change.insert(
            "representatives",
            into: "dossiers.representative",
            "kind, name_masked, name_cipher, mobile_masked, mobile_cipher, authority_material_id, valid_from, valid_to",
            """
            \(input.kind.rawValue), \(name.masked), \(name.cipher), \(mobile?.masked), \(mobile?.cipher),
            \(input.authorityMaterialId.value?.value), \(input.validFrom), \(input.validTo.value)
            """
        )
    }

    static let endRepresentative = PetitionerAct("petitioner.representativeEnded") {
        (input: EndRepresentativeInput, change) in
        change.update(
            "representatives",
            "dossiers.representative",
            "valid_to = \(input.validTo), end_reason = \(input.reason)",
            where: "id = \(input.representativeId.value)"
        )
    }

    /// 代表人数不得超过5人 (《信访工作条例》 §20).
    static let jointRepresentatives = Check(
        "representativesFew",
        "代表人数不得超过5人",
        of: AddRepresentativeInput.self,
        refusal: DomainError(.init("TOO_MANY_REPRESENTATIVES"), "代表人数不得超过5人", field: .input(["kind"]))
    ) { input in
        guard input.kind == .jointRep else { return "true" }
        return """
            (
                SELECT count(*) < dossiers.limit_of('petitioner.representatives', r.court_code) FROM dossiers.representative x
                WHERE x.petitioner_id = r.id AND x.kind = 'JOINT_REP' AND (x.valid_to IS NULL OR x.valid_to >= core.today())
            )
            """
    }

    static let representativeCurrent = Check(
        "representativeCurrent",
        "没有该现任代表人、代理人",
        of: EndRepresentativeInput.self,
        refusal: .absent("representativeId")
    ) { representative($0, "true") }

    static let representativeEndsLater = Check(
        "representativeEndsLater",
        "终止日早于开始日",
        of: EndRepresentativeInput.self,
        refusal: DomainError(.dateOrder, "日期先后顺序错误", field: .input(["validTo"]))
    ) { representative($0, "x.valid_from <= \($0.validTo)") }

    private static func representative(_ input: EndRepresentativeInput, _ condition: SQL) -> SQL {
        """
        EXISTS (
            SELECT FROM dossiers.representative x
            WHERE x.id = \(input.representativeId.value) AND x.petitioner_id = r.id AND x.end_reason IS NULL AND \(condition)
        )
        """
    }
}
