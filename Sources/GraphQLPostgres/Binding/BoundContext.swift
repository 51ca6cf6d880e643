package import Postgres

/// A `ReadContext` encoded once for all statements of a request, or of a caller.
package final class BoundContext: Sendable {
    package let context: ReadContext
    let courts: PostgresValue
    let courtCode: PostgresValue
    let staffID: PostgresValue
    let recusedFrom: PostgresValue
    let mayReadSealed: PostgresValue
    let seesOnlyAssigned: PostgresValue

    /// Tells PostgreSQL's row security who is asking, for the session: see `SessionSettings`.
    package let session: SessionSettings
    private let values: [PostgresValue]

    package init(_ context: ReadContext) {
        self.context = context
        courts = PostgresValue(context.courts)
        courtCode = PostgresValue(context.courtCode)
        staffID = PostgresValue(context.staffID)
        recusedFrom = PostgresValue(context.recusedFrom)
        mayReadSealed = PostgresValue(context.mayReadSealed)
        seesOnlyAssigned = PostgresValue(context.seesOnlyAssigned)
        values = [
            PostgresValue(Self.arrayLiteral(context.courts)),
            PostgresValue(context.staffID.map(String.init) ?? ""),
            PostgresValue(context.mayReadSealed ? "on" : "off"),
            PostgresValue(context.seesOnlyAssigned ? "on" : "off"),
            PostgresValue(CalendarText.text(days: context.today)),
            PostgresValue("{\(context.recusedFrom.map(String.init).joined(separator: ","))}"),
        ]
        session = SessionSettings(BoundStatement(statement: Self.sessionStatement, parameters: values))
    }

    /// Tells the functions of `core` who is writing, and on which day, until the transaction ends.
    package var writing: BoundStatement { BoundStatement(statement: Self.writingStatement, parameters: values) }

    /// Takes the reading role and tells row security who is asking, until the transaction ends.
    func transactionSettings(role: String) -> BoundStatement {
        BoundStatement(statement: Self.transactionStatement, parameters: values + [PostgresValue(role)])
    }

    /// Takes the reading role until the transaction ends, which was told who is asking when it began (`writing`).
    static func reading(as role: String) -> BoundStatement {
        BoundStatement(statement: readingStatement, parameters: [PostgresValue(role)])
    }

    private static let readingStatement = PreparedStatement(
        text: "SELECT set_config('role', $1, true)",
        parameterTypes: [PostgresType.text]
    )

    private static let sessionStatement = PreparedStatement(
        text: "SELECT \(settings(isLocal: false))",
        parameterTypes: Array(repeating: PostgresType.text, count: 6)
    )

    private static let writingStatement = PreparedStatement(
        text: "SELECT \(settings(isLocal: true))",
        parameterTypes: Array(repeating: PostgresType.text, count: 6)
    )

    private static let transactionStatement = PreparedStatement(
        text: "SELECT set_config('role', $7, true), \(settings(isLocal: true))",
        parameterTypes: Array(repeating: PostgresType.text, count: 7)
    )

    private static func settings(isLocal: Bool) -> String {
        ["courts", "staff_id", "sealed", "assigned_only", "today", "recused_from"].enumerated()
            .map { "set_config('docket.\($1)', $\($0 + 1), \(isLocal))" }.joined(separator: ", ")
    }

    /// A text array as a literal (PostgreSQL, Array Input and Output Syntax): `{"晋03","晋0302"}`.
    private static func arrayLiteral(_ items: [String]) -> String {
        var text = "{"
        for (index, item) in items.enumerated() {
            text += index == 0 ? "\"" : ",\""
            for character in item {
                if character == "\"" || character == "\\" { text.append("\\") }
                text.append(character)
            }
            text += "\""
        }
        return text + "}"
    }
}
