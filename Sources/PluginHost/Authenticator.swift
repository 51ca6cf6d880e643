import GraphQLExecution
import PluginKit
import Synchronization

/// Finds who a bearer token belongs to.
///
/// A token costs no round trip for a while after it was looked up, known or not; a revocation, a changed role or a new token is
/// seen after that. Requests that ask for one token at the same time ask once.
final class Authenticator: Sendable {
    private struct Entry: Sendable {
        let caller: Caller
        let readAt: ContinuousClock.Instant
    }

    /// How long a known token is not looked up again.
    static let timeToLive: Duration = .seconds(5)
    /// How long an unknown one is not.
    static let refusalTimeToLive: Duration = .seconds(2)

    private let tokens: TokenStore
    private let composition: Composition
    /// Whoever brings no token; nil where everyone must.
    private let anonymous: Caller?
    private let known = TwoGenerationCache<String, Entry>(generationSize: 1_000)
    /// Apart, so that a flood of unknown tokens does not push known ones out.
    private let unknown = TwoGenerationCache<String, ContinuousClock.Instant>(generationSize: 1_000)
    private let lookUps = Mutex<[String: Task<Caller?, any Error>]>([:])

    init(tokens: TokenStore, composition: Composition, anonymousRole: Role? = nil) {
        self.tokens = tokens
        self.composition = composition
        anonymous = anonymousRole.map { role in
            Caller(principal: .anonymous(role), permissions: composition.permissions(of: [role]))
        }
    }

    /// The caller, nil for a token that is unknown, expired or revoked, and for none where everyone needs one.
    func caller(bearing token: String?) async throws -> Caller? {
        guard let token else { return anonymous }
        if let entry = known[token], entry.readAt.duration(to: .now) < Self.timeToLive { return entry.caller }
        guard TokenStore.isSecret(token) else { return nil }
        if let refusedAt = unknown[token], refusedAt.duration(to: .now) < Self.refusalTimeToLive { return nil }
        return try await lookUp(token).value
    }

    /// The look-up of a token that is under way, or a new one: of its own, so that no caller's end is the others'.
    private func lookUp(_ token: String) -> Task<Caller?, any Error> {
        lookUps.withLock { lookUps in
            if let underWay = lookUps[token] { return underWay }
            let task = Task { [self] in try await read(token) }
            lookUps[token] = task
            return task
        }
    }

    private func read(_ token: String) async throws -> Caller? {
        defer { lookUps.withLock { _ = $0.removeValue(forKey: token) } }
        // Taken before the answer: what changes while it travels is seen in time.
        let readAt = ContinuousClock.now
        guard let principal = try await tokens.principal(bearing: token) else {
            unknown.insert(readAt, for: token)
            return nil
        }
        let caller = Caller(principal: principal, permissions: composition.permissions(of: principal.roles))
        known.insert(Entry(caller: caller, readAt: readAt), for: token)
        return caller
    }
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
