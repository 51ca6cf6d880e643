/// A connection that reads one snapshot of the database, however many round trips that takes.
///
/// `BEGIN` travels with the first pipeline and `COMMIT` with the last, so they cost no round trip of their own.
package final class SnapshotConnection: Sendable {
    /// Runs statements in one round trip; one result each. `isLast` ends the snapshot.
    package func pipeline(
        _ statements: [BoundStatement],
        isLast: Bool = false,
        deadline: Duration? = nil
    ) async throws(PostgresError) -> [ResultSet] {
        throw PostgresError(.connectionFailed, "")
    }
}
