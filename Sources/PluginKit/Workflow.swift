/// A state machine as a table: from which state an action leads where, who may take it, and what must hold.
public struct Workflow<State: RawRepresentable & Hashable & Sendable, Subject: Sendable>: Sendable
where State.RawValue == String {
    /// A condition with what is said when it does not hold.
    public struct Guard: Sendable {
        /// A stable name, listed in `extensions.unmet`.
        public let name: String
        /// What is missing, in Chinese.
        public let message: String
        let holds: @Sendable (Subject) -> Bool

        /// Creates a guard.
        public init(_ name: String, _ message: String, holds: @escaping @Sendable (Subject) -> Bool) {
            self.name = name
            self.message = message
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
        /// Roles that may take it.
        public let roles: Set<Role>
        /// All must hold.
        public let guards: [Guard]

        /// Creates a transition.
        public init(_ action: String, from: Set<State>, to: State, roles: Set<Role>, guards: [Guard] = []) {
            self.action = action
            self.from = from
            self.to = to
            self.roles = roles
            self.guards = guards
        }
    }

    /// The rows, in the order in which they are shown.
    public let transitions: [Transition]

    /// Creates a workflow.
    public init(_ transitions: [Transition]) { self.transitions = transitions }

    /// Takes an action: answers the next state, or throws ILLEGAL_TRANSITION (with `from`, `action`, `allowed`),
    /// FORBIDDEN, or GUARD_FAILED (with `unmet`, each a name and a message).
    public func next(_ action: String, from state: State, subject: Subject, roles: Set<Role>) throws(DomainError)
        -> State
    {
        let candidates = transitions.filter { $0.action == action && $0.from.contains(state) }
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
        var unmet: [Guard] = []
        for transition in permitted {
            unmet = transition.guards.filter { !$0.holds(subject) }
            if unmet.isEmpty { return transition.to }
        }
        let listed: [InputObject.Value] = unmet.map { failed in
            .object([
                .init(name: "name", value: .string(failed.name)),
                .init(name: "message", value: .string(failed.message)),
            ])
        }
        throw DomainError(
            .guardFailed,
            "不满足流转条件：" + unmet.map(\.message).joined(separator: "；"),
            details: [.init("unmet", .list(listed))]
        )
    }

    /// Actions that lead out of a state, in table order; with `roles`, only those that these roles may take.
    public func actions(in state: State, roles: Set<Role>? = nil) -> [String] {
        var found: [String] = []
        for transition in transitions where transition.from.contains(state) && !found.contains(transition.action) {
            if let roles, transition.roles.isDisjoint(with: roles) { continue }
            found.append(transition.action)
        }
        return found
    }
}
