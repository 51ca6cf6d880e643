package import GraphQLLanguage
package import GraphQLSchema
import Synchronization

extension GraphQLError {
    /// What a client sees of an error whose cause is in the log.
    package static let internalError = GraphQLError("Internal server error", code: "INTERNAL_SERVER_ERROR")
}

/// Runs plans (GraphQL §6.2): fetches breadth-first, one call of the session per level, then writes depth-first.
package struct Executor: Sendable {
    let schema: Schema
    let onInternalError: @Sendable (any Error) -> Void

    /// `onInternalError` is told of every error that the client sees only as `Internal server error`.
    package init(schema: Schema, onInternalError: @escaping @Sendable (any Error) -> Void) {
        self.schema = schema
        self.onInternalError = onInternalError
    }

    /// Executes a plan and answers the response's JSON text: `errors` first where there are any, then `data`.
    package func execute(
        _ plan: Plan,
        variables: CoercedVariables,
        session: any RequestSession
    ) async -> GraphQLResponse {
        if let refusal = plan.root.refusal { return .nothing([refusal]) }
        let run = Run(executor: self, plan: plan, variables: variables)
        var rows = FetchedRows(fetchCount: plan.fetches.count)
        let values: [RootValue]
        if plan.kind == .mutation {
            values = await run.mutations(through: session)
        } else {
            values = await run.query(through: session, into: &rows)
        }
        return run.response(rows, values)
    }

    /// One execution of a plan.
    struct Run: Sendable {
        let executor: Executor
        let plan: Plan
        let variables: CoercedVariables

        var context: ResponseWriter.Context {
            ResponseWriter.Context(
                plan: plan,
                schema: executor.schema,
                variables: variables,
                onInternalError: executor.onInternalError
            )
        }
    }
}

extension Executor.Run {
    /// Writes the response.
    func response(_ rows: FetchedRows, _ values: [RootValue]) -> GraphQLResponse {
        var writer = ResponseWriter(context, rows: rows, capacity: plan.responseSize.load(ordering: .relaxed))
        writer.writeData(values)
        let (body, errors) = writer.finish()
        plan.responseSize.store(body.count + body.count / 8 + 64, ordering: .relaxed)
        return GraphQLResponse(written: body, errors: errors)
    }

    /// What a level's fetches failed with, and the root fields that they belong to.
    struct LevelFailure: Error {
        let error: any Error
        let rootFields: Set<Int>
    }

    /// ExecuteQuery (GraphQL §6.2.1).
    func query(through session: any RequestSession, into rows: inout FetchedRows) async -> [RootValue] {
        var values = [RootValue](repeating: .planned, count: plan.root.fields.count)
        for local in plan.locals {
            do { try rows.add(local.description.rows(variables), for: local.fetch) } catch {
                values[local.fetch.rootField] = .failed(errors(for: error, of: local.fetch.rootField))
            }
        }
        do throws(LevelFailure) {
            try await fetch(plan.levels, lastReading: plan.lastReadingLevel, through: session, into: &rows)
        } catch {
            for field in error.rootFields { values[field] = .failed(errors(for: error.error, of: field)) }
        }
        return values
    }

    /// Fetches level by level.
    ///
    /// A fetch whose parent has no rows, or none of the type it is for, is not sent; when none is left, the rest is left out.
    /// `lastReading` is the last level that reads the snapshot, if that is not the last of all; `needs` those of a payload.
    func fetch(
        _ levels: [[Fetch]],
        lastReading: Int? = nil,
        needs: PayloadNeeds? = nil,
        through session: any RequestSession,
        into rows: inout FetchedRows
    ) async throws(LevelFailure) {
        for (index, level) in levels.enumerated() {
            var requests: [FetchRequest] = []
            requests.reserveCapacity(level.count)
            for fetch in level {
                let parent = fetch.parent.map { rows.batches[$0.fetch] }
                if let parent, parent.rowCount == 0, !fetch.isAnswered(with: requests) { continue }
                if let parent, let variant = fetch.parent?.variant, !parent.contains(variant) { continue }
                requests.append(
                    FetchRequest(fetch: fetch, parentBatch: parent, variables: variables, needs: needs?[fetch.id])
                )
            }
            let isLast = requests.isEmpty || index >= lastReading ?? (levels.count - 1)
            do {
                let batches = try await session.fetch(requests, isLast: isLast)
                guard batches.count == requests.count else {
                    throw FetchedRows.Disorder(
                        message: "a level of \(requests.count) fetches got \(batches.count) batches"
                    )
                }
                for (request, batch) in zip(requests, batches) { try rows.add(batch, for: request.fetch) }
            } catch {
                throw LevelFailure(error: error, rootFields: Set(requests.map(\.fetch.rootField)))
            }
            if requests.isEmpty { return }
        }
    }

    /// An error as the client sees it at a root field.
    func errors(for error: any Error, of index: Int) -> [GraphQLError] {
        let found: [GraphQLError]
        switch error {
        case let error as GraphQLError: found = [error]
        case let failure as RequestFailure where !failure.errors.isEmpty: found = failure.errors
        default:
            executor.onInternalError(error)
            found = [.internalError]
        }
        let field = plan.root.fields[index]
        return found.map { error in
            var error = error
            if error.path.isEmpty { error.path = [.field(field.responseKey)] }
            if error.locations.isEmpty { error.locations = field.offsets.map { plan.source.location(at: $0) } }
            return error
        }
    }
}

extension Fetch {
    /// Whether it is a part of one of these.
    fileprivate func isAnswered(with requests: [FetchRequest]) -> Bool {
        isPart && requests.contains { $0.fetch.id == parent?.fetch }
    }
}
