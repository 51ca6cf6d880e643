public import CourtFormats

/// The life of a row as one table: how it is made, from which state an action leads where, who may take it, what must hold,
/// and what the system does.
///
/// From it come the refusals, `availableActions`, permissions, the commands of its mutations, and its page in docs/.
public struct Workflow<Row: ChangedRow>: Sendable {
    /// A row of the table.
    public struct Transition: Sendable {
        /// What is done; nil where it follows by itself.
        public let act: Act<Row>?
        /// The mutation, or the name of what follows.
        public let action: String
        /// The audit event.
        public let event: String
        /// States it leaves.
        public let from: Set<Row.State>
        /// The state it reaches; nil for none other.
        public let to: Row.State?
        /// Roles that may take it; none where nobody takes it.
        public let roles: Set<Role>
        /// Who the actor must be to the row; all must admit.
        public let relations: [Relation<Row>]
        /// All must hold.
        public let guards: [Guard<Row>]
        /// Levels of court that act; any where it is empty.
        public let levels: Set<CourtCode.Level>
        /// The court that acts; the row's own as a rule.
        let court: @Sendable (Row) -> String?

        /// Whether nobody takes it: it follows from another row's change, an event or a timer.
        public var isFollowed: Bool { act == nil }
    }

    /// How a row comes to be.
    public struct Making: Sendable {
        /// The mutation.
        public let action: String
        /// The state in which it begins.
        public let state: Row.State
        /// Roles that may make it.
        public let roles: Set<Role>
        /// The audit event.
        public let event: String

        /// By a mutation of its own.
        public init(_ action: String, in state: Row.State, by roles: Set<Role>, event: String) {
            self.action = action
            self.state = state
            self.roles = roles
            self.event = event
        }
    }

    /// How its rows come to be.
    public let makings: [Making]
    /// The rows, in the order in which they are shown.
    public let transitions: [Transition]
    /// What is answered of a row: the mutation's payload.
    let payload: @Sendable (Int64) -> Payload
    /// What every change brings with it.
    let consequences: @Sendable (inout Change<Row>) async throws -> Void

    /// Creates a table.
    ///
    /// `consequences` sees each change after its decision, with the state that is reached, before it is written.
    public init(
        made makings: [Making] = [],
        _ transitions: [Transition],
        consequences: @escaping @Sendable (inout Change<Row>) async throws -> Void = { _ in },
        payload: @escaping @Sendable (Int64) -> any PayloadEncodable = { RowPayload(key: $0) }
    ) {
        self.makings = makings
        self.transitions = transitions
        self.consequences = consequences
        self.payload = { payload($0).payload }
    }
}

extension Workflow.Transition {
    /// An act that takes the row from any of these states to another.
    ///
    /// `court` answers the court that acts where it is not the row's own: the one to which a matter was reported.
    public static func take(
        _ act: Act<Row>,
        from: Set<Row.State>,
        to: Row.State?,
        by roles: Set<Role>,
        as relations: [Relation<Row>] = [],
        when guards: [Guard<Row>] = [],
        at levels: Set<CourtCode.Level> = [],
        in court: @escaping @Sendable (Row) -> String? = { $0.courtCode }
    ) -> Self {
        Self(
            act: act,
            action: act.name,
            event: act.event,
            from: from,
            to: to,
            roles: roles,
            relations: relations,
            guards: guards,
            levels: levels,
            court: court
        )
    }

    /// An act that leaves the row in its state.
    public static func stay(
        _ act: Act<Row>,
        in states: Set<Row.State>,
        by roles: Set<Role>,
        as relations: [Relation<Row>] = [],
        when guards: [Guard<Row>] = []
    ) -> Self {
        take(act, from: states, to: nil, by: roles, as: relations, when: guards)
    }

    /// What nobody does to this row: it follows from another row's change, an event or a timer.
    public static func follow(
        _ name: String,
        from: Set<Row.State>,
        to: Row.State?,
        event: String,
        when guards: [Guard<Row>] = []
    ) -> Self {
        Self(
            act: nil,
            action: name,
            event: event,
            from: from,
            to: to,
            roles: [],
            relations: [],
            guards: guards,
            levels: [],
            court: { $0.courtCode }
        )
    }
}

// What the table answers.
extension Workflow {
    /// The acts, each once, in the order of the table.
    public var acts: [Act<Row>] {
        var names: Set<String> = []
        return transitions.compactMap(\.act).filter { names.insert($0.name).inserted }
    }

    /// The rows of an action in a state that these roles at this court may take; ILLEGAL_TRANSITION (with `from`,
    /// `action`, `allowed`) or FORBIDDEN where there is none.
    func open(_ action: String, in state: Row.State, to principal: Principal) throws(DomainError) -> [Transition] {
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
        let permitted = candidates.filter { $0.isOpen(to: principal) }
        guard !permitted.isEmpty else { throw .forbidden }
        return permitted
    }

    /// Actions that lead out of a state, in the table's order.
    public func actions(in state: Row.State) -> [String] {
        var found: [String] = []
        for transition in transitions
        where transition.from.contains(state) && !transition.isFollowed && !found.contains(transition.action) {
            found.append(transition.action)
        }
        return found
    }

    /// Of several rows the first whose guards hold; else GUARD_FAILED with all that every row misses, each once, or the
    /// refusal that a guard brings of its own.
    public func choose(_ candidates: [Transition], _ subject: Subject<Row>) throws -> Transition {
        var unmet: [Guard<Row>] = []
        for transition in candidates {
            let failed = try transition.guards.filter { try !$0.holds(subject) }
            if failed.isEmpty { return transition }
            for missing in failed where !unmet.contains(where: { $0.name == missing.name }) { unmet.append(missing) }
        }
        if let refusal = unmet.lazy.compactMap(\.refusal).first { throw refusal }
        let missing = unmet.filter { $0.basis != .branch }
        throw DomainError.unmet((missing.isEmpty ? unmet : missing).map { ($0.name, $0.message) })
    }

    /// Whether the caller can do it to a row as it stands, with the right input: by state, role, record and relation.
    func offers(_ act: Act<Row>, _ subject: Subject<Row>) throws -> Bool {
        let row = subject.row
        let open = transitions.filter {
            $0.action == act.name && $0.from.contains(row.state) && $0.isOpen(to: subject.principal)
        }
        return try open.contains { transition in
            guard admits(act, row, subject.principal) == nil, transition.acts(on: row, subject.principal) else {
                return false
            }
            return try transition.relations.allSatisfy { try $0.refusal(subject) == nil }
                && transition.guards.allSatisfy { guarded in
                    try guarded.basis != .record || guarded.holds(subject)
                }
        }
    }

    /// NOT_FOUND to whoever may neither see the row nor knows of it for this act; nil admits.
    func admits(_ act: Act<Row>, _ row: Row, _ principal: Principal) -> DomainError? {
        principal.sees(row.visibility) || act.knows?(row, principal) == true ? nil : .absent(Row.keyField)
    }
}

extension Workflow.Transition {
    /// Whether these roles, at this level of court, may take it.
    func isOpen(to principal: Principal) -> Bool {
        guard !roles.isDisjoint(with: principal.roles) else { return false }
        return levels.isEmpty || principal.courtLevel.map(levels.contains) == true
    }

    /// Whether the caller's court is the one that acts.
    func acts(on row: Row, _ principal: Principal) -> Bool { court(row) == principal.courtCode }

    /// What is to be read for it.
    func facts(for input: (any Sendable)?) -> [any AnyFact] {
        relations.flatMap(\.facts) + guards.flatMap { $0.facts(for: input) }
    }
}

extension Principal {
    /// The level of its court, as the court's code says it; nil without a court.
    var courtLevel: CourtCode.Level? { (try? CourtCode(parsing: courtCode))?.level }
}

/// What is answered of a row where a mutation's type is the row's own.
public struct RowPayload: PayloadEncodable {
    let key: Int64

    /// The payload of a key.
    public init(key: Int64) { self.key = key }

    /// The row's key.
    public var payload: Payload { Payload(row: key) }
}
