/// Brings a database to the schema that the program expects.
///
/// What was applied is recorded in `public.docket_migration`. Several servers that start together are safe: each step runs
/// under one advisory lock and looks again before it acts. After each step the function `core.settle_roles()` runs, where there
/// is one by then: it gives the roles under which a server works their rights to what is new.
package struct Migrator: Sendable {
    /// The key of the advisory lock: "docket" in ASCII.
    package static let lockKey: Int64 = 0x646f_636b_6574

    private let pool: PostgresPool

    package init(_ pool: PostgresPool) { self.pool = pool }

    /// Applies what is missing, in the order given, each in a transaction of its own.
    ///
    /// - Returns: the ids that were applied by this call.
    @discardableResult
    package func apply(_ migrations: [SQLMigration]) async throws(PostgresError) -> [String] {
        let missing = try await missing(of: migrations)
        guard !missing.isEmpty else { return [] }
        var applied: [String] = []
        for migration in missing where try await apply(migration) { applied.append(migration.id) }
        return applied
    }

    /// The ids that `apply` would apply.
    package func pending(_ migrations: [SQLMigration]) async throws(PostgresError) -> [String] {
        try await missing(of: migrations).map(\.id)
    }

    private func missing(of migrations: [SQLMigration]) async throws(PostgresError) -> [SQLMigration] {
        let exists = try await pool.query("SELECT to_regclass('public.docket_migration') IS NOT NULL")
        guard try exists.first?.decode(0) == true else { return migrations }
        // The digest is PostgreSQL's own, so that both sides are computed alike.
        let rows = try await pool.query(
            """
            SELECT m.id IS NOT NULL AS is_applied, m.checksum IS NOT DISTINCT FROM encode(sha256(convert_to(n.sql, 'UTF8')), 'hex') AS is_same
            FROM unnest(\(migrations.map(\.id)), \(migrations.map(\.sql))) WITH ORDINALITY AS n(id, sql, place)
            LEFT JOIN public.docket_migration m ON m.id = n.id ORDER BY n.place
            """
        )
        var missing: [SQLMigration] = []
        for (migration, row) in zip(migrations, rows) {
            guard try row.decode("is_applied", as: Bool.self) else {
                missing.append(migration)
                continue
            }
            guard try row.decode("is_same", as: Bool.self) else { throw Self.changed(migration) }
        }
        return missing
    }

    /// Applies one migration unless another server has done so meanwhile.
    private func apply(_ migration: SQLMigration) async throws(PostgresError) -> Bool {
        do {
            return try await pool.withTransaction { transaction in
                // A default of `core.today()` in a new column asks for the day.
                try await transaction.execute(
                    """
                    SELECT set_config('statement_timeout', '0', true),
                        set_config('docket.today', (now() AT TIME ZONE 'Asia/Shanghai')::date::text, true)
                    """
                )
                // Waits for another server's migrations however long they take; hence a script, which has no deadline.
                try await transaction.execute(script: Self.prologue)
                let earlier = try await transaction.queryOne(
                    """
                    SELECT checksum = encode(sha256(convert_to(\(migration.sql), 'UTF8')), 'hex') FROM public.docket_migration
                    WHERE id = \(migration.id)
                    """
                )
                if let earlier {
                    guard try earlier.decode(0, as: Bool.self) else { throw Self.changed(migration) }
                    return false
                }
                do throws(PostgresError) {
                    try await transaction.execute(script: migration.sql)
                } catch {
                    throw Self.failed(migration, error)
                }
                try await transaction.execute(script: Self.settlement)
                try await transaction.execute(
                    """
                    INSERT INTO public.docket_migration (id, checksum)
                    VALUES (\(migration.id), encode(sha256(convert_to(\(migration.sql), 'UTF8')), 'hex'))
                    """
                )
                return true
            }
        } catch let error as PostgresError {
            throw error
        } catch {
            throw PostgresError(.migrationFailed, "\(migration.file): \(error)")
        }
    }

    private static let prologue = """
        SELECT pg_advisory_xact_lock(\(lockKey));
        CREATE TABLE IF NOT EXISTS public.docket_migration (
            id text PRIMARY KEY,
            checksum text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now()
        );
        """

    private static let settlement = """
        DO $$ BEGIN
            IF to_regprocedure('core.settle_roles()') IS NOT NULL THEN PERFORM core.settle_roles(); END IF;
        END $$
        """

    private static func changed(_ migration: SQLMigration) -> PostgresError {
        PostgresError(
            .migrationChanged,
            "\(migration.file): migration \"\(migration.id)\" has been applied with another text. Put the text back and add a new migration."
        )
    }

    /// Names the line, which the server gives as a position in characters.
    private static func failed(_ migration: SQLMigration, _ error: PostgresError) -> PostgresError {
        guard error.code == .serverError else { return error }
        let line = error.position.map { 1 + migration.sql.unicodeScalars.prefix($0 - 1).count { $0 == "\n" } }
        let place = line.map { "\(migration.file):\($0)" } ?? migration.file
        return PostgresError(
            .migrationFailed,
            "\(place): \(error.message)",
            sqlState: error.sqlState,
            detail: error.detail,
            constraint: error.constraint,
            table: error.table,
            column: error.column
        )
    }
}
