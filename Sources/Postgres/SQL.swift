/// A statement with its parameters, written as a string literal.
///
/// `"SELECT id FROM letters.letter WHERE no = \(no)"` sends `… WHERE no = $1` and binds `no`; a value never becomes part
/// of the text. Other statements nest: `"\(select) ORDER BY id"`.
public struct SQL: Sendable, Hashable {
    /// The literal text before, between and after the parameters: one more than there are parameters.
    private var literals: [String]
    /// The bound values, `$1` first.
    public private(set) var parameters: [PostgresValue]

    /// Joins statements or fragments.
    public init(joining parts: [SQL], separator: String = "") {
        literals = [""]
        parameters = []
        for (index, part) in parts.enumerated() {
            if index > 0 { append(separator) }
            append(part)
        }
    }

    /// A trusted text without parameters, made by the program.
    public init(raw text: String) {
        literals = [text]
        parameters = []
    }

    /// What is sent, with `$1`, `$2`, … in the places of the parameters.
    public var text: String {
        var text = literals.first ?? ""
        for index in parameters.indices { text += "$\(index + 1)\(literals[index + 1])" }
        return text
    }

    /// The statement to prepare and the values to bind.
    package var bound: BoundStatement {
        BoundStatement(
            statement: PreparedStatement(text: text, parameterTypes: parameters.map(\.typeOID)),
            parameters: parameters
        )
    }

    fileprivate mutating func append(_ text: String) { literals[literals.count - 1] += text }

    fileprivate mutating func append(_ value: PostgresValue) {
        parameters.append(value)
        literals.append("")
    }

    fileprivate mutating func append(_ other: SQL) {
        append(other.literals[0])
        for (index, parameter) in other.parameters.enumerated() {
            append(parameter)
            append(other.literals[index + 1])
        }
    }
}

extension SQL: ExpressibleByStringInterpolation {
    /// Collects literal text and parameters.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var sql = SQL(raw: "")

        /// Starts an empty statement.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Appends text from the program.
        public mutating func appendLiteral(_ literal: String) { sql.append(literal) }

        /// Binds a value.
        public mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value) {
            sql.append(PostgresValue(value))
        }

        /// Binds a value or NULL.
        public mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value?) {
            sql.append(PostgresValue(value))
        }

        /// Binds an encoded value.
        public mutating func appendInterpolation(_ value: PostgresValue) { sql.append(value) }

        /// Inserts a fragment with its parameters.
        public mutating func appendInterpolation(_ fragment: SQL) { sql.append(fragment) }

        /// Inserts text as it is: only for identifiers and keywords that the program itself wrote.
        public mutating func appendInterpolation(raw text: String) { sql.append(text) }

        /// Inserts a quoted identifier.
        public mutating func appendInterpolation(identifier name: String) {
            sql.append("\"\(name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\"")
        }
    }

    /// A statement without parameters.
    public init(stringLiteral text: String) { self.init(raw: text) }

    /// A statement with its parameters.
    public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.sql }
}

extension SQL: CustomStringConvertible {
    /// The text; the values stay out.
    public var description: String { text }
}
