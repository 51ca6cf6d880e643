package import PluginKit
package import Postgres

/// A member of staff as commands need it.
package struct StaffMember: Sendable {
    package let id: Int64
    package let courtCode: String
    package let departmentID: Int64
    package let roles: Set<Role>
    package let isActive: Bool
}

/// Staff by key.
package enum StaffDirectory {
    /// The member of staff; absent: NOT_FOUND at `field`.
    package static func member(
        _ id: Int64,
        field: InputPath?,
        in transaction: Transaction
    ) async throws -> StaffMember {
        let members = try await self.members([id], in: transaction)
        guard let member = members.first else { throw DomainError(.notFound, "不存在", field: field) }
        return member
    }

    /// Those of these members of staff that exist.
    package static func members(_ ids: [Int64], in transaction: Transaction) async throws -> [StaffMember] {
        try await transaction.query(
            "SELECT id, court_code, department_id, roles, active FROM core.staff WHERE id = ANY (\(ids)) ORDER BY id"
        ).map { row in
            StaffMember(
                id: try row.decode("id"),
                courtCode: try row.decode("court_code"),
                departmentID: try row.decode("department_id"),
                roles: Set(try row.decode("roles", as: [String].self).compactMap(Role.init(rawValue:))),
                isActive: try row.decode("active")
            )
        }
    }
}
