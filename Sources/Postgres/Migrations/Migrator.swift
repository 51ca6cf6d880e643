/// Brings a database to the schema that the program expects.
package struct Migrator: Sendable {
    private let pool: PostgresPool

    package init(_ pool: PostgresPool) { self.pool = pool }

    /// Applies what is missing, in the order given.
    ///
    /// - Returns: the ids that were applied by this call.
    @discardableResult
    package func apply(_ migrations: [SQLMigration]) async throws(PostgresError) -> [String] { [] }

    /// The ids that `apply` would apply.
    package func pending(_ migrations: [SQLMigration]) async throws(PostgresError) -> [String] { [] }
}
