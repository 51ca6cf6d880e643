import CourtCore
import CourtFormats
import PluginKit
import Postgres

// 联系方式: added and ended, never changed.
extension PetitionerLife {
    static let addContact = PetitionerAct("petitioner.contactAdded") { (input: AddContactInput, change) in
        let value = try ContactValue(input, change.context).sealed
        let kind = input.kind.rawValue
        let key = change.before.id
        let same = try await change.context.transaction.query(
            """
            SELECT FROM dossiers.contact_point
            WHERE petitioner_id = \(key) AND kind = \(kind) AND value_hash = \(value.hash) AND valid_to IS NULL LIMIT 1
            """
        )
        guard same.isEmpty else { throw DomainError.unmet("contactNew", "该联系方式已在用") }
        if input.primary {
            change.update("contacts", "dossiers.contact_point", "is_primary = false", where: "kind = \(kind)")
        }
        change.insert(
            "contacts",
            into: "dossiers.contact_point",
            "kind, value_masked, value_cipher, value_hash, valid_from, source, is_primary",
            """
            \(kind), \(value.masked), \(value.cipher), \(value.hash), \(input.validFrom), \(input.source), \(input.primary) OR NOT EXISTS (
                SELECT FROM dossiers.contact_point c WHERE c.petitioner_id = \(key) AND c.kind = \(kind) AND c.valid_to IS NULL
            )
            """
        )
    }

    static let endContact = PetitionerAct("petitioner.contactEnded") { (input: EndContactInput, change) in
        change.update(
            "contacts",
            "dossiers.contact_point",
            "valid_to = \(input.validTo), end_reason = \(input.reason), is_primary = false",
            where: "id = \(input.contactId.value)"
        )
    }

    /// At most so many that are in use: a person's, not a directory.
    static let contactsFew = Check(
        "contactsFew",
        "联系方式过多，请先停用不再使用的",
        sql: "(SELECT count(*) < 20 FROM dossiers.contact_point c WHERE c.petitioner_id = r.id AND c.valid_to IS NULL)"
    )

    static let contactCurrent = Check(
        "contactCurrent",
        "没有在用的该联系方式",
        of: EndContactInput.self,
        refusal: .absent("contactId")
    ) { contact($0, "true") }

    static let contactEndsLater = Check(
        "contactEndsLater",
        "停用日早于启用日",
        of: EndContactInput.self,
        refusal: DomainError(.dateOrder, "日期先后顺序错误", field: .input(["validTo"]))
    ) { contact($0, "c.valid_from <= \($0.validTo)") }

    private static func contact(_ input: EndContactInput, _ condition: SQL) -> SQL {
        """
        EXISTS (
            SELECT FROM dossiers.contact_point c
            WHERE c.id = \(input.contactId.value) AND c.petitioner_id = r.id AND c.valid_to IS NULL AND \(condition)
        )
        """
    }
}

/// A contact in the one form of its kind, sealed.
private struct ContactValue {
    let sealed: SealedValue

    init(_ input: AddContactInput, _ context: WriteContext) throws {
        let data = context.personalData
        let text = input.value
        do {
            switch input.kind {
            case .mobile: sealed = try data.seal(phone: PhoneNumber(mobile: text))
            case .landline: sealed = try data.seal(landline: LandlineNumber(parsing: text))
            case .email: sealed = try data.seal(email: EmailAddress(parsing: text))
            case .postal: sealed = try data.seal(address: TextRule(maximumLength: 200).check(text))
            }
        } catch let fault as FormatError {
            throw DomainError(.init(fault.code), fault.message, field: .input(["value"]))
        }
    }
}
