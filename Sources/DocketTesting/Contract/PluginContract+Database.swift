import Postgres

// Rules over the database as the migrations make it.
extension PluginContract {
    /// Tables that the reading role may write to, and ciphers and hashes that it may read.
    func readerFaults(_ court: TestCourt) async throws -> [String] {
        let writable = try await court.database.query(
            """
            SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname !~ '^(pg_|information_schema)' AND c.relkind IN ('r', 'v', 'm', 'p', 'f')
                AND has_table_privilege('docket_reader', c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
            """
        )
        let secrets = try await court.database.query(
            """
            SELECT a.attrelid::regclass || '.' || a.attname AS name
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname !~ '^(pg_|information_schema)' AND a.attnum > 0 AND a.attname ~ '_(cipher|hash)$'
                AND has_column_privilege('docket_reader', a.attrelid, a.attnum, 'SELECT')
            """
        )
        return try Self.names(writable).map { "the reading role writes to \($0)" }
            + Self.names(secrets).filter { !exceptions.openHashes.contains($0) }.map { "the reading role reads \($0)" }
    }

    /// Views that ask as their owner, and functions with their owner's rights that look names up where the caller says.
    func ownerFaults(_ court: TestCourt) async throws -> [String] {
        let views = try await court.database.query(
            """
            SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname !~ '^(pg_|information_schema)' AND c.relkind = 'v'
                AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)
            """
        )
        let functions = try await court.database.query(
            """
            SELECT p.oid::regproc::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname !~ '^(pg_|information_schema)' AND p.prosecdef
                AND NOT coalesce(array_to_string(p.proconfig, ' ') ~ 'search_path=pg_catalog, pg_temp', false)
            """
        )
        return try Self.names(views).filter { !exceptions.ownerViews.contains($0) && $0 != Self.deadLetters }.map {
            "\($0) is no security_invoker"
        }
            + Self.names(functions).map { "\($0) has no fixed search_path" }
    }

    /// The host's: it shows to administrators what no role may read as a table.
    private static let deadLetters = "host.dead_letter"

    private static func names(_ rows: Rows) throws -> [String] {
        try rows.map { try $0.decode("name", as: String.self) }
    }
}
