package import CourtFormats
package import PluginKit

/// A letter as the register of petitions takes it in.
package struct IncomingPetition: Sendable {
    package let courtCode: CourtCode
    /// It came from another body (转办), not by itself (来信).
    package let isTransferred: Bool
    package let receivedOn: CalendarDate
    package let summary: String
    package let groupSize: Int
    /// An accusation, sealed from entry.
    package let isSealed: Bool
    package let senders: [IncomingPetitioner]

    package init(
        courtCode: CourtCode,
        isTransferred: Bool,
        receivedOn: CalendarDate,
        summary: String,
        groupSize: Int,
        isSealed: Bool,
        senders: [IncomingPetitioner]
    ) {
        self.courtCode = courtCode
        self.isTransferred = isTransferred
        self.receivedOn = receivedOn
        self.summary = summary
        self.groupSize = groupSize
        self.isSealed = isSealed
        self.senders = senders
    }
}

/// A sender, every value sealed already; `idNumber` is a resident's ID with a right check digit.
package struct IncomingPetitioner: Sendable {
    package let name: SealedValue?
    package let idNumber: SealedValue?
    package let mobile: SealedValue?
    package let address: SealedValue?
    package let regionCode: String?
    /// What is to be done where the number is on record under another name.
    package let doubt: IdentityDoubt

    package init(
        name: SealedValue?,
        idNumber: SealedValue?,
        mobile: SealedValue?,
        address: SealedValue?,
        regionCode: String?,
        doubt: IdentityDoubt = .noted
    ) {
        self.name = name
        self.idNumber = idNumber
        self.mobile = mobile
        self.address = address
        self.regionCode = regionCode
        self.doubt = doubt
    }
}

/// What becomes of an ID number that is on record under another name: it is never tied silently.
package enum IdentityDoubt: Sendable {
    /// Nobody can be asked, as with the rows of a file: entered apart, without the number, and listed for a clerk.
    case noted
    /// The caller is told (PETITIONER_NAME_DIFFERS at this place), and decides.
    case refused(at: InputPath)
    /// The caller says that it is this petitioner under another name, and why.
    case same(petitioner: Int64, kind: String, reason: String, at: InputPath)
}

/// The register of petitions (信访登记), offered by the dossiers plugin: every letter has exactly one registration.
package protocol PetitionRegistry: PluginService {
    /// Registers contacts, matching petitioners of the court by ID number, and answers their registrations' keys in order.
    func register(_ petitions: [IncomingPetition], in context: WriteContext) async throws -> [Int64]

    /// Seals a registration with its letter, and whoever is known from it, or takes the seal off; says whom it accuses.
    func seal(registration: Int64, _ isSealed: Bool, accused: [Int64], in context: WriteContext) async throws

    /// Says who handles what was registered; nil for nobody.
    func assign(registration: Int64, to staff: Int64?, in context: WriteContext) async throws

    /// Takes registrations to the state that what was registered is in, each change with an audit event.
    func follow(_ registrations: [Int64], to state: PetitionState, in context: WriteContext) async throws

    /// Puts a registration into a dossier of the court; an absent dossier: NOT_FOUND.
    func link(registration: Int64, toDossier dossier: Int64, court: String, in context: WriteContext) async throws
}

/// Where a registration is (登记状态), as far as what was registered takes it there.
package enum PetitionState: String, Hashable, Sendable, CaseIterable {
    case received = "RECEIVED"
    case screened = "SCREENED"
    case accepted = "ACCEPTED"
    case forwarded = "FORWARDED"
    case returned = "RETURNED"
    case merged = "MERGED"
    case handled = "HANDLED"
    case closed = "CLOSED"
    case reopened = "REOPENED"
    case voided = "VOIDED"
}
