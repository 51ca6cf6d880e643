import Synchronization

/// An open transaction on one connection.
///
/// Its statements run one after the other.
public final class Transaction: Sendable {
    private struct State {
        var hasBegun = false
        var isFinished = false
        var savepointCount = 0
    }

    private let connection: Connection
    private let leases: ConnectionLeases
    /// `BEGIN`, and what is to be true for the statements that follow.
    private let opening: [BoundStatement]
    private let statementDeadline: Duration?
    private let state = Mutex(State())

    init(_ connection: Connection, opening: [BoundStatement], statementDeadline: Duration?, leases: ConnectionLeases) {
        self.connection = connection
        self.leases = leases
        self.opening = opening
        self.statementDeadline = statementDeadline
    }

    /// Runs a query and reads its rows.
    public func query(_ sql: SQL) async throws(PostgresError) -> Rows {
        Rows(try await pipeline([sql.bound])[0])
    }

    /// Runs a query that finds one row or none; several are an error.
    public func queryOne(_ sql: SQL) async throws(PostgresError) -> Row? {
        let rows = try await query(sql)
        guard rows.count <= 1 else {
            throw PostgresError(.tooManyRows, "The query found \(rows.count) rows where one at most was expected.")
        }
        return rows.first
    }

    /// Runs a statement.
    ///
    /// - Returns: the number of rows affected.
    @discardableResult
    public func execute(_ sql: SQL) async throws(PostgresError) -> Int {
        try await pipeline([sql.bound])[0].affectedRows
    }

    /// Runs statements in one round trip; one result each.
    package func pipeline(_ statements: [BoundStatement]) async throws(PostgresError) -> [ResultSet] {
        let begins = try start()
        let results = try await leases.counting { () async throws(PostgresError) in
            try await connection.run(
                .pipeline(begins ? opening + statements : statements),
                deadline: statementDeadline
            )
        }
        leases.record(statementCount: results.count)
        return begins ? Array(results.dropFirst(opening.count)) : results
    }

    /// Runs a script of several statements without parameters, as `psql -f` would.
    ///
    /// Only the server's own `statement_timeout` limits it.
    package func execute(script: String) async throws(PostgresError) {
        if try start() { _ = try await connection.run(.pipeline(opening), deadline: statementDeadline) }
        leases.record(statementCount: try await connection.run(.script(script), deadline: nil).count)
    }

    /// Runs a block whose statements are undone when it throws, while the transaction goes on.
    @discardableResult
    public func withSavepoint<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        let number = state.withLock { state in
            state.savepointCount += 1
            return state.savepointCount
        }
        _ = try await pipeline([BoundStatement("SAVEPOINT s\(number)")])
        do {
            let value = try await body()
            _ = try await pipeline([BoundStatement("RELEASE SAVEPOINT s\(number)")])
            return value
        } catch {
            // Where this fails, the transaction has failed as a whole, and its commit will say so.
            _ = try? await connection.run(
                .pipeline([
                    BoundStatement("ROLLBACK TO SAVEPOINT s\(number)"), BoundStatement("RELEASE SAVEPOINT s\(number)"),
                ]),
                deadline: statementDeadline,
                isCancellable: false
            )
            throw error
        }
    }

    /// Makes the work durable.
    ///
    /// A transaction in which a statement failed cannot be: PostgreSQL would undo it in silence.
    func commit() async throws(PostgresError) {
        guard finish() else { return }
        guard connection.transactionStatus != .failed || connection.isClosed else {
            await end("ROLLBACK")
            throw PostgresError(
                .serverError,
                "The transaction was rolled back: a statement in it had failed, and its error was not passed on.",
                sqlState: "25P02"
            )
        }
        _ = try await leases.counting { () async throws(PostgresError) in
            try await connection.run(
                .pipeline([BoundStatement("COMMIT")]),
                deadline: statementDeadline,
                isCancellable: false
            )
        }
        leases.record(statementCount: 1)
    }

    /// Undoes the work; on a lost connection the server does.
    func rollback() async { if finish() { await end("ROLLBACK") } }

    private func end(_ text: String) async {
        guard connection.transactionStatus != .none, !connection.isClosed else { return }
        // A failure leaves the transaction open, and a connection that comes back so is closed.
        _ = try? await connection.run(.pipeline([BoundStatement(text)]), deadline: .seconds(5), isCancellable: false)
    }

    /// Whether `BEGIN` must go first.
    private func start() throws(PostgresError) -> Bool {
        try state.withLock { state throws(PostgresError) in
            guard !state.isFinished else {
                throw PostgresError(
                    .transactionFinished,
                    "The transaction has ended; a statement cannot run in it any more."
                )
            }
            defer { state.hasBegun = true }
            return !state.hasBegun
        }
    }

    /// Whether there is a transaction to end.
    private func finish() -> Bool {
        state.withLock { state in
            defer { state.isFinished = true }
            return state.hasBegun && !state.isFinished
        }
    }
}
