import GraphQLExecution
import GraphQLLanguage

/// A value that the request brings, and what it does in the statement.
struct FilterSlot: Sendable {
    enum Test: Sendable {
        case column(String, FilterOperator)
        case function(QualifiedName)
        /// An argument of the set-returning function that is read.
        case argument(String)
    }

    let value: ArgumentSource
    let test: Test
    let type: ColumnType
    /// Always in the statement; without a value it is compared with NULL, which no row equals.
    let isRequired: Bool

    /// What the value makes of the statement's text.
    enum State: UInt8, Sendable {
        case absent, null, value, isFalse
    }

    func state(_ value: JSONValue?) -> State {
        if isRequired { return .value }
        switch value {
        case nil: return .absent
        case .null: return .null
        case .boolean(false):
            switch test {
            case .function, .column(_, .present): return .isFalse
            default: return .value
            }
        default: return .value
        }
    }
}

/// Where a value stands in a field's arguments.
struct ArgumentSource: Sendable {
    let expression: ArgumentExpression
    /// A member of the input object that the expression is.
    let member: String?

    init(_ expression: ArgumentExpression, member: String? = nil) {
        self.expression = expression
        self.member = member
    }

    func value(_ variables: CoercedVariables) -> JSONValue? {
        guard let member else { return expression.value(variables) }
        if case .object(let members) = expression {
            return members.first { $0.name == member }?.value.value(variables)
        }
        return expression.value(variables)?[member]
    }
}
