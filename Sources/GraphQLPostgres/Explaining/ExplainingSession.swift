package import GraphQLExecution
import GraphQLLanguage
package import Postgres
import Synchronization

/// Reads through another session, and keeps each statement with PostgreSQL's EXPLAIN of it, made with the values it was
/// run with.
///
/// The levels are read for real, in one transaction, because a keyed statement's values are its parents' rows.
package final class ExplainingSession: RequestSession {
    /// A statement that was run.
    package struct Statement: Sendable {
        /// Position of its fetch in the plan.
        package let fetch: Int
        package let sql: String
        /// Rows that it answered.
        package let rowCount: Int
        /// PostgreSQL's EXPLAIN, a line each; bound values stand in it as literals.
        package let explain: [String]
    }

    /// What EXPLAIN is asked for.
    package enum Depth: String, Sendable {
        /// The plan with its estimates.
        case plan = "EXPLAIN"
        /// What running it took, too: each statement is run once more.
        case analyze = "EXPLAIN (ANALYZE, BUFFERS)"
    }

    private let transaction: Transaction
    private let session: any RequestSession
    private let context: BoundContext
    private let depth: Depth
    private let found = Mutex<[Statement]>([])

    /// `session` reads in the transaction, through a reader for this context.
    package init(
        _ session: any RequestSession,
        in transaction: Transaction,
        context: BoundContext,
        depth: Depth
    ) {
        self.session = session
        self.transaction = transaction
        self.context = context
        self.depth = depth
    }

    /// The statements so far, in the order of their levels.
    package var statements: [Statement] { found.withLock { $0 } }

    package func fetch(_ requests: [FetchRequest], isLast: Bool) async throws -> [RowBatch] {
        let batches = try await session.fetch(requests, isLast: isLast)
        for (request, batch) in zip(requests, batches) {
            // One whose values could not be bound was not sent, and its rows are the error.
            guard let fetch = request.fetch.description as? SQLFetch, let bound = try? fetch.bind(request, context)
            else { continue }
            let statement = Statement(
                fetch: request.fetch.id,
                sql: bound.statement.statement.text,
                rowCount: batch.rowCount,
                explain: try await explain(bound.statement)
            )
            found.withLock { $0.append(statement) }
        }
        return batches
    }

    /// Refuses: nothing is written to explain it.
    package func perform(
        _ command: FetchRequest,
        payload: @Sendable (RowBatch, any RequestSession) async throws -> [UInt8]
    ) async throws -> [UInt8] {
        throw GraphQLError("A mutation is not run to explain it.")
    }

    private func explain(_ statement: BoundStatement) async throws(PostgresError) -> [String] {
        let explained = PreparedStatement(
            text: "\(depth.rawValue) \(statement.statement.text)",
            parameterTypes: statement.statement.parameterTypes
        )
        let results = try await transaction.pipeline([
            BoundStatement(statement: explained, parameters: statement.parameters)
        ])
        var lines: [String] = []
        for row in Rows(results[0]) { lines.append(try row.decode(0)) }
        return lines
    }
}
