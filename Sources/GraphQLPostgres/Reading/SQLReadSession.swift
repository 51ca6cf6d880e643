package import GraphQLExecution
import GraphQLLanguage

/// A session of a query that needs nothing but its planned SQL.
package struct SQLReadSession: RequestSession {
    private let reader: SQLReader

    package init(_ reader: SQLReader) { self.reader = reader }

    package func fetch(_ requests: [FetchRequest], isLast: Bool) async throws -> [RowBatch] {
        try await reader.batches(for: requests, isLast: isLast)
    }

    /// Refuses: this session reads.
    package func perform(
        _ command: FetchRequest,
        payload: @Sendable (RowBatch, any RequestSession) async throws -> [UInt8]
    ) async throws -> [UInt8] {
        throw GraphQLError("This session does not run mutations.")
    }
}
