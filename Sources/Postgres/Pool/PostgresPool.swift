/// Connections to one database, shared by all tasks.
package final class PostgresPool: Sendable {
    package init(configuration: PostgresConfiguration) {}

    /// Runs statements in one round trip with one Sync; one result each.
    ///
    /// They are one implicit transaction: a `set_config(…, true)` in the first is seen by the rest, and an error undoes all.
    /// `deadline` replaces the configuration's.
    package func pipeline(
        _ statements: [BoundStatement],
        deadline: Duration? = nil
    ) async throws(PostgresError) -> [ResultSet] {
        throw PostgresError(.connectionFailed, "")
    }

    /// Runs a query in a transaction of its own.
    package func query(_ sql: SQL) async throws(PostgresError) -> Rows { Rows(try await pipeline([sql.bound])[0]) }

    /// Runs a statement in a transaction of its own; returns the number of rows affected.
    @discardableResult
    package func execute(_ sql: SQL) async throws(PostgresError) -> Int {
        try await pipeline([sql.bound])[0].affectedRows
    }

    /// Runs a block in a transaction: committed on return, rolled back on throw.
    package func withTransaction<Value: Sendable>(
        isolation: TransactionIsolation = .readCommitted,
        readOnly: Bool = false,
        _ body: (Transaction) async throws -> Value
    ) async throws -> Value {
        throw PostgresError(.connectionFailed, "")
    }

    /// Runs a block that reads one snapshot of the database.
    package func withSnapshot<Value: Sendable>(_ body: (SnapshotConnection) async throws -> Value) async throws -> Value
    {
        throw PostgresError(.connectionFailed, "")
    }

    /// Asks the server for a sign of life.
    package func ping() async throws(PostgresError) { _ = try await query("SELECT 1") }

    package var statistics: PoolStatistics { PoolStatistics(open: 0, idle: 0, waiting: 0, statements: 0, pipelines: 0) }

    /// Ends all connections; who waits or comes later fails with `poolClosed`.
    package func close() async {}
}
