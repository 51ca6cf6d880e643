import Synchronization

/// An open transaction on one connection.
///
/// Its statements run one after the other. `BEGIN` travels with the first round trip, what was sent `ahead` with the next one.
public final class Transaction: Sendable {
    /// Looks at the results of what went ahead, before anyone sees those of what it went ahead of.
    package typealias Check = @Sendable (_ results: [ResultSet]) throws -> Void

    private struct State {
        var hasBegun = false
        var isFinished = false
        var isCommitted = false
        var savepointCount = 0
        var ahead: [Ahead] = []
        /// What a check refused with: nothing can be run any more, and nothing is committed.
        var refusal: (any Error)?
        /// What the first round trip failed with in which something went ahead.
        var aheadFailure: AheadFailure?
    }

    /// An error of PostgreSQL's in a round trip in which something went ahead.
    package struct AheadFailure: Sendable {
        package let error: PostgresError
        /// Whether a check could not look at what it was for.
        package let isUnchecked: Bool
    }

    /// Statements that wait for the next round trip.
    private struct Ahead {
        let statements: [BoundStatement]
        let check: Check?
    }

    /// More statements than this, as an import has them, go ahead in round trips of their own.
    private static let aheadLimit = 1_000

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

    /// Runs queries in one round trip; rows of each.
    public func query(_ statements: [SQL]) async throws(PostgresError) -> [Rows] {
        try await pipeline(statements.map(\.bound)).map { Rows($0) }
    }

    /// Has statements run before whatever runs next, in the same round trip.
    ///
    /// Where they fail, so does what they went ahead of. `check` may refuse by what they found: the transaction is then
    /// over, and its end throws what the check threw. A commit waits for checks.
    package func ahead(_ statements: [BoundStatement], then check: Check? = nil) {
        guard !statements.isEmpty else { return }
        state.withLock { $0.ahead.append(Ahead(statements: statements, check: check)) }
    }

    /// Runs what is to go ahead, if there is any.
    package func flush() async throws(PostgresError) {
        guard state.withLock({ !$0.ahead.isEmpty }) else { return }
        _ = try await pipeline([])
    }

    /// Whether what went ahead failed, or what it went ahead of; whoever ran that may have made another error of it.
    package var aheadFailure: AheadFailure? { state.withLock { $0.aheadFailure } }

    /// Whether the work is durable.
    package var isCommitted: Bool { state.withLock { $0.isCommitted } }

    /// Runs statements in one round trip; one result each.
    ///
    /// With `commits` the work is durable when it returns. PostgreSQL itself sees to it that nothing is where one of them
    /// fails: what follows an error in a pipeline is not run, COMMIT included.
    package func pipeline(
        _ statements: [BoundStatement],
        commits: Bool = false
    ) async throws(PostgresError) -> [ResultSet] {
        while let early = try takeEarly(all: commits) {
            _ = try await send(early, [], commits: false)
        }
        return try await send(try take(), statements, commits: commits)
    }

    private func send(
        _ sent: (opening: [BoundStatement], ahead: [Ahead]),
        _ statements: [BoundStatement],
        commits: Bool
    ) async throws(PostgresError) -> [ResultSet] {
        let before = sent.opening + sent.ahead.flatMap(\.statements)
        let all = before + statements + (commits ? [Self.commit] : [])
        guard !all.isEmpty else { return [] }
        var results: [ResultSet]
        do throws(PostgresError) {
            results = try await leases.counting { () async throws(PostgresError) in
                // Alone, a COMMIT is not cancelled: all that it stands for has been done.
                try await connection.run(
                    .pipeline(all),
                    deadline: statementDeadline,
                    isCancellable: all != [Self.commit]
                )
            }
        } catch {
            note(error, of: sent.ahead)
            throw commits ? unsure(error) : error
        }
        leases.record(statementCount: results.count)
        if commits {
            state.withLock { state in
                state.isFinished = true
                state.isCommitted = true
            }
            results.removeLast()
        }
        try look(at: results[sent.opening.count..<before.count], of: sent.ahead)
        return Array(results[before.count...])
    }

    private func note(_ error: PostgresError, of ahead: [Ahead]) {
        guard error.code == .serverError, !ahead.isEmpty else { return }
        let failure = AheadFailure(error: error, isUnchecked: ahead.contains { $0.check != nil })
        state.withLock { if $0.aheadFailure == nil { $0.aheadFailure = failure } }
    }

    /// Lets the checks see what went ahead.
    private func look(at results: ArraySlice<ResultSet>, of ahead: [Ahead]) throws(PostgresError) {
        var rest = results
        for part in ahead {
            let own = Array(rest.prefix(part.statements.count))
            rest = rest.dropFirst(part.statements.count)
            do { try part.check?(own) } catch {
                state.withLock { $0.refusal = error }
                throw Self.refused
            }
        }
    }

    /// A connection that was given up while it committed leaves open whether it did.
    private func unsure(_ error: PostgresError) -> PostgresError {
        guard connection.isClosed, [.cancelled, .deadlineExceeded].contains(error.code) else { return error }
        return PostgresError(.connectionLost, error.message, sqlState: error.sqlState)
    }

    /// Runs a script of several statements without parameters, as `psql -f` would.
    ///
    /// Only the server's own `statement_timeout` limits it.
    package func execute(script: String) async throws(PostgresError) {
        _ = try await send(try take(), [], commits: false)
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
            state.withLock { $0.ahead = [] }
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
        guard state.withLock({ !$0.isFinished && ($0.hasBegun || !$0.ahead.isEmpty) }) else { return }
        guard connection.transactionStatus != .failed || connection.isClosed else {
            await rollback()
            throw PostgresError(
                .serverError,
                "The transaction was rolled back: a statement in it had failed, and its error was not passed on.",
                sqlState: "25P02"
            )
        }
        _ = try await pipeline([], commits: true)
    }

    /// Undoes the work; on a lost connection the server does.
    func rollback() async { if finish() { await end("ROLLBACK") } }

    /// What a check refused with, which whoever ran the statements may not have passed on.
    var refusal: (any Error)? { state.withLock { $0.refusal } }

    private func end(_ text: String) async {
        guard connection.transactionStatus != .none, !connection.isClosed else { return }
        // A failure leaves the transaction open, and a connection that comes back so is closed.
        _ = try? await connection.run(.pipeline([BoundStatement(text)]), deadline: .seconds(5), isCancellable: false)
    }

    /// What goes first in the next round trip.
    private func take() throws(PostgresError) -> (opening: [BoundStatement], ahead: [Ahead]) {
        try state.withLock { state throws(PostgresError) in try take(state.ahead.count, of: &state) }
    }

    /// What needs a round trip of its own before the next; with `all`, whatever has a check.
    private func takeEarly(all: Bool) throws(PostgresError) -> (opening: [BoundStatement], ahead: [Ahead])? {
        try state.withLock { state throws(PostgresError) in
            if all, state.ahead.contains(where: { $0.check != nil }) {
                return try take(state.ahead.count, of: &state)
            }
            guard state.ahead.count > Self.aheadLimit else { return nil }
            return try take(Self.aheadLimit, of: &state)
        }
    }

    private func take(
        _ count: Int,
        of state: inout State
    ) throws(PostgresError) -> (opening: [BoundStatement], ahead: [Ahead]) {
        guard !state.isFinished else {
            throw PostgresError(
                .transactionFinished,
                "The transaction has ended; a statement cannot run in it any more."
            )
        }
        guard state.refusal == nil else { throw Self.refused }
        defer {
            state.hasBegun = true
            state.ahead.removeFirst(count)
        }
        return (state.hasBegun ? [] : opening, Array(state.ahead.prefix(count)))
    }

    private static let commit = BoundStatement("COMMIT")
    private static let refused = PostgresError(.refused, "What was found ahead of the statement refuses it.")

    /// Whether there is a transaction to end.
    private func finish() -> Bool {
        state.withLock { state in
            defer { state.isFinished = true }
            return state.hasBegun && !state.isFinished
        }
    }
}
