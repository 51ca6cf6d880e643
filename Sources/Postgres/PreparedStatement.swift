/// A statement's text and parameter types: what a connection prepares once, under a name of its own.
package struct PreparedStatement: Sendable, Hashable {
    package let text: String
    /// One object id per parameter; 0, or none at all, lets the server infer it.
    package let parameterTypes: [UInt32]
    /// Computed once, so that finding a long statement in a connection's cache does not read its text.
    private let textHash: Int

    package init(text: String, parameterTypes: [UInt32] = []) {
        self.text = text
        self.parameterTypes = parameterTypes
        textHash = text.hashValue
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(textHash) }
}

/// A prepared statement and the values of one execution.
package struct BoundStatement: Sendable, Hashable {
    package let statement: PreparedStatement
    package let parameters: [PostgresValue]

    package init(statement: PreparedStatement, parameters: [PostgresValue] = []) {
        self.statement = statement
        self.parameters = parameters
    }

    /// A statement of the program's own without parameters, such as `COMMIT`.
    init(_ text: String) { self.init(statement: PreparedStatement(text: text)) }
}
