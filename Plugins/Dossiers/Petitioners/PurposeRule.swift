import CourtCore
import PluginKit

/// Which roles may ask for a clear value, and for what (domain rules of access).
enum PurposeRule {
    static func roles(for purpose: AccessPurpose) -> Set<Role> {
        switch purpose {
        case .handleMatter: [.handler, .divisionHead]
        case .notifyPetitioner: [.handler, .clerk]
        case .legalAid: [.handler]
        case .termination: [.handler, .vicePresident]
        case .archive: [.archivist]
        case .inspection: [.inspector]
        case .rightsRequest: [.dpo]
        case .securityIncident: [.dpo]
        }
    }

    static var rolesThatMayReveal: Set<Role> {
        AccessPurpose.allCases.reduce(into: []) { $0.formUnion(roles(for: $1)) }
    }

    /// Reveals of one member of staff in a day.
    static let dailyLimit = 50
}

extension DomainError.Code {
    static let purposeNotAllowed = Self("PURPOSE_NOT_ALLOWED")
    static let rateLimited = Self("RATE_LIMITED")
    static let petitionerExists = Self("PETITIONER_EXISTS")
}
