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
        let data = context.personalData
        // Left out, the document follows from the kind.
        let number = try input.idNumber.value.map { text in
            try IdentityDocument(text, type: input.idDocType.value, of: input.kind, in: context).number
        }
        return IncomingPetitioner(
            name: try input.name.value.map { try data.seal(name: $0) },
            idNumber: number,
            mobile: try input.mobile.value.map { try data.seal(phone: PhoneNumber(mobile: $0)) },
            address: try input.residenceAddress.value.map { try data.seal(address: $0) },
            regionCode: input.residenceRegion.value,
            doubt: doubt
        )
    }

    /// What the caller says of a number that is on record under another name.
    private var doubt: IdentityDoubt {
        guard let same = input.sameAs.value else { return .refused(at: InputPath(["input", "idNumber"])) }
        return same.doubt(at: InputPath(["input", "sameAs"]))
    }
}

extension SamePersonInput {
    /// As the register of petitioners takes it, from this place of an input.
    func doubt(at place: InputPath) -> IdentityDoubt {
        .same(
            petitioner: petitionerId.value,
            kind: kind.rawValue,
            reason: reason,
            at: place.appending("petitionerId")
        )
    }
}
