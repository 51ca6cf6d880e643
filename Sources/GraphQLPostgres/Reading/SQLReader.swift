package import GraphQLExecution
import GraphQLLanguage
package import Postgres
import Synchronization

/// Reads the fetches of one request: the SQL of a level is one round trip, and each query of its batch resolvers one more.
///
/// PostgreSQL is told who is asking before the first statement, in the same round trip. A session that has other fetches, too, answers them itself and
/// gives the rest to this.
package final class SQLReader: Sendable {
    /// Where the statements of a request run.
    private enum Connection: Sendable {
        case pool(PostgresPool)
        case snapshot(SnapshotConnection)
        case transaction(Transaction)
    }

    /// When the transaction of a command whose payload is read commits.
    package enum Commit: Sendable {
        /// With the last level, where PostgreSQL can see to it that the payload stands: a read fails whose rows are not what the
        /// payload needs (`AssuredStatement`), and with it the COMMIT behind it.
        case withLastRead
        /// By its owner, who has seen the answer.
        case afterwards
    }

    /// The role under which reads run: it cannot write, and row security holds for it.
    package static let role = "docket_reader"

    private let connection: Connection
    private let context: BoundContext
    /// Sent before the first statements of a transaction.
    private let opening: BoundStatement?
    private let start = Start()
    /// A connection takes one pipeline at a time, and the resolvers of a level ask side by side.
    private let turns = Turns()
    private let hasMetStalePlan = Atomic(false)
    /// Whether a command's statements go along: it may be tried again, so that its runner sees PostgreSQL's own errors.
    private let isCommand: Bool
    /// Whether the last read may end the transaction: as long as no payload depends on what is not assured.
    private let endsTransaction: Atomic<Bool>

    private init(
        _ connection: Connection,
        _ context: BoundContext,
        opening: BoundStatement? = nil,
        commit: Commit? = nil
    ) {
        self.connection = connection
        self.context = context
        self.opening = opening
        isCommand = commit != nil
        endsTransaction = Atomic(commit == .withLastRead)
    }

    /// Runs a block with a reader for a query's plan.
    ///
    /// A plan of one level is one pipeline on any connection of the pool, whose transactions read one snapshot each
    /// (`PostgresConfiguration.readsOneSnapshot`); one of several levels reads it on a connection of its own, its BEGIN in
    /// the first pipeline and its COMMIT in the last. The block runs again where a statement's plan has gone stale in
    /// PostgreSQL, so it answers a value and does nothing else.
    package static func withReader<Value: Sendable>(
        for plan: Plan,
        on pool: PostgresPool,
        context: BoundContext,
        _ body: @Sendable (SQLReader) async throws -> Value
    ) async throws -> Value {
        guard plan.needsSnapshot(of: pool) else { return try await body(SQLReader(.pool(pool), context)) }
        do {
            var attempts = 4
            while true {
                attempts -= 1
                let (value, isStale) = try await pool.withSnapshot { connection in
                    let reader = SQLReader(.snapshot(connection), context)
                    let value = try await body(reader)
                    return (value, reader.hasMetStalePlan.load(ordering: .relaxed))
                }
                // A table has changed under a statement of a later round trip, which is prepared anew now.
                guard isStale, attempts > 0 else { return value }
            }
        } catch let error as PostgresError {
            throw error.clientError ?? error
        }
    }

    /// A reader inside a command's transaction, for what was selected on its payload.
    ///
    /// From its first read to the transaction's end the reading role applies, so all writes come before. With `commit` it is a
    /// command's, which has been told who is asking (`BoundContext.writing`).
    package convenience init(
        in transaction: Transaction,
        context: BoundContext,
        role: String = SQLReader.role,
        commit: Commit? = nil
    ) {
        self.init(
            .transaction(transaction),
            context,
            opening: commit == nil ? context.transactionSettings(role: role) : BoundContext.reading(as: role),
            commit: commit
        )
    }

    /// Whether a COMMIT may still go with the last read.
    package var mayCommit: Bool { endsTransaction.load(ordering: .relaxed) }

    /// Leaves the COMMIT to the transaction's owner: the payload depends on what PostgreSQL does not see.
    package func leaveCommit() { endsTransaction.store(false, ordering: .relaxed) }

    /// Answers the fetches of one level, in order: those in SQL in one round trip, the others one by one by `resolve`.
    ///
    /// A fetch whose values cannot be bound (a bad cursor, page size or date) is not sent, and fails where its rows
    /// would stand. Throws `GraphQLError` for what the client may see of the database, `DATABASE_UNAVAILABLE` or
    /// `DEADLINE_EXCEEDED`; any other `PostgresError`, and every one in a command's transaction, as it is.
    package func batches(
        for requests: [FetchRequest],
        isLast: Bool,
        resolve: (FetchRequest) async throws -> RowBatch = { request in throw SQLReader.unanswerable(request.fetch) }
    ) async throws -> [RowBatch] {
        var bound: [BoundFetch] = []
        var refused: [(fetch: Int, error: GraphQLError)] = []
        var resolved: [RowBatch] = []
        for request in requests {
            guard let fetch = request.fetch.description as? SQLFetch else {
                let batch = try await resolve(request)
                if mayCommit, request.needs?.areMet(by: batch) != true { leaveCommit() }
                resolved.append(batch)
                continue
            }
            do throws(GraphQLError) {
                bound.append(assured(try fetch.bind(request, context), of: fetch, request))
            } catch {
                refused.append((request.fetch.id, error))
                leaveCommit()
            }
        }
        let results = try await run(bound.map(\.statement), isLast: isLast)
        var answered = zip(results, bound).makeIterator()
        var others = resolved.makeIterator()
        var batches: [RowBatch] = []
        batches.reserveCapacity(requests.count)
        for request in requests {
            if let refusal = refused.first(where: { $0.fetch == request.fetch.id }) {
                batches.append(.failed(refusal.error))
            } else if request.fetch.description is SQLFetch, let (result, bound) = answered.next() {
                batches.append(RowBatch(result, bound))
            } else if let batch = others.next() {
                batches.append(batch)
            }
        }
        return batches
    }

    /// The statement as it has to be where COMMIT may follow it.
    private func assured(_ bound: BoundFetch, of fetch: SQLFetch, _ request: FetchRequest) -> BoundFetch {
        guard mayCommit else { return bound }
        if let assured = fetch.assured(bound, request) { return assured }
        leaveCommit()
        return bound
    }

    /// Runs a batch resolver's query where the request's other statements run.
    package func query(_ sql: SQL) async throws -> Rows {
        guard let result = try await run([sql.bound], isLast: false).first else {
            preconditionFailure("a pipeline has a result for each statement")
        }
        return Rows(result)
    }

    private func run(_ statements: [BoundStatement], isLast: Bool) async throws -> ArraySlice<ResultSet> {
        guard !statements.isEmpty else { return [] }
        if case .pool = connection {} else { await turns.take() }
        defer { if case .pool = connection {} else { turns.pass() } }
        do {
            switch connection {
            case .pool(let pool): return try await pool.pipeline(statements, under: context.session)[...]
            case .snapshot(let snapshot):
                let settings = start.isFirst() ? context.session : nil
                return try await snapshot.pipeline(statements, under: settings, isLast: isLast)[...]
            case .transaction(let transaction):
                let commits = isLast && mayCommit
                guard let opening, start.isFirst() else {
                    return try await transaction.pipeline(statements, commits: commits)[...]
                }
                return try await transaction.pipeline([opening] + statements, commits: commits).dropFirst()
            }
        } catch {
            if error.isStalePlan { hasMetStalePlan.store(true, ordering: .relaxed) }
            guard !isCommand, let shown = error.clientError else { throw error }
            throw shown
        }
    }

    private static func unanswerable(_ fetch: Fetch) -> any Error {
        GraphQLError("A read-only request has no source for fetch \(fetch.id).")
    }
}

extension Plan {
    /// Whether its statements would see different states of the database without a snapshot of their own.
    fileprivate func needsSnapshot(of pool: PostgresPool) -> Bool {
        if !pool.configuration.readsOneSnapshot, fetches.count > 1 { return true }
        return fetches.contains { fetch in
            if fetch.description is SQLFetch { return fetch.level > 0 }
            return (fetch.description as? ResolverFetch)?.reads ?? false
        }
    }
}
