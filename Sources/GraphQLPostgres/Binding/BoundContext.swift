package import Postgres

/// A `ReadContext` encoded once for all statements of a request, or of a caller.
package final class BoundContext: Sendable {
    package let context: ReadContext
    let courts: PostgresValue
    let courtCode: PostgresValue
    let staffID: PostgresValue
    let mayReadSealed: PostgresValue
    let seesOnlyAssigned: PostgresValue

    /// Tells PostgreSQL's row security who is asking, until the transaction ends.
    package let settings: BoundStatement

    package init(_ context: ReadContext) {
        self.context = context
        courts = PostgresValue(context.courts)
        courtCode = PostgresValue(context.courtCode)
        staffID = PostgresValue(context.staffID)
        mayReadSealed = PostgresValue(context.mayReadSealed)
        seesOnlyAssigned = PostgresValue(context.seesOnlyAssigned)
        settings = BoundStatement(
            statement: Self.settingsStatement,
            parameters: [
                PostgresValue(Self.arrayLiteral(context.courts)),
                PostgresValue(context.staffID.map(String.init) ?? ""),
                PostgresValue(context.mayReadSealed ? "on" : "off"),
                PostgresValue(context.seesOnlyAssigned ? "on" : "off"),
                PostgresValue(CalendarText.text(days: context.today)),
            ]
        )
    }

    private static let settingsStatement = PreparedStatement(
        text: """
            SELECT set_config('docket.courts', $1, true), set_config('docket.staff_id', $2, true), \
            set_config('docket.sealed', $3, true), set_config('docket.assigned_only', $4, true), \
            set_config('docket.today', $5, true)
            """,
        parameterTypes: Array(repeating: PostgresType.text, count: 5)
    )

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
