/// A state machine as a table: from which state an action leads where, who may take it, and what must hold.
public struct Workflow<State: RawRepresentable & Hashable & Sendable, Subject: Sendable>: Sendable
where State.RawValue == String {
    /// A condition with what is said when it does not hold.
    public struct Guard: Sendable {
        /// What a guard asks about.
        public enum Basis: Hashable, Sendable {
            /// What is on record: an action whose record says no is not offered.
            case record
            /// What the caller gives: another input may do.
            case input
            /// Which of an action's rows is meant; reported only when nothing else is missing.
            case branch
        }

        /// A stable name, listed in `extensions.unmet`.
        public let name: String
        /// What is missing, in Chinese.
        public let message: String
        /// What it asks about.
        public let basis: Basis
        let holds: @Sendable (Subject) -> Bool

        /// Creates a guard.
        public init(
            _ name: String,
            _ message: String,
            on basis: Basis = .record,
            holds: @escaping @Sendable (Subject) -> Bool
        ) {
            self.name = name
            self.message = message
            self.basis = basis
            self.holds = holds
        }
    }

    /// One row of the table.
    public struct Transition: Sendable {
        /// The mutation that takes it: `classifyLetter`.
        public let action: String
        /// States it leaves.
        public let from: Set<State>
        /// The state it reaches.
        public let to: State
        /// Roles that may take it; none where nobody takes it and it follows from another subject's change.
        public let roles: Set<Role>
        /// All must hold.
        public let guards: [Guard]
        /// It follows from a change of another subject (a duplicate closes with its root).
        public let isFollowed: Bool

        /// Creates a transition.
        public init(_ action: String, from: Set<State>, to: State, roles: Set<Role>, guards: [Guard] = []) {
            self.action = action
            self.from = from
            self.to = to
            self.roles = roles
            self.guards = guards
            isFollowed = false
        }

        /// Creates a transition that nobody takes: it follows from a change of another subject.
        public init(following action: String, from: Set<State>, to: State) {
            self.action = action
            self.from = from
            self.to = to
            roles = []
            guards = []
            isFollowed = true
        }
    }

    /// The rows, in the order in which they are shown.
    public let transitions: [Transition]

    /// Creates a workflow.
    public init(_ transitions: [Transition]) { self.transitions = transitions }

    /// Takes an action: answers the next state, or throws ILLEGAL_TRANSITION (with `from`, `action`, `allowed`),
    /// FORBIDDEN, or GUARD_FAILED (with `unmet`, each a name and a message).
    ///
    /// The first row whose guards hold is taken. When there is none, `unmet` has what every row misses, each once.
    public func next(_ action: String, from state: State, subject: Subject, roles: Set<Role>) throws(DomainError)
        -> State
    {
        let candidates = try rows(action, from: state, roles: roles)
        var unmet: [Guard] = []
        for transition in candidates {
            let failed = transition.guards.filter { !$0.holds(subject) }
            if failed.isEmpty { return transition.to }
            for missing in failed where !unmet.contains(where: { $0.name == missing.name }) { unmet.append(missing) }
        }
        let missing = unmet.filter { $0.basis != .branch }
        throw Self.failure(missing.isEmpty ? unmet : missing)
    }

    /// Throws ILLEGAL_TRANSITION or FORBIDDEN as `next` would, whatever the subject.
    public func require(_ action: String, from state: State, roles: Set<Role>) throws(DomainError) {
        _ = try rows(action, from: state, roles: roles)
    }

    /// The state to which a change of another subject takes this one; nil when the table has no such row.
    public func following(_ action: String, from state: State) -> State? {
        transitions.first { $0.isFollowed && $0.action == action && $0.from.contains(state) }?.to
    }

    /// Actions that lead out of a state, in table order; with `roles`, only those that these roles may take; with a
    /// `subject`, only those of which its record meets the guards, so that some input can succeed.
    public func actions(in state: State, roles: Set<Role>? = nil, subject: Subject? = nil) -> [String] {
        var found: [String] = []
        for transition in transitions
        where transition.from.contains(state) && !transition.isFollowed && !found.contains(transition.action) {
            if let roles, transition.roles.isDisjoint(with: roles) { continue }
            if let subject, transition.guards.contains(where: { $0.basis == .record && !$0.holds(subject) }) {
                continue
            }
            found.append(transition.action)
        }
        return found
    }

    private func rows(_ action: String, from state: State, roles: Set<Role>) throws(DomainError) -> [Transition] {
        let candidates = transitions.filter { $0.action == action && $0.from.contains(state) && !$0.isFollowed }
        guard !candidates.isEmpty else {
            throw DomainError(
                .illegalTransition,
                "当前状态不允许该操作",
                details: [
                    .init("from", .string(state.rawValue)),
                    .init("action", .string(action)),
                    .init("allowed", .list(actions(in: state).map { .string($0) })),
                ]
            )
        }
        let permitted = candidates.filter { !$0.roles.isDisjoint(with: roles) }
        guard !permitted.isEmpty else { throw DomainError(.forbidden, "无权限") }
        return permitted
    }

    private static func failure(_ unmet: [Guard]) -> DomainError {
        let listed: [InputObject.Value] = unmet.map { failed in
            .object([
                .init(name: "name", value: .string(failed.name)),
                .init(name: "message", value: .string(failed.message)),
            ])
        }
        return DomainError(
            .guardFailed,
            "不满足流转条件：" + unmet.map(\.message).joined(separator: "；"),
            details: [.init("unmet", .list(listed))]
        )
    }
}
