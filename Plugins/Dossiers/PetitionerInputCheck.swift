import CourtCore
import CourtFormats
import PluginKit

/// Checks a new petitioner's values, every fault together, and seals what is right.
struct PetitionerInputCheck {
    private let input: CreatePetitionerInput
    private let context: WriteContext

    init(_ input: CreatePetitionerInput, _ context: WriteContext) {
        self.input = input
        self.context = context
    }

    func sealed() throws -> IncomingPetitioner {
        guard let personalData = context.service(PersonalData.self) else {
            preconditionFailure("the core offers PersonalData to every command")
        }
        var errors = DomainErrors()
        let name = given(input.name)
        if input.kind == .anonymous, name != nil {
            errors.add(DomainError(.anonymousWithName, "匿名信访人不得填写姓名", field: path("name")))
        } else if input.kind != .anonymous, name == nil {
            errors.add(DomainError(.nameRequired, "姓名（名称）必填", field: path("name")))
        }
        let checkedName = name.map { errors.text($0, maximumLength: 100, field: path("name")) }
        let idNumber = try identity(&errors, personalData)
        let mobile = given(input.mobile).flatMap { text in
            errors.format(path("mobile")) { () throws(FormatError) in try PhoneNumber(mobile: text) }
        }
        let region = given(input.residenceRegion).flatMap { text in
            errors.format(path("residenceRegion")) { () throws(FormatError) in try RegionCode(parsing: text).text }
        }
        let address = given(input.residenceAddress).map {
            errors.text($0, maximumLength: 200, field: path("residenceAddress"))
        }
        try errors.throwIfAny()
        return IncomingPetitioner(
            name: try checkedName.map { try personalData.seal(name: $0) },
            idNumber: idNumber,
            mobile: try mobile.map { try personalData.seal(phone: $0) },
            address: try address.map { try personalData.seal(address: $0) },
            regionCode: region
        )
    }

    private func identity(_ errors: inout DomainErrors, _ personalData: PersonalData) throws -> SealedValue? {
        guard let text = given(input.idNumber) else { return nil }
        let type = input.idDocType.value ?? (input.kind == .naturalPerson ? .residentId : .uscc)
        let isPerson = input.kind == .naturalPerson
        guard input.kind != .anonymous, isPerson == (type != .uscc) || type == .other else {
            errors.add(DomainError(.idDocTypeMismatch, "证件类型与信访人类型不符", field: path("idDocType")))
            return nil
        }
        switch type {
        case .residentId:
            let today = context.clock.today
            let id = errors.format(path("idNumber")) { () throws(FormatError) in
                try ResidentID(parsing: text, today: today)
            }
            return try id.map { try personalData.seal(residentID: $0) }
        case .uscc:
            let code = errors.format(path("idNumber")) { () throws(FormatError) in
                try UnifiedSocialCreditCode(parsing: text)
            }
            return try code.map { try personalData.seal(documentNumber: $0.text) }
        default:
            return try personalData.seal(documentNumber: errors.text(text, maximumLength: 40, field: path("idNumber")))
        }
    }

    /// A value of which something can be seen; else there is none.
    private func given(_ field: InputField<String>) -> String? { field.value.flatMap { $0.isBlank ? nil : $0 } }

    private func path(_ field: String) -> InputPath { InputPath(["input", field]) }
}
