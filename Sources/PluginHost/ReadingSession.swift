import GraphQLExecution

/// A query's session: planned SQL and resolvers level by level, no commands.
struct ReadingSession: RequestSession {
    let reading: LevelReading

    func fetch(_ requests: [FetchRequest], isLast: Bool) async throws -> [RowBatch] {
        try await reading.batches(for: requests, isLast: isLast)
    }

    func perform(
        _ command: FetchRequest,
        payload: @Sendable (RowBatch, any RequestSession) async throws -> [UInt8]
    ) async throws -> [UInt8] {
        preconditionFailure("a query has no commands")
    }
}
