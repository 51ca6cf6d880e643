package import GraphQLExecution
import GraphQLLanguage
package import GraphQLSchema
package import Postgres
import Synchronization

/// A plan, the SQL that it sent and what PostgreSQL makes of it, as text; no row of the answer.
package struct Explanation: Sendable {
    package let text: String
    /// Messages of errors in the answer, which may say why a statement is missing.
    package let errors: [String]

    /// Reads a query's levels in one read-only snapshot that is rolled back, and explains each statement.
    ///
    /// `session` reads through the reader that it is given. Of a mutation only the plan is told: nothing is written.
    package static func of(
        _ plan: Plan,
        variables: CoercedVariables,
        schema: Schema,
        on pool: PostgresPool,
        context: BoundContext,
        depth: ExplainingSession.Depth,
        session: @Sendable (SQLReader) -> any RequestSession = { SQLReadSession($0) }
    ) async throws -> Explanation {
        var text = "\(plan.outline)\ncost: \(plan.cost(variables).total)\n"
        guard plan.kind == .query else {
            return Explanation(
                text:
                    "\(text)\nA mutation is not run to explain it; its SQL, as of a first page:\n\n\(plan.explanation)\n",
                errors: []
            )
        }
        let met = Mutex<[String]>([])
        let executor = Executor(schema: schema) { error in met.withLock { $0.append("\(error)") } }
        var statements: [ExplainingSession.Statement] = []
        var errors: [String] = []
        do {
            try await pool.withTransaction(isolation: .repeatableRead, readOnly: true) { transaction in
                let session = ExplainingSession(
                    session(SQLReader(in: transaction, context: context)),
                    in: transaction,
                    context: context,
                    depth: depth
                )
                let response = await executor.execute(plan, variables: variables, session: session)
                throw Undone(statements: session.statements, errors: response.errorMessages)
            }
        } catch let undone as Undone {
            statements = undone.statements
            errors = undone.errors
        }
        for statement in statements {
            text += "\n-- fetch \(statement.fetch), \(statement.rowCount) row(s)\n\(statement.sql)\n\n"
            for line in statement.explain { text += "    \(line)\n" }
        }
        let sent = Set(statements.map(\.fetch))
        for fetch in plan.fetches where fetch.description is SQLFetch && !sent.contains(fetch.id) {
            text += "\n-- fetch \(fetch.id) was not sent: the rows above it, or the values for it, are missing\n"
        }
        return Explanation(text: text, errors: errors + met.withLock { $0 })
    }

    /// Carries the statements out of the transaction that they end.
    private struct Undone: Error {
        let statements: [ExplainingSession.Statement]
        let errors: [String]
    }
}

extension GraphQLResponse {
    /// The messages of the response's errors; nothing else of it is looked at.
    fileprivate var errorMessages: [String] {
        guard case .array(let errors) = (try? JSONReader.read(body))?["errors"] else { return [] }
        return errors.map { error in
            guard case .string(let message) = error["message"] else { return "an error without a message" }
            return message
        }
    }
}
