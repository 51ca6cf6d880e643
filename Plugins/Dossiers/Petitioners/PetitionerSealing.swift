import CourtCore
import CourtFormats
import PluginKit

/// Seals a new petitioner's values.
struct PetitionerSealing {
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
        return IncomingPetitioner(
            name: try input.name.value.map { try personalData.seal(name: $0) },
            idNumber: try identity(personalData),
            mobile: try input.mobile.value.map { try personalData.seal(phone: PhoneNumber(mobile: $0)) },
            address: try input.residenceAddress.value.map { try personalData.seal(address: $0) },
            regionCode: input.residenceRegion.value
        )
    }

    /// The number is of the form that the document asks for; left out, the document follows from the kind.
    private func identity(_ personalData: PersonalData) throws -> SealedValue? {
        guard let text = input.idNumber.value else { return nil }
        let document = input.idDocType.value ?? (input.kind == .naturalPerson ? .residentId : .uscc)
        guard document == .residentId else { return try personalData.seal(documentNumber: text) }
        return try personalData.seal(residentID: ResidentID(parsing: text, today: context.clock.today))
    }
}
