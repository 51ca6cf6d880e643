import CourtFormats
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
        /// The business date that it was read for: what is delegated is in force by days.
        let day: CalendarDate
        /// How often callers had been forgotten when it was read.
        let epoch: Int
    }

    private struct Refusal: Sendable {
        let readAt: ContinuousClock.Instant
        let epoch: Int
    }

    private struct LookUp: Hashable, Sendable {
        let token: String
        let day: CalendarDate
        let epoch: Int
    }

    /// How long a known token is not looked up again.
    static let timeToLive: Duration = .seconds(5)
    /// How long an unknown one is not.
    static let refusalTimeToLive: Duration = .seconds(2)

    private let tokens: TokenStore
    private let composition: Composition
    private let clock: ServerClock
    /// Whoever brings no token; nil where everyone must.
    private let anonymous: Caller?
    private let epoch = Atomic<Int>(0)
    private let known = TwoGenerationCache<String, Entry>(generationSize: 1_000)
    /// Apart, so that a flood of unknown tokens does not push known ones out.
    private let unknown = TwoGenerationCache<String, Refusal>(generationSize: 1_000)
    private let lookUps = Mutex<[LookUp: Task<Caller?, any Error>]>([:])

    init(tokens: TokenStore, composition: Composition, clock: ServerClock = .system, anonymousRole: Role? = nil) {
        self.tokens = tokens
        self.composition = composition
        self.clock = clock
        anonymous = anonymousRole.map { role in
            Caller(principal: .anonymous(role), permissions: composition.permissions(of: [role]))
        }
    }

    /// Whether the token was valid when it was last looked up, however long ago, as far as is remembered.
    func knows(_ token: String?) -> Bool {
        guard let token, let entry = known[token] else { return false }
        return unknown[token].map { $0.readAt < entry.readAt } ?? true
    }

    /// The caller, nil for a token that is unknown, expired or revoked, and for none where everyone needs one.
    func caller(bearing token: String?) async throws -> Caller? {
        guard let token else { return anonymous }
        let epoch = epoch.load(ordering: .acquiring)
        let day = clock.read().today
        if let entry = known[token], entry.epoch == epoch, entry.day == day,
            entry.readAt.duration(to: .now) < Self.timeToLive
        {
            return entry.caller
        }
        guard TokenStore.isSecret(token) else { return nil }
        if let refusal = unknown[token], refusal.epoch == epoch,
            refusal.readAt.duration(to: .now) < Self.refusalTimeToLive
        {
            return nil
        }
        return try await task(for: LookUp(token: token, day: day, epoch: epoch)).value
    }

    /// The look-up of a token that is under way, or a new one: of its own, so that no caller's end is the others'.
    private func task(for lookUp: LookUp) -> Task<Caller?, any Error> {
        lookUps.withLock { lookUps in
            if let underWay = lookUps[lookUp] { return underWay }
            let task = Task { [self] in try await read(lookUp) }
            lookUps[lookUp] = task
            return task
        }
    }

    private func read(_ lookUp: LookUp) async throws -> Caller? {
        defer { lookUps.withLock { _ = $0.removeValue(forKey: lookUp) } }
        // Taken before the answer: what changes while it travels is seen in time.
        let readAt = ContinuousClock.now
        guard let principal = try await tokens.principal(bearing: lookUp.token, on: lookUp.day) else {
            unknown.insert(Refusal(readAt: readAt, epoch: lookUp.epoch), for: lookUp.token)
            return nil
        }
        let caller = Caller(principal: principal, permissions: composition.permissions(of: principal.roles))
        known.insert(
            Entry(caller: caller, readAt: readAt, day: lookUp.day, epoch: lookUp.epoch),
            for: lookUp.token
        )
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
