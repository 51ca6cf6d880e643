import GraphQLExecution
import PluginKit
import Synchronization

/// Finds who a bearer token belongs to.
///
/// A known token costs no round trip for `timeToLive`, after which a revocation or a changed role is seen.
final class Authenticator: Sendable {
    private struct Entry: Sendable {
        let caller: Caller?
        let readAt: ContinuousClock.Instant
        /// How often callers had been forgotten when it was read.
        let epoch: Int
    }

    static let timeToLive: Duration = .seconds(5)

    private let tokens: TokenStore
    private let composition: Composition
    /// Whoever brings no token; nil where everyone must.
    private let anonymous: Caller?
    private let epoch = Atomic<Int>(0)
    private let cache = TwoGenerationCache<String, Entry>(generationSize: 1_000)

    init(tokens: TokenStore, composition: Composition, anonymousRole: Role? = nil) {
        self.tokens = tokens
        self.composition = composition
        anonymous = anonymousRole.map { role in
            Caller(principal: .anonymous(role), permissions: composition.permissions(of: [role]))
        }
    }

    /// Whether the token was valid when it was last looked up, however long ago, as far as is remembered.
    func knows(_ token: String?) -> Bool { token.flatMap { cache[$0] }?.caller != nil }

    /// The caller, nil for a token that is unknown, expired or revoked, and for none where everyone needs one.
    func caller(bearing token: String?) async throws -> Caller? {
        guard let token else { return anonymous }
        let epoch = epoch.load(ordering: .acquiring)
        if let entry = cache[token], entry.epoch == epoch, entry.readAt.duration(to: .now) < Self.timeToLive {
            return entry.caller
        }
        let principal = try await tokens.principal(bearing: token)
        let caller = principal.map { Caller(principal: $0, permissions: composition.permissions(of: $0.roles)) }
        // An unknown token is looked up each time: it must not push known ones out.
        if caller != nil { cache.insert(Entry(caller: caller, readAt: .now, epoch: epoch), for: token) }
        return caller
    }

    /// Looks every caller up again, those too that are being looked up.
    func forgetCallers() { epoch.add(1, ordering: .releasing) }
}

extension Principal {
    /// Of no court, so that it sees no court's rows; token 0 in the audit log, which no token has.
    fileprivate static func anonymous(_ role: Role) -> Principal {
        Principal(
            tokenID: 0,
            client: "anonymous",
            staffID: nil,
            courtCode: "",
            departmentCode: nil,
            roles: [role],
            readableCourts: []
        )
    }
}
