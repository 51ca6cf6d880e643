package import Postgres

/// The login with which a server works: a member of the roles that read and write, and nothing beyond.
package enum ServerLogin {
    /// What a login may do that a server's must not, a phrase each; none for a login as it should be.
    package static func excess(of pool: PostgresPool) async throws -> [String] {
        let rows = try await pool.query(
            """
            SELECT session_user::text AS name, r.rolsuper, r.rolcreaterole, r.rolbypassrls, ARRAY(
                    SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                        AND pg_has_role(session_user, c.relowner, 'MEMBER')
                    ORDER BY 1
                ) AS tables
            FROM pg_roles r WHERE r.rolname = session_user
            """
        )
        guard let row = rows.first else { return [] }
        if try row.decode("rolsuper", as: Bool.self) { return ["is a superuser"] }
        var excess: [String] = []
        let tables = try row.decode("tables", as: [String].self)
        if let first = tables.first { excess.append("owns \(tables.count) tables (\(first), …)") }
        if try row.decode("rolcreaterole", as: Bool.self) { excess.append("may make roles") }
        if try row.decode("rolbypassrls", as: Bool.self) { excess.append("passes row security by") }
        return excess
    }

    /// Makes a login, or gives the one of that name this password, and lets it work as the roles that read and write.
    ///
    /// Needs an owner's pool on a migrated database. The password is bound, not written into a statement's text.
    package static func prepare(_ name: String, password: String, by owner: PostgresPool) async throws {
        var attempts = 5
        while true {
            attempts -= 1
            do {
                try await owner.withTransaction { transaction in
                    _ = try await transaction.query(
                        "SELECT set_config('docket.login', \(name), true), set_config('docket.password', \(password), true)"
                    )
                    try await transaction.execute(script: script)
                }
                return
            } catch let error as PostgresError
                where ["XX000", "23505", "42710"].contains(error.sqlState) && attempts > 0
            {
                // Roles are shared by all databases of a server: another one's owner was at it at this moment.
                continue
            }
        }
    }

    /// The same database's URL for another login.
    ///
    /// libpq lets what comes last win; `password` has letters and digits only.
    package static func url(of url: String, as name: String, password: String) -> String {
        guard url.hasPrefix("postgresql://") || url.hasPrefix("postgres://") else {
            return "\(url) user=\(name) password=\(password)"
        }
        return "\(url)\(url.contains("?") ? "&" : "?")user=\(name)&password=\(password)"
    }

    private static let script = """
        DO $$
        DECLARE
            login text := current_setting('docket.login');
        BEGIN
            IF to_regrole(quote_ident(login)) IS NULL THEN
                EXECUTE format('CREATE ROLE %I LOGIN NOINHERIT', login);
            END IF;
            EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L', login, current_setting('docket.password'));
            IF NOT pg_has_role(login, 'docket_reader', 'MEMBER') OR NOT pg_has_role(login, 'docket_writer', 'MEMBER') THEN
                EXECUTE format('GRANT docket_reader, docket_writer TO %I', login);
            END IF;
        END
        $$
        """
}
