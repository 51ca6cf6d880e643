import CourtCore
import CourtFormats
import PluginKit

/// The number of an identity document (证件), checked and sealed.
struct IdentityDocument {
    let type: IdDocType
    let number: SealedValue

    /// Of a document that the holder's kind may have; where none is named, a resident's for a person, and USCC for others.
    init(_ text: String, type named: IdDocType?, of kind: PetitionerKind, in context: WriteContext) throws {
        let isPerson = kind == .naturalPerson
        let type = named ?? (isPerson ? .residentId : .uscc)
        guard kind != .anonymous, isPerson == (type != .uscc) || type == .other else {
            throw DomainError(.init("ID_DOC_TYPE_MISMATCH"), "证件类型与信访人类型不符", field: .input(["idDocType"]))
        }
        self.type = type
        let data = context.personalData
        do {
            switch type {
            case .residentId: number = try data.seal(residentID: ResidentID(parsing: text, today: context.clock.today))
            case .uscc: number = try data.seal(documentNumber: UnifiedSocialCreditCode(parsing: text).text)
            default: number = try data.seal(documentNumber: TextRule(maximumLength: 40).check(text))
            }
        } catch let fault as FormatError {
            throw DomainError(.init(fault.code), fault.message, field: .input(["idNumber"]))
        }
    }
}
