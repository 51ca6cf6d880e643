public import GraphQLLanguage
public import PluginKit

/// How a test takes the actions of a type's workflow: how a row is made, and for each action what its input says besides
/// key and version, as whom, and after what.
///
///     let steps = WorkflowSteps("Visit", made: { court in try await registered(court) }, [
///         "assignVisit": .init { desk in ["receiverId": .string(try await desk.court.staffID(of: .handler))] },
///         "recordHearing": .init(["words": "要求再审"], after: ["openRoom"]),
///     ])
public struct WorkflowSteps: Sendable {
    /// How one action is taken.
    public struct Step: Sendable {
        let input: @Sendable (Desk) async throws -> JSONValue
        let actor: (@Sendable (Desk) async throws -> Role)?
        let token: (@Sendable (Desk) async throws -> String)?
        let prerequisites: [String]
        let denied: [String: DemoPerson]
        let breaking: [String: @Sendable (Desk) async throws -> JSONValue]

        /// A step with an input of its own.
        ///
        /// - `after` names actions that the same state must have seen, such as a draft before it is submitted.
        /// - `actor` answers who takes it, where the first role of the table will not do.
        /// - `token` answers whose token takes it, where another court acts.
        /// - `denied` says, for a relation, whom it keeps out, where just anybody else of the court is not.
        /// - `breaking` answers, for a guard, an input that it refuses; it may change first what is on record.
        public init(
            after prerequisites: [String] = [],
            as actor: (@Sendable (Desk) async throws -> Role)? = nil,
            bearing token: (@Sendable (Desk) async throws -> String)? = nil,
            denied: [String: DemoPerson] = [:],
            breaking: [String: @Sendable (Desk) async throws -> JSONValue] = [:],
            input: @escaping @Sendable (Desk) async throws -> JSONValue
        ) {
            self.input = input
            self.actor = actor
            self.token = token
            self.prerequisites = prerequisites
            self.denied = denied
            self.breaking = breaking
        }

        /// The same with an input that is always the same.
        public init(
            _ input: JSONValue = [:],
            after prerequisites: [String] = [],
            as actor: (@Sendable (Desk) async throws -> Role)? = nil,
            bearing token: (@Sendable (Desk) async throws -> String)? = nil,
            denied: [String: DemoPerson] = [:],
            breaking: [String: @Sendable (Desk) async throws -> JSONValue] = [:]
        ) {
            self.init(after: prerequisites, as: actor, bearing: token, denied: denied, breaking: breaking) { _ in input
            }
        }
    }

    /// The type whose rows are carried: `Letter`.
    public let typeName: String
    let make: @Sendable (TestCourt) async throws -> String
    let waypoints: [String: String]
    let follows: [String: @Sendable (Desk) async throws -> Void]
    let steps: [String: Step]

    /// Creates steps; an action that is not named has an empty input.
    ///
    /// - `"closeLetter in TRANSFERRED"` names the step of an action in one state.
    /// - A way to a state is the shortest, unless `via` names a state that it leads by: `["CLOSED": "REPORTED"]`.
    /// - `follows` brings about what nobody does to the row: moves the clock, or changes the row that this one follows.
    public init(
        _ typeName: String,
        made make: @escaping @Sendable (TestCourt) async throws -> String,
        via waypoints: [String: String] = [:],
        follows: [String: @Sendable (Desk) async throws -> Void] = [:],
        _ steps: [String: Step] = [:]
    ) {
        self.typeName = typeName
        self.make = make
        self.waypoints = waypoints
        self.follows = follows
        self.steps = steps
    }

    func step(_ action: String, in state: String) -> Step { steps["\(action) in \(state)"] ?? steps[action] ?? Step() }
}
