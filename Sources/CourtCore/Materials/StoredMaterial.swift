package import PluginKit
package import Postgres

/// A stored material as its reader sees it.
package struct StoredMaterial: Sendable {
    package let id: Int64
    package let object: MaterialObject
    package let title: String
    /// `ID_COPY`.
    package let kind: String

    /// A material that the caller sees, by row security; nil for any other, and for one that is not stored.
    ///
    /// Needs a transaction that was told who asks.
    package static func visible(_ id: Int64, in transaction: Transaction) async throws -> StoredMaterial? {
        let read: SQL = """
            SELECT object_type, object_id, court_code, title, kind FROM core.material WHERE id = \(id) AND state = 'STORED'
            """
        guard let row = try await ReadingRole.query(read, in: transaction).first else { return nil }
        return StoredMaterial(
            id: id,
            object: MaterialObject(
                type: try row.decode("object_type"),
                id: try row.decode("object_id"),
                courtCode: try row.decode("court_code")
            ),
            title: try row.decode("title"),
            kind: try row.decode("kind")
        )
    }
}
