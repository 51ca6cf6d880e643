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
    static let purposeRequired = Self("PURPOSE_REQUIRED")
    static let purposeNotAllowed = Self("PURPOSE_NOT_ALLOWED")
    static let rateLimited = Self("RATE_LIMITED")
    static let nameRequired = Self("NAME_REQUIRED")
    static let anonymousWithName = Self("ANONYMOUS_WITH_NAME")
    static let petitionerExists = Self("PETITIONER_EXISTS")
    static let caseNoDuplicate = Self("CASE_NO_DUPLICATE")
    static let personalDataInText = Self("PII_IN_TEXT")
    static let idDocTypeMismatch = Self("ID_DOC_TYPE_MISMATCH")
}
