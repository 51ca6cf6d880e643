import PluginKit

/// The limits of materials, and whose they may be.
package enum MaterialRule {
    /// The longest document.
    package static let maxByteCount = 32 * 1024 * 1024
    /// How long a ticket may be used, in minutes.
    static let ticketMinutes = 10
    /// How long an upload may take once it has begun, scan included, in minutes.
    package static let receivingMinutes = 20
    /// Tickets that one person may hold unused.
    static let maximumTickets = 32
    /// Where the bytes go and come.
    package static let pathPrefix = "/materials/"

    /// Who may have to do with documents at all; each type's plugin says who of them.
    static let roles: Set<Role> = [
        .clerk, .handler, .divisionHead, .vicePresident, .president, .trialStaff, .inspector, .dpo, .archivist,
        .upperCourtReader,
    ]

    /// Mutations whose answer is a secret.
    static let mutations: Set = ["createMaterial", "downloadMaterial"]

    static func roles(for purpose: AccessPurpose) -> Set<Role> {
        switch purpose {
        case .handleMatter:
            [.clerk, .handler, .divisionHead, .vicePresident, .president, .trialStaff, .upperCourtReader]
        case .notifyPetitioner: [.clerk, .handler]
        case .legalAid: [.clerk, .handler, .divisionHead]
        case .termination: [.handler, .divisionHead, .vicePresident, .president, .upperCourtReader]
        case .archive: [.archivist, .clerk]
        case .inspection: [.inspector]
        case .rightsRequest, .securityIncident: [.dpo]
        }
    }
}
