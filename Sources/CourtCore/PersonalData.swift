package import CourtFormats
package import FieldEncryption
import PluginKit

/// A personal value made ready to be stored: sealed, matched by keyed hash, and in the only form that is ever read.
package struct SealedValue: Sendable {
    package let masked: String
    package let cipher: [UInt8]
    /// Keyed hash of the normalised value; equal values have equal hashes in every table.
    package let hash: [UInt8]
}

/// Seals and opens personal values with keys that the database does not hold.
package struct PersonalData: PluginService {
    private let keys: KeyRing

    package init(keys: KeyRing) { self.keys = keys }

    /// Seals a name (姓名 or 名称).
    package func seal(name: String) throws -> SealedValue { try seal(name, masked: Masking.name(name), as: .name) }

    /// Seals a resident's ID number (公民身份号码).
    package func seal(residentID: ResidentID) throws -> SealedValue {
        try seal(residentID.text, masked: residentID.masked, as: .idNumber)
    }

    /// Seals another identity document's number, masked but for its last four characters.
    package func seal(documentNumber: String) throws -> SealedValue {
        try seal(documentNumber, masked: Masking.organisationCode(documentNumber), as: .idNumber)
    }

    /// Seals a telephone number.
    package func seal(phone: PhoneNumber) throws -> SealedValue {
        try seal(phone.text, masked: phone.masked, as: .mobile)
    }

    /// Seals an address, masked to the county.
    package func seal(address: String) throws -> SealedValue {
        try seal(address, masked: Masking.address(address), as: .address)
    }

    /// Opens a sealed value.
    ///
    /// Only a logged reveal may.
    package func open(_ cipher: [UInt8], as kind: Kind) throws -> String {
        String(decoding: try keys.open(cipher, context: kind.rawValue), as: UTF8.self)
    }

    /// What a value is: bound to its seal, so that one cannot be read as another.
    package enum Kind: String, Sendable, CaseIterable {
        case name, idNumber, mobile, address
    }

    private func seal(_ value: String, masked: String, as kind: Kind) throws -> SealedValue {
        SealedValue(
            masked: masked,
            cipher: try keys.seal(Array(value.utf8), context: kind.rawValue),
            hash: try keys.matchHash(value, context: kind.rawValue)
        )
    }
}
