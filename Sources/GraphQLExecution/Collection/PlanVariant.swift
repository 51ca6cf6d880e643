import GraphQLLanguage

/// Which of an operation's plans a request needs: the states of the variables that decide what is selected or which
/// default applies.
///
/// Part of a plan cache's key.
package struct PlanVariant: Hashable, Sendable {
    package enum State: UInt8, Hashable, Sendable {
        case absent, null, isFalse, isTrue, value
    }

    /// In order of `OperationSelection.decidingVariables`.
    package let states: [State]

    package init(states: [State]) { self.states = states }

    /// The variant of an operation without deciding variables.
    package static let unconditional = PlanVariant(states: [])
}

extension PlanVariant.State {
    init(_ value: JSONValue?) {
        self =
            switch value {
            case nil: .absent
            case .null: .null
            case .boolean(let value): value ? .isTrue : .isFalse
            default: .value
            }
    }
}
