import GraphQLExecution
import GraphQLPostgres
import PluginKit
import Postgres

/// Answers a level of a request: its planned SQL in one round trip, and each batch resolver once, all side by side.
struct LevelReading: Sendable {
    /// Whose request it is a part of.
    struct Request: Sendable {
        let composition: Composition
        let principal: Principal
        let clock: BusinessClock
        let requestID: String
        /// Told of what the client sees as an internal error.
        let report: @Sendable (any Error) -> Void
    }

    let request: Request
    let reader: SQLReader

    /// Resolvers of one level that run at the same time.
    private static let concurrency = 8

    /// Answers the fetches in order; `payloadList` those of a command's payload.
    func batches(
        for requests: [FetchRequest],
        isLast: Bool,
        payloadList: (FetchRequest, PayloadListFetch) -> RowBatch = { _, _ in
            preconditionFailure("only a command's payload has lists")
        }
    ) async throws -> [RowBatch] {
        func planned(isLast: Bool) async throws -> [RowBatch] {
            try await reader.batches(for: requests, isLast: isLast) { request in
                guard let list = request.fetch.description as? PayloadListFetch else { return Self.nothing }
                return payloadList(request, list)
            }
        }
        let calls = ResolverCall.calls(for: requests, of: request.composition)
        guard !calls.isEmpty else { return try await planned(isLast: isLast) }
        // Resolvers that read do so before the snapshot ends; what they answer, PostgreSQL does not see.
        let isLast = isLast && !calls.contains(where: \.resolver.reads) && !reader.mayCommit
        if requests.contains(where: { $0.fetch.isResolved && $0.needs?.isEmpty != true }) { reader.leaveCommit() }
        var answers = [ResolverCall.Answers](repeating: .values([]), count: calls.count)
        var batches: [RowBatch]
        if calls.count == 1, !requests.contains(where: { $0.fetch.description is SQLFetch }) {
            answers[0] = try await self.answers(of: calls[0])
            batches = try await planned(isLast: isLast)
        } else {
            (batches, answers) = try await withThrowingTaskGroup(of: (Int, ResolverCall.Answers).self) { group in
                var waiting = calls.enumerated().makeIterator()
                func start() {
                    guard let (index, call) = waiting.next() else { return }
                    group.addTask { (index, try await self.answers(of: call)) }
                }
                for _ in 0..<Self.concurrency { start() }
                let batches = try await planned(isLast: isLast)
                while let (index, answer) = try await group.next() {
                    answers[index] = answer
                    start()
                }
                return (batches, answers)
            }
        }
        for (call, answer) in zip(calls, answers) {
            for member in call.members {
                for (id, batch) in ResolverRows.batches(answer, for: member, among: requests, report: request.report) {
                    if let position = requests.firstIndex(where: { $0.fetch.id == id }) { batches[position] = batch }
                }
            }
        }
        return batches
    }

    private func answers(of call: ResolverCall) async throws -> ResolverCall.Answers {
        let context = ResolverContext(
            principal: request.principal,
            clock: request.clock,
            requestID: request.requestID,
            arguments: call.arguments,
            services: request.composition.services,
            database: call.resolver.reads ? SnapshotDatabase(reader: reader) : nil
        )
        return try await call.answers(in: context, report: request.report)
    }

    /// Stands where a resolver's rows come to stand.
    private static let nothing = RowBatch(columnCount: 0, rowCount: 0, bytes: [], cells: [])
}

extension Fetch {
    /// Whether a batch resolver answers it.
    fileprivate var isResolved: Bool { description is ResolverFetch || description is ResolverListFetch }
}

/// A request's snapshot, or a command's transaction, as resolvers read it.
private struct SnapshotDatabase: ResolverDatabase {
    let reader: SQLReader

    func query(_ sql: SQL) async throws -> Rows { try await reader.query(sql) }
}
