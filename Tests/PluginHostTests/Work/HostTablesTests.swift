import CourtCore
import CourtFormats
import FieldEncryption
import PluginKit
import Postgres
import Testing

@testable import PluginHost

@Suite("The host's tables", .timeLimit(.minutes(2)))
struct HostTablesTests {
    /// A database as it was before the host had tables of its own, with a record of each kind.
    private static func withEarlierDatabase(_ body: (PostgresPool, [SQLMigration]) async throws -> Void) async throws {
        let server = try HostServer.shared.get()
        let (name, pool) = try await server.makeDatabase("SELECT 1")
        do {
            let keys = try KeyRing.generate()
            let all = try Composition([CourtCore.plugin(keys: keys)]).migrations
            try await WorkBench.migrate(pool, all.filter { $0.id.hasPrefix("core/") })
            try await pool.execute(
                script: """
                    INSERT INTO core.audit_event (request_id, token_id, client, roles, action, object_type, changed_fields)
                        VALUES ('r', 1, 'c', '{}', 'letter.closed', 'Letter', '{state}');
                    INSERT INTO core.outbox_event (name, object_id, court_code, state)
                        SELECT 'letter.closed', n, '晋03', 'CLOSED' FROM generate_series(1, 3) n;
                    INSERT INTO core.idempotency (caller, key, mutation, input_hash, payload) VALUES ('staff:1', 'k', 'm', '', '');
                    INSERT INTO core.sealing_key (id, known_value, match_value) VALUES (1, '', '');
                    """
            )
            try await body(pool, all)
        } catch {
            await pool.close()
            try? await server.drop(name)
            throw error
        }
        await pool.close()
        try await server.drop(name)
    }

    @Test("An earlier database keeps its records, their order, their triggers and who may touch them")
    func upgrade() async throws {
        try await Self.withEarlierDatabase { pool, migrations in
            let applied = try await Migrator(pool).apply(migrations)
            #expect(applied.allSatisfy { $0.hasPrefix("host/") } && !applied.isEmpty)
            let rows = try await pool.query(
                """
                SELECT (SELECT count(*) FROM host.audit_event) + (SELECT count(*) FROM host.idempotency)
                        + (SELECT count(*) FROM host.sealing_key) AS records,
                    (SELECT string_agg(object || ' ' || object_id || ' ' || position || ' ' || sealed, ', ' ORDER BY id)
                        FROM host.outbox_event) AS events,
                    (SELECT last FROM host.outbox_position) AS last,
                    ARRAY(SELECT c.relname::text FROM pg_class c WHERE c.relnamespace = 'core'::regnamespace AND c.relname IN (
                        'audit_event', 'outbox_event', 'idempotency', 'sealing_key', 'write_probe')) AS left_behind
                """
            )
            let row = try #require(rows.first)
            #expect(try row.decode("records", as: Int64.self) == 3)
            // What they tell of may have been sealed: nobody outside reads them.
            #expect(try row.decode("events", as: String.self) == "letter 1 1 true, letter 2 2 true, letter 3 3 true")
            #expect(try row.decode("last", as: Int64.self) == 3)
            #expect(try row.decode("left_behind", as: [String].self) == [])
            for statement in [
                "DELETE FROM host.audit_event", "UPDATE host.audit_event SET client = 'x'", "TRUNCATE host.audit_event",
            ] {
                await #expect(throws: PostgresError.self, "\(statement)") {
                    try await pool.execute(SQL(raw: statement))
                }
            }
        }
    }

    @Test("Commands append to the outbox and give positions; nothing else of an event changes")
    func rights() async throws {
        try await Self.withEarlierDatabase { pool, migrations in
            try await Migrator(pool).apply(migrations)
            func asWriter(_ statement: String) async throws {
                try await pool.withTransaction { transaction in
                    try await transaction.execute("SET LOCAL ROLE docket_writer")
                    try await transaction.execute(SQL(raw: statement))
                }
            }
            try await asWriter("INSERT INTO host.outbox_event (name, object_id, court_code) VALUES ('a.b', 1, '晋03')")
            try await asWriter("UPDATE host.outbox_event SET position = 99 WHERE position IS NULL")
            for statement in [
                "UPDATE host.outbox_event SET sealed = false", "UPDATE host.outbox_event SET name = 'x.y'",
                "DELETE FROM host.outbox_event", "DELETE FROM host.sealing_key", "SELECT FROM host.write_probe",
                "INSERT INTO host.outbox_event (name, object_id, court_code, position) VALUES ('a.b', 1, '晋03', 5)",
                "INSERT INTO host.outbox_event (name, object_id, court_code, at) VALUES ('a.b', 1, '晋03', now())",
            ] {
                let error = await #expect(throws: PostgresError.self, "\(statement)") { try await asWriter(statement) }
                #expect(error?.sqlState == "42501", "\(statement): \(String(describing: error))")
            }
        }
    }
}
