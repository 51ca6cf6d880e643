import PluginKit
import Postgres

/// Materials as the commands of plugins use them.
struct MaterialBook: Materials {
    func require(
        _ materials: [Int64],
        of object: MaterialObject,
        field: InputPath,
        in context: WriteContext
    ) async throws -> [String] {
        let rows = try await context.transaction.query(
            """
            SELECT m.kind FROM unnest(\(materials)::bigint[]) WITH ORDINALITY AS given (id, place)
            JOIN core.material m ON m.id = given.id
            WHERE m.object_type = \(object.type) AND m.object_id = \(object.id) AND m.state = 'STORED'
            ORDER BY given.place
            """
        )
        guard rows.count == materials.count else { throw DomainError(.notFound, "不存在", field: field) }
        return try rows.map { try $0.decode("kind", as: String.self) }
    }

    func destroy(_ material: Int64, of object: MaterialObject, in context: WriteContext) async throws {
        let count = try await context.transaction.execute(
            """
            UPDATE core.material SET state = 'DESTROYED'
            WHERE id = \(material) AND object_type = \(object.type) AND object_id = \(object.id) AND state = 'STORED'
            """
        )
        guard count == 1 else { throw DomainError(.notFound, "不存在") }
        // A file in the folder goes with the next sweep.
        try await context.transaction.execute("DELETE FROM core.material_chunk WHERE material_id = \(material)")
        context.audit(
            AuditEvent("material.destroyed", objectType: "Material", objectID: material, courtCode: object.courtCode)
        )
    }
}
