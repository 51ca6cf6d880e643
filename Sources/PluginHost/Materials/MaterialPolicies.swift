import CourtCore
import PluginKit
package import Postgres

/// Whether the database knows where the materials of each declared type are seen.
package enum MaterialPolicies {
    /// Throws `MissingMaterialPolicy` for a type of which no migration has said it, or has said it of another table.
    package static func check(_ composition: Composition, on pool: PostgresPool) async throws {
        for entry in composition.materials.entries.values.sorted(by: { $0.owner.type < $1.owner.type }) {
            let rows = try await pool.query(
                """
                SELECT FROM pg_policy p
                JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_depend d ON d.classid = 'pg_policy'::regclass AND d.objid = p.oid AND d.refclassid = 'pg_class'::regclass
                JOIN pg_class o ON o.oid = d.refobjid JOIN pg_namespace s ON s.oid = o.relnamespace
                WHERE n.nspname = 'core' AND c.relname = 'material' AND p.polname = \("material_of_" + entry.owner.type)
                    AND s.nspname = \(entry.schema) AND o.relname = \(entry.table)
                """
            )
            guard rows.isEmpty else { continue }
            throw MissingMaterialPolicy(type: entry.owner.type, table: "\(entry.schema).\(entry.table)")
        }
    }
}

/// A type takes materials, and no migration says where they are seen.
package struct MissingMaterialPolicy: Error, CustomStringConvertible {
    let type: String
    let table: String

    package var description: String {
        """
        Nobody would see the materials of \(type): let a migration of its plugin run SELECT core.allow_materials('\(type)', \
        '\(table)').
        """
    }
}
