import CourtFormats

/// A workflow as data, whatever its row: for permissions, documentation, and the tests of a plugin's contract.
public protocol AnyWorkflow: Sendable {
    /// `Letter`.
    var typeName: String { get }
    /// Its key in the inputs of its mutations: `letterId`.
    var keyField: String { get }
    /// The names of all states.
    var states: [String] { get }
    /// States in which a row begins.
    var initialStates: [String] { get }
    /// The table: how a row is made, then what can be done to it.
    var rows: [WorkflowRow] { get }
    /// A Mermaid `stateDiagram-v2`.
    var diagram: String { get }
    /// The documentation page: the diagram and the table, in Markdown.
    var page: String { get }
    /// The commands of its acts.
    var commands: [Command] { get }
    /// The resolver of `availableActions`.
    var availableActions: BatchResolver { get }
}

/// One row of a workflow's table as data.
public struct WorkflowRow: Hashable, Sendable {
    /// The mutation, or the name of what follows by itself.
    public let action: String
    /// States it leaves, in the order of their declaration; none where a row is made.
    public let from: [String]
    /// The state it reaches; nil where the row stays in its state.
    public let to: String?
    /// Roles that may take it.
    public let roles: Set<Role>
    /// Whether nobody takes it.
    public let isFollowed: Bool
    /// Names of who the actor must be to the row, and what that is in Chinese.
    public let relations: [Condition]
    /// What must hold.
    public let guards: [Condition]
    /// The audit event.
    public let event: String
    /// Whether other plugins and systems are told of it.
    public let isAnnounced: Bool
    /// Levels of court that act; any where it is empty.
    public let levels: [String]

    /// A guard or a relation.
    public struct Condition: Hashable, Sendable {
        /// `notPastDue`.
        public let name: String
        /// What is missing, or who must act, in Chinese.
        public let message: String
        /// `record`, `input`, `branch`, or `relation`.
        public let basis: String
    }

    /// Whether a row is made by it.
    public var isMaking: Bool { from.isEmpty }
}

extension Workflow: AnyWorkflow {
    /// `Letter`.
    public var typeName: String { Row.typeName }

    /// `letterId`.
    public var keyField: String { Row.keyField }

    /// The names of all states.
    public var states: [String] { Row.State.allCases.map(\.rawValue) }

    /// States in which a row begins.
    public var initialStates: [String] {
        var found: [String] = []
        for state in makings.map(\.state.rawValue) where !found.contains(state) { found.append(state) }
        return found
    }

    /// The table as data.
    public var rows: [WorkflowRow] {
        makings.map { making in
            WorkflowRow(
                action: making.action,
                from: [],
                to: making.state.rawValue,
                roles: making.roles,
                isFollowed: making.roles.isEmpty,
                relations: [],
                guards: [],
                event: making.event,
                isAnnounced: false,
                levels: []
            )
        } + transitions.map(\.described)
    }
}

extension Workflow.Transition {
    fileprivate var described: WorkflowRow {
        WorkflowRow(
            action: action,
            from: Row.State.allCases.filter(from.contains).map(\.rawValue),
            to: to?.rawValue,
            roles: roles,
            isFollowed: isFollowed,
            relations: relations.map { .init(name: $0.name, message: $0.meaning, basis: "relation") },
            guards: guards.map { .init(name: $0.name, message: $0.message, basis: $0.basis.rawValue) },
            event: event,
            isAnnounced: act?.isAnnounced == true,
            levels: levels.map(\.rawValue).sorted()
        )
    }
}
