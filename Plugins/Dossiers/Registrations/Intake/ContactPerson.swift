import CourtCore
import CourtFormats
import PluginKit

/// Seals the values of whoever came, so that they can be matched and stored.
struct ContactPerson {
    private let personalData: PersonalData
    private let today: CalendarDate

    init(_ context: WriteContext) {
        guard let personalData = context.service(PersonalData.self) else {
            preconditionFailure("the core offers PersonalData to every command")
        }
        self.personalData = personalData
        today = context.clock.today
    }

    /// A petitioner at a place of the input; an ID number that is known under another name is told there.
    func sealed(_ input: ContactPetitionerInput, at place: Int) throws -> IncomingPetitioner {
        IncomingPetitioner(
            name: try input.name.value.map { try personalData.seal(name: $0) },
            idNumber: try input.idNumber.value.map {
                try personalData.seal(residentID: ResidentID(parsing: $0, today: today))
            },
            mobile: try mobile(input.mobile.value),
            address: try input.address.value.map { try personalData.seal(address: $0) },
            regionCode: input.regionCode.value,
            doubt: .refused(at: .input(["newPetitioners", String(place), "idNumber"]))
        )
    }

    /// A representative's name and mobile number; the rules of the input have asked for the name.
    func sealed(_ input: ContactRepresentativeInput) throws -> (name: SealedValue, mobile: SealedValue?) {
        (try personalData.seal(name: input.name.value ?? ""), try mobile(input.mobile.value))
    }

    func hash(_ code: QueryCode, of number: String) throws -> [UInt8] { try code.hash(of: number, personalData) }

    private func mobile(_ text: String?) throws -> SealedValue? {
        try text.map { try personalData.seal(phone: PhoneNumber(mobile: $0)) }
    }
}
