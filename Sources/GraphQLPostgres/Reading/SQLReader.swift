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

    private init(_ connection: Connection, _ context: BoundContext, opening: BoundStatement? = nil) {
        self.connection = connection
        self.context = context
        self.opening = opening
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
    /// From its first read to the transaction's end the reading role applies, so all writes come before.
    package convenience init(
        in transaction: Transaction,
        context: BoundContext,
        role: String = SQLReader.role
    ) {
        self.init(.transaction(transaction), context, opening: context.transactionSettings(role: role))
    }

    /// Answers the fetches of one level, in order: those in SQL in one round trip, the others one by one by `resolve`.
    ///
    /// A fetch whose values cannot be bound (a bad cursor, page size or date) is not sent, and fails where its rows
    /// would stand. Throws `GraphQLError` for what the client may see of the database, `DATABASE_UNAVAILABLE` or
    /// `DEADLINE_EXCEEDED`; any other `PostgresError` as it is.
    package func batches(
        for requests: [FetchRequest],
        isLast: Bool,
        resolve: (FetchRequest) async throws -> RowBatch = { request in throw SQLReader.unanswerable(request.fetch) }
    ) async throws -> [RowBatch] {
        var bound: [BoundFetch] = []
        var refused: [(fetch: Int, error: GraphQLError)] = []
        for request in requests {
            guard let fetch = request.fetch.description as? SQLFetch else { continue }
            do throws(GraphQLError) {
                bound.append(try fetch.bind(request, context))
            } catch {
                refused.append((request.fetch.id, error))
            }
        }
        let results = try await run(bound.map(\.statement), isLast: isLast)
        var answered = zip(results, bound).makeIterator()
        var batches: [RowBatch] = []
        batches.reserveCapacity(requests.count)
        for request in requests {
            if let refusal = refused.first(where: { $0.fetch == request.fetch.id }) {
                batches.append(.failed(refusal.error))
            } else if request.fetch.description is SQLFetch, let (result, bound) = answered.next() {
                batches.append(RowBatch(result, bound))
            } else {
                batches.append(try await resolve(request))
            }
        }
        return batches
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
                guard let opening, start.isFirst() else { return try await transaction.pipeline(statements)[...] }
                return try await transaction.pipeline([opening] + statements).dropFirst()
            }
        } catch {
            if error.isStalePlan { hasMetStalePlan.store(true, ordering: .relaxed) }
            throw error.clientError ?? error
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
