/// Connections to one database, shared by all tasks.
package final class PostgresPool: Sendable {
    package let configuration: PostgresConfiguration
    private let leases: ConnectionLeases

    /// Creates a pool.
    ///
    /// Connections are made when they are needed. They wait on the reactor, which must outlive the pool; without one, on a
    /// thread of the pool's own.
    package init(configuration: PostgresConfiguration, reactor: Reactor? = nil) {
        self.configuration = configuration
        leases = ConnectionLeases(configuration: configuration, reactor: reactor)
    }

    deinit { leases.shutDown() }

    /// Runs statements in one round trip with one Sync; one result each.
    ///
    /// They are one implicit transaction: a `set_config(…, true)` in the first is seen by the rest, and an error undoes all.
    /// `deadline` replaces the configuration's. With `settings`, the session has these when the first statement runs.
    package func pipeline(
        _ statements: [BoundStatement],
        under settings: SessionSettings? = nil,
        deadline: Duration? = nil
    ) async throws(PostgresError) -> [ResultSet] {
        let deadline = deadline ?? configuration.statementDeadline
        if configuration.readsOneSnapshot {
            let results = try await shared(statements, under: settings, deadline: deadline)
            if let results { return results }
        }
        return try await withConnection { (connection) async throws(PostgresError) in
            try await connection.run(statements, under: settings, deadline: deadline)
        }
    }

    /// When the database last refused to write anything here (`PostgresError.isStorageRefusal`).
    package var storageRefusedAt: ContinuousClock.Instant? { leases.storageRefusedAt }

    /// Reads on a connection that others read on at the same time; nil where that cannot be, or has to be done again.
    private func shared(
        _ statements: [BoundStatement],
        under settings: SessionSettings?,
        deadline: Duration?
    ) async throws(PostgresError) -> [ResultSet]? {
        guard let connection = leases.share(under: settings) else { return nil }
        do throws(PostgresError) {
            let results: [ResultSet]
            if connection.has(settings) {
                results = try await connection.runShared(statements, under: settings, deadline: deadline)
            } else {
                results = try await connection.run(statements, under: settings, deadline: deadline)
            }
            leases.endSharing(connection, statementCount: results.count)
            return results
        } catch {
            leases.endSharing(connection, statementCount: 0)
            guard error.isStalePlan || error.code == .connectionBusy || isRepeatable(error) else { throw error }
            return nil
        }
    }

    /// Runs a query in a transaction of its own.
    package func query(_ sql: SQL) async throws(PostgresError) -> Rows { Rows(try await pipeline([sql.bound])[0]) }

    /// Runs a statement in a transaction of its own; returns the number of rows affected.
    @discardableResult
    package func execute(_ sql: SQL) async throws(PostgresError) -> Int {
        try await pipeline([sql.bound])[0].affectedRows
    }

    /// Runs a script of several statements without parameters, in one implicit transaction.
    ///
    /// Only the server's own `statement_timeout` limits it.
    package func execute(script: String) async throws(PostgresError) {
        _ = try await withConnection { (connection) async throws(PostgresError) in
            try await connection.run(.script(script), deadline: nil)
        }
    }

    /// Runs a block in a transaction: committed on return, rolled back on throw.
    ///
    /// `BEGIN` travels with the first statement, and so does what `opening` says of the transaction, such as
    /// `set_config(…, true)`; a block that runs none costs nothing.
    @discardableResult
    package func withTransaction<Value: Sendable>(
        isolation: TransactionIsolation = .readCommitted,
        readOnly: Bool = false,
        opening: [BoundStatement] = [],
        _ body: (Transaction) async throws -> Value
    ) async throws -> Value {
        let connection = try await leases.lease()
        let transaction = Transaction(
            connection,
            opening: [isolation.begin(readOnly: readOnly)] + opening,
            statementDeadline: configuration.statementDeadline,
            leases: leases
        )
        do {
            let value = try await body(transaction)
            try await transaction.commit()
            leases.release(connection)
            return value
        } catch {
            await transaction.rollback()
            leases.release(connection)
            throw transaction.refusal ?? error
        }
    }

    /// Runs a block that reads one snapshot of the database.
    @discardableResult
    package func withSnapshot<Value: Sendable>(_ body: (SnapshotConnection) async throws -> Value) async throws -> Value
    {
        let connection = try await leases.lease()
        let snapshot = SnapshotConnection(
            connection,
            statementDeadline: configuration.statementDeadline,
            leases: leases
        )
        do {
            let value = try await body(snapshot)
            await snapshot.end()
            leases.release(connection)
            return value
        } catch {
            await snapshot.end()
            leases.release(connection)
            throw error
        }
    }

    /// Asks the server for a sign of life.
    package func ping() async throws(PostgresError) { _ = try await query("SELECT 1") }

    package var statistics: PoolStatistics { leases.statistics }

    /// Waits for the leased connections to come back and ends all; who waits or comes later fails with `poolClosed`.
    package func close() async { await leases.close() }

    /// Whether the connection was lost before anything was sent, or while it only read: on another one nothing happens twice.
    private func isRepeatable(_ error: PostgresError) -> Bool {
        switch error.code {
        case .connectionFailed, .cancelledAlong: true
        case .connectionLost: configuration.readsOneSnapshot
        default: false
        }
    }

    /// Runs implicit transactions on one connection; again when that is safe and may help.
    private func withConnection(
        _ body: (Connection) async throws(PostgresError) -> [ResultSet]
    ) async throws(PostgresError) -> [ResultSet] {
        var connection = try await leases.lease(asksSystem: !configuration.readsOneSnapshot)
        var hasRetried = false
        while true {
            do throws(PostgresError) {
                let results = try await body(connection)
                leases.release(connection, statementCount: results.count)
                return results
            } catch  where !hasRetried && error.isStalePlan {
                // The implicit transaction was undone as a whole, and this connection has forgotten the old plans.
                hasRetried = true
            } catch  where !hasRetried && isRepeatable(error) {
                leases.release(connection)
                hasRetried = true
                connection = try await leases.lease()
            } catch {
                leases.release(connection)
                return try await leases.counting { () async throws(PostgresError) in throw error }
            }
        }
    }
}
