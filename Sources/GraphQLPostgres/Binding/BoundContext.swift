package import Postgres

/// A `ReadContext` with the statements that tell of it, made once for all requests of a caller.
package final class BoundContext: Sendable {
    package let context: ReadContext

    /// Tells PostgreSQL's row security who is asking, for the session: see `SessionSettings`.
    package let session: SessionSettings
    private let told: [PostgresValue]

    package init(_ context: ReadContext) {
        self.context = context
        told = (context.settings + [CalendarText.text(days: context.today)]).map { PostgresValue($0) }
        session = SessionSettings(BoundStatement(statement: context.terms.sessionStatement, parameters: told))
    }

    /// Tells the database's functions who is writing, and on which day, until the transaction ends.
    package var writing: BoundStatement { BoundStatement(statement: context.terms.writingStatement, parameters: told) }

    /// Takes the reading role and tells row security who is asking, until the transaction ends.
    func transactionSettings(role: String) -> BoundStatement {
        BoundStatement(statement: context.terms.transactionStatement, parameters: told + [PostgresValue(role)])
    }

    /// Takes the reading role until the transaction ends, which was told who is asking when it began (`writing`).
    static func reading(as role: String) -> BoundStatement {
        BoundStatement(statement: readingStatement, parameters: [PostgresValue(role)])
    }

    private static let readingStatement = PreparedStatement(
        text: "SELECT set_config('role', $1, true)",
        parameterTypes: [PostgresType.text]
    )
}
