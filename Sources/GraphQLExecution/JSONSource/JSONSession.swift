import GraphQLLanguage
import Synchronization

/// Answers the fetches of one request from a JSON value.
final class JSONSession: RequestSession {
    /// A plan of another source.
    private struct ForeignFetch: Error {}

    private let root: JSONValue
    /// By fetch: the items that its parents' rows were found to hold.
    private let items = Mutex<[Int: JSONRows.Items]>([:])

    init(root: JSONValue) { self.root = root }

    func fetch(_ requests: [FetchRequest], isLast: Bool) async throws -> [RowBatch] { try requests.map(batch) }

    func perform(
        _ command: FetchRequest,
        payload: @Sendable (RowBatch, any RequestSession) async throws -> [UInt8]
    ) async throws -> [UInt8] {
        try await payload(try batch(for: command), self)
    }

    func batch(for request: FetchRequest) throws -> RowBatch {
        guard let fetch = request.fetch.description as? JSONFetch else { throw ForeignFetch() }
        var rows: JSONRows
        let rowCount: Int
        switch fetch.row {
        case .root(let field):
            rowCount = 1
            rows = JSONRows(columnCount: fetch.columnCount, rowCount: rowCount, variables: request.variables)
            rows.fill(field, of: root)
        case .item(let position):
            let found = items.withLock { $0.removeValue(forKey: request.fetch.id) } ?? JSONRows.Items()
            rowCount = found.values.count
            rows = JSONRows(columnCount: fetch.columnCount, rowCount: rowCount, variables: request.variables)
            rows.fill(position, with: found)
        }
        let below = rows.items
        if !below.isEmpty { items.withLock { $0.merge(below) { _, new in new } } }
        return rows.finished(rowCount: rowCount)
    }
}
