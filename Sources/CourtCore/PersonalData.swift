package import CourtFormats
package import FieldEncryption
import PluginKit

/// A personal value made ready to be stored: sealed, matched by keyed hash, and in the only form that is ever read.
package struct SealedValue: Sendable {
    package let masked: String
    package let cipher: [UInt8]
    /// Keyed hash of the value's one form for matching; equal values have equal hashes in every table.
    package let hash: [UInt8]
    /// The hash that a row of before names were folded has for the same name as it was written; nil where there is no other.
    package let formerHash: [UInt8]?
}

/// Seals and opens personal values with keys that the database does not hold.
package struct PersonalData: PluginService {
    private let keys: KeyRing

    package init(keys: KeyRing) { self.keys = keys }

    /// Seals a name (姓名 or 名称).
    ///
    /// Kept as it was written, matched by its one form (`foldedName`).
    package func seal(name: String) throws -> SealedValue {
        try seal(name, matchedAs: name.foldedName, masked: Masking.name(name), as: .name)
    }

    /// Seals a resident's ID number (公民身份号码).
    package func seal(residentID: ResidentID) throws -> SealedValue {
        try seal(residentID.text, masked: residentID.masked, as: .idNumber)
    }

    /// Seals another identity document's number, without the spaces and widths it was written with, masked but for its last
    /// four characters; matched by its letters and digits (`foldedDocumentNumber`).
    package func seal(documentNumber: String) throws -> SealedValue {
        let number = documentNumber.foldedNumber.uppercased()
        return try seal(
            number,
            matchedAs: documentNumber.foldedDocumentNumber,
            masked: Masking.organisationCode(number),
            as: .idNumber
        )
    }

    /// Seals a telephone number.
    package func seal(phone: PhoneNumber) throws -> SealedValue {
        try seal(phone.text, masked: phone.masked, as: .mobile)
    }

    /// Seals a landline number.
    package func seal(landline: LandlineNumber) throws -> SealedValue {
        try seal(landline.text, masked: landline.masked, as: .landline)
    }

    /// Seals an e-mail address, matched in lower case.
    package func seal(email: EmailAddress) throws -> SealedValue {
        try seal(email.text, matchedAs: email.text.lowercased(), masked: email.masked, as: .email)
    }

    /// Seals what a field said before it was amended, or what belongs to no other kind; never matched.
    package func seal(text: String) throws -> [UInt8] {
        try keys.seal(Array(text.utf8), context: Kind.text.rawValue)
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

    /// Seals a part of an uploaded file, which may hold any personal value, for its place.
    func seal(part: [UInt8], place: String) throws -> [UInt8] {
        try keys.seal(part, context: "core.upload_part \(place)")
    }

    /// Opens a part of an uploaded file.
    func open(part cipher: [UInt8], place: String) throws -> [UInt8] {
        try keys.open(cipher, context: "core.upload_part \(place)")
    }

    /// A keyed hash by which a file's value is compared with what was imported, and from which nobody guesses it.
    package func fingerprint(_ value: String, column: String) throws -> [UInt8] {
        Array(try keys.matchHash(value, context: "import \(column)").prefix(8))
    }

    /// A keyed hash of a query code (查询码), bound to the number of what it was given for: no other number's code has it.
    package func hash(queryCode: String, of number: String) throws -> [UInt8] {
        try keys.matchHash("\(number) \(queryCode)", context: "query code")
    }

    /// What a value is: bound to its seal, so that one cannot be read as another.
    package enum Kind: String, Sendable, CaseIterable {
        case name, idNumber, mobile, address, landline, email, text
    }

    private func seal(
        _ value: String,
        matchedAs form: String? = nil,
        masked: String,
        as kind: Kind
    ) throws -> SealedValue {
        let hash = try keys.matchHash(form ?? value, context: kind.rawValue)
        let former = try form == nil || form == value ? nil : keys.matchHash(value, context: kind.rawValue)
        return SealedValue(
            masked: masked,
            cipher: try keys.seal(Array(value.utf8), context: kind.rawValue),
            hash: hash,
            formerHash: former
        )
    }
}
