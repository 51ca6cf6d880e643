import Synchronization

/// A connection that reads one snapshot of the database, however many round trips that takes.
///
/// `BEGIN` travels with the first pipeline and `COMMIT` with the last, so they cost no round trip of their own.
package final class SnapshotConnection: Sendable {
    private enum Phase {
        /// → open, ended
        case fresh
        /// → ended
        case open
        case ended
    }

    private let connection: Connection
    private let leases: ConnectionLeases
    private let statementDeadline: Duration?
    private let phase = Mutex(Phase.fresh)

    init(_ connection: Connection, statementDeadline: Duration?, leases: ConnectionLeases) {
        self.connection = connection
        self.leases = leases
        self.statementDeadline = statementDeadline
    }

    /// Runs statements in one round trip; one result each.
    ///
    /// `isLast` ends the snapshot. With `settings`, the session has these when the first statement runs.
    package func pipeline(
        _ statements: [BoundStatement],
        under settings: SessionSettings? = nil,
        isLast: Bool = false,
        deadline: Duration? = nil
    ) async throws(PostgresError) -> [ResultSet] {
        let begins = try phase.withLock { phase throws(PostgresError) in
            guard phase != .ended else {
                throw PostgresError(
                    .transactionFinished,
                    "The snapshot has ended; a statement cannot run in it any more."
                )
            }
            defer { phase = isLast ? .ended : .open }
            return phase == .fresh
        }
        let all = (begins ? [Self.begin] : []) + statements + (isLast ? [Self.commit] : [])
        let results = try await leases.counting { () async throws(PostgresError) in
            try await run(all, settings, mayRepeat: begins, deadline: deadline ?? statementDeadline)
        }
        leases.record(statementCount: results.count)
        return Array(results[(begins ? 1 : 0)..<(begins ? 1 : 0) + statements.count])
    }

    /// Ends the snapshot if a pipeline has not.
    func end() async {
        phase.withLock { $0 = .ended }
        guard connection.transactionStatus != .none, !connection.isClosed else { return }
        connection.forgetSettings()
        // A failure leaves the transaction open, and a connection that comes back so is closed.
        _ = try? await connection.run(.pipeline([Self.rollback]), deadline: .seconds(5), isCancellable: false)
    }

    /// Nothing has been read before the first pipeline, so that a stale plan in it can be made anew.
    private func run(
        _ statements: [BoundStatement],
        _ settings: SessionSettings?,
        mayRepeat: Bool,
        deadline: Duration?
    ) async throws(PostgresError) -> [ResultSet] {
        // Where BEGIN goes first, the settings come after it.
        let position = mayRepeat ? 1 : 0
        do throws(PostgresError) {
            return try await connection.run(statements, under: settings, at: position, deadline: deadline)
        } catch {
            guard mayRepeat, error.isStalePlan else { throw error }
            _ = try await connection.run(.pipeline([Self.rollback]), deadline: deadline)
            return try await connection.run(statements, under: settings, at: position, deadline: deadline)
        }
    }

    private static let begin = TransactionIsolation.repeatableRead.begin(readOnly: true)
    private static let commit = BoundStatement("COMMIT")
    private static let rollback = BoundStatement("ROLLBACK")
}
