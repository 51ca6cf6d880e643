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

    /// Whoever handles a matter may look for its person, and so may a clerk who registers it: nothing clear is shown.
    static func rolesThatMatch(for purpose: AccessPurpose) -> Set<Role> {
        purpose == .handleMatter ? roles(for: purpose).union([.clerk]) : roles(for: purpose)
    }

    static var rolesThatMayMatch: Set<Role> {
        AccessPurpose.allCases.reduce(into: []) { $0.formUnion(rolesThatMatch(for: $1)) }
    }
}

extension DomainError.Code {
    static let purposeNotAllowed = Self("PURPOSE_NOT_ALLOWED")
    static let rateLimited = Self("RATE_LIMITED")
}
