package import Postgres

extension Composition {
    /// What bringing a database up to date has done.
    package struct Migrated: Sendable {
        /// Ids of the migrations that were applied.
        package let applied: [String]
        /// Tables whose row security was made, new or anew.
        package let secured: [String]
    }

    /// Brings a database to what the plugins expect: their migrations, then the row security of their tables.
    ///
    /// Needs a pool of the tables' owner. Throws `RowSecurityFault` where a policy made by hand stands beside a declared one.
    @discardableResult
    package func migrate(_ pool: PostgresPool) async throws -> Migrated {
        let applied = try await Migrator(pool).apply(migrations)
        let secured = try await RowSecurity(rowPolicies, on: pool).make()
        if !secured.isEmpty { try await checkRowSecurity(pool) }
        return Migrated(applied: applied, secured: secured)
    }

    /// Refuses a database whose row security is not what the plugins declare.
    package func checkRowSecurity(_ pool: PostgresPool) async throws {
        let faults = try await RowSecurity(rowPolicies, on: pool).faults()
        guard faults.isEmpty else { throw RowSecurityFault(diagnostics: faults) }
    }
}
