package import PluginKit
package import Postgres

/// The types whose objects may have materials, as the host has gathered them from its plugins.
package struct MaterialOwners: PluginService {
    /// A type with its table and the roles that hold its permissions.
    package struct Entry: Sendable {
        package let owner: MaterialOwner
        package let schema: String
        package let table: String
        package let attachingRoles: Set<Role>
        package let readingRoles: Set<Role>

        package init(
            owner: MaterialOwner,
            schema: String,
            table: String,
            attachingRoles: Set<Role>,
            readingRoles: Set<Role>
        ) {
            self.owner = owner
            self.schema = schema
            self.table = table
            self.attachingRoles = attachingRoles
            self.readingRoles = readingRoles
        }
    }

    package let entries: [String: Entry]

    package init(_ entries: [Entry]) {
        self.entries = Dictionary(entries.map { ($0.owner.type, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package subscript(type: String) -> Entry? { entries[type] }
}

extension MaterialOwners.Entry {
    /// An object that the caller sees, by the row security of its table under the reading role; nil for any other.
    ///
    /// Needs a transaction that was told who asks. The writing role is taken again afterwards.
    package func object(_ id: Int64, in transaction: Transaction) async throws -> MaterialObject? {
        let read: SQL = """
            SELECT \(identifier: owner.courtColumn)::text AS court_code FROM \(identifier: schema).\(identifier: table)
            WHERE id = \(id)
            """
        let row = try await ReadingRole.query(read, in: transaction).first
        guard let court = try row?.decode("court_code", as: String?.self) else { return nil }
        return MaterialObject(type: owner.type, id: id, courtCode: court)
    }

    package enum Act: Sendable {
        case attach, read
    }

    /// Whether the caller may do this to an object of this type that they see.
    package func allows(_ act: Act, _ object: MaterialObject, to principal: Principal) -> Bool {
        let roles = act == .attach ? attachingRoles : readingRoles
        guard !roles.isDisjoint(with: principal.roles) else { return false }
        return owner.crossesCourts || object.courtCode == principal.courtCode
    }
}

/// Reads of a command under the role for which row security holds.
package enum ReadingRole {
    /// Rows as the caller sees them, in a transaction that was told who asks.
    package static func query(_ sql: SQL, in transaction: Transaction) async throws -> Rows {
        let results = try await transaction.pipeline([take("docket_reader"), sql.bound, take("docket_writer")])
        return Rows(results[1])
    }

    private static func take(_ role: String) -> BoundStatement {
        ("SELECT set_config('role', \(role), true)" as SQL).bound
    }
}
