package import GraphQLLanguage
import Postgres

/// What whoever composes a schema knows of callers, and the words by which rows are hidden from them.
///
/// The engine knows that a caller brings values, that a directive makes a type's condition of them, and that PostgreSQL's row
/// security is told the same values. What any of them means, it does not know.
package final class CallerTerms: Sendable {
    /// One value that every caller has.
    package struct Value: Sendable {
        let type: ColumnType
        /// The setting by which row security is told the value; nil where it is not told.
        let setting: String?
        /// Whether PostgreSQL plans a statement without looking at it, so that one plan serves all callers.
        let isHidden: Bool

        /// Describes a value of a PostgreSQL type that columns may have.
        package init(typeOID: UInt32, setting: String? = nil, isHidden: Bool = false) {
            guard let type = ColumnType(oid: typeOID) else {
                preconditionFailure("a caller's value is of a type that columns may have")
            }
            self.type = type
            self.setting = setting
            self.isHidden = isHidden
        }
    }

    /// An argument of @rows and @lookup that names a column which must equal a value of the caller.
    package struct Own: Sendable {
        let argument: String
        /// Position in `values`.
        let value: Int

        package init(argument: String, value: Int) {
            self.argument = argument
            self.value = value
        }
    }

    package let values: [Value]
    package let own: [Own]
    /// The directive's name, without the @.
    package let directive: String
    /// The directive's definition.
    package let sdl: String
    private let read: @Sendable (Directive) -> RowConditionReading
    let sessionStatement: PreparedStatement
    let writingStatement: PreparedStatement
    let transactionStatement: PreparedStatement

    /// Names the words.
    ///
    /// `read` makes a condition of one use of the directive. The arguments `with` and `columns`, where the directive has them,
    /// are the engine's: the row is seen where another one is.
    package init(
        values: [Value],
        own: [Own] = [],
        directive: String,
        sdl: String,
        read: @escaping @Sendable (Directive) -> RowConditionReading
    ) {
        self.values = values
        self.own = own
        self.directive = directive
        self.sdl = sdl
        self.read = read
        let settings = values.compactMap(\.setting) + ["docket.today"]
        func told(isLocal: Bool) -> String {
            settings.enumerated().map { "set_config('\($1)', $\($0 + 1), \(isLocal))" }.joined(separator: ", ")
        }
        func statement(_ text: String, _ count: Int) -> PreparedStatement {
            PreparedStatement(text: text, parameterTypes: Array(repeating: PostgresType.text, count: count))
        }
        sessionStatement = statement("SELECT \(told(isLocal: false))", settings.count)
        writingStatement = statement("SELECT \(told(isLocal: true))", settings.count)
        transactionStatement = statement(
            "SELECT set_config('role', $\(settings.count + 1), true), \(told(isLocal: true))",
            settings.count + 1
        )
    }

    func condition(_ directive: Directive) -> RowConditionReading { read(directive) }
}

/// What one use of the directive says, and what is wrong with it.
package struct RowConditionReading: Sendable {
    package let condition: (any RowCondition)?
    /// Each goes on after "@directive of Type": `names no column`.
    package let faults: [String]

    package init(_ condition: (any RowCondition)?, faults: [String] = []) {
        self.condition = condition
        self.faults = faults
    }
}
