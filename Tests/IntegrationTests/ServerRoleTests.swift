import CourtCore
import DocketServer
import DocketTesting
import FieldEncryption
import GraphQLLanguage
import PluginHost
import PluginKit
import Postgres
import Testing

/// What PostgreSQL refuses to a server, whatever statement finds its way into it.
@Suite("The server owns nothing")
struct ServerRoleTests {
    /// What a statement would have to do to forge a record or to see behind the engine.
    private static let attacks = [
        "ALTER TABLE host.audit_event DISABLE TRIGGER ALL", "ALTER TABLE core.access_log DISABLE TRIGGER USER",
        "DROP TRIGGER audit_event_append_only ON host.audit_event",
        "UPDATE host.audit_event SET client = 'another'", "DELETE FROM host.audit_event", "TRUNCATE host.audit_event",
        "UPDATE core.access_log SET reason = 'another'", "DELETE FROM core.access_log",
        "UPDATE host.outbox_event SET name = 'another'", "DELETE FROM host.outbox_event",
        "UPDATE host.outbox_event SET sealed = false", "ALTER TABLE host.task DISABLE ROW LEVEL SECURITY",
        """
        INSERT INTO host.outbox_event (at, name, object_id, court_code) VALUES ('2017-01-01', 'letter.closed', 1, '晋03')
        """, "SELECT host.settle_roles()",
        """
        INSERT INTO host.audit_event (at, request_id, token_id, client, roles, action, object_type, changed_fields)
        VALUES ('2017-01-01', 'r', 1, 'c', '{}', 'a', 'o', '{}')
        """,
        "SET session_replication_role = replica", "DROP POLICY docket_visible ON letters.letter",
        "ALTER TABLE letters.letter DISABLE ROW LEVEL SECURITY", "ALTER TABLE letters.letter ADD COLUMN mine text",
        "DROP TABLE letters.reply", "TRUNCATE letters.reply", "CREATE TABLE letters.mine (id int)",
        "CREATE TABLE core.mine (id int)", "CREATE SCHEMA mine", "CREATE ROLE mine",
        "CREATE OR REPLACE FUNCTION core.refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "SELECT core.settle_roles()",
        "SELECT secret_hash FROM core.token", "UPDATE core.token SET roles = '{ADMIN}'",
        "INSERT INTO core.token (name, secret_hash, roles, expires_at) VALUES ('x', '', '{ADMIN}', now())",
        "DELETE FROM host.sealing_key", "UPDATE host.sealing_key SET known_value = ''",
        "UPDATE public.docket_migration SET checksum = ''", "COPY (SELECT 1) TO PROGRAM 'true'",
    ]

    @Test(
        "Its login can change no record, no trigger, no policy and no table, in either role or in none",
        arguments: ["SET ROLE docket_writer", "SET ROLE docket_reader", "RESET ROLE"]
    )
    func refusals(role: String) async throws {
        try await TestCourt.with(.courts, plugins: Installed.all) { court in
            let owner = try await court.database.query("SELECT current_user::text AS name")[0]
                .decode("name", as: String.self)
            try await Self.withServerPool(court, role) { pool in
                for attack in Self.attacks + ["SET ROLE \"\(owner)\"", "SET SESSION AUTHORIZATION \"\(owner)\""] {
                    let error = await #expect(throws: PostgresError.self, "\(role); \(attack)") {
                        try await pool.withTransaction { transaction in
                            try await transaction.execute(SQL(raw: attack))
                        }
                    }
                    #expect(error?.sqlState == "42501", "\(role); \(attack): \(String(describing: error))")
                }
            }
        }
    }

    @Test("Every connection of a server is its login's, which owns nothing and is no superuser")
    func connections() async throws {
        try await TestCourt.with(.courts, plugins: Installed.all) { court in
            _ = await court.send("{ letters { totalCount } }")
            _ = await court.send(WriteRuleTests.register, ["input": WriteRuleTests.ordinaryLetter(key: "1")])
            #expect(await court.server.engine.isReady())
            let rows = try await court.database.query(
                """
                SELECT a.application_name AS name, r.rolsuper OR r.rolcreaterole OR r.rolbypassrls OR r.rolcreatedb AS is_mighty,
                    EXISTS (SELECT FROM pg_class c WHERE pg_has_role(r.oid, c.relowner, 'MEMBER')) AS owns
                FROM pg_stat_activity a JOIN pg_roles r ON r.oid = a.usesysid
                WHERE a.datname = current_database() AND a.application_name LIKE 'docket _%'
                """
            )
            let names = try Set(rows.map { try $0.decode("name", as: String.self) })
            #expect(names == ["docket reader", "docket writer", "docket door", "docket health", "docket worker"])
            for row in rows {
                #expect(try !row.decode("is_mighty", as: Bool.self))
                #expect(try !row.decode("owns", as: Bool.self))
            }
        }
    }

    @Test(
        "Commands may write every table of every plugin, row security or not, and append only where nothing is changed"
    )
    func rights() async throws {
        try await TestCourt.with(.courts, plugins: Self.pluginsWithNotes) { court in
            let lacking = try await court.database.query(
                """
                SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname IN ('core', 'dossiers', 'host', 'letters', 'notes') AND c.relkind IN ('r', 'p')
                    AND NOT (has_table_privilege('docket_writer', c.oid, 'SELECT')
                        AND has_table_privilege('docket_writer', c.oid, 'INSERT')
                        AND has_table_privilege('docket_writer', c.oid, 'UPDATE')
                        AND has_table_privilege('docket_writer', c.oid, 'DELETE'))
                ORDER BY 1
                """
            )
            let names = try lacking.map { try $0.decode("name", as: String.self) }
            let known = [
                "core.access_log", "core.disclosure", "core.row_policy", "core.token", "host.audit_event",
                "host.outbox_event", "host.sealing_key", "host.write_probe", "notes.trace",
            ]
            // Of the plugins, those that are only appended to, each by a trigger that says so.
            let appended = try await court.database.query(
                """
                SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger
                WHERE tgfoid = 'core.refuse_change()'::regprocedure
                """
            ).map { try $0.decode("name", as: String.self) }
            #expect(Set(names).isSubset(of: known + appended), "\(names)")
            #expect(Set(known).isSubset(of: names), "\(names)")
            try await Self.withServerPool(court, "SET ROLE docket_writer") { pool in
                try await pool.execute("INSERT INTO notes.note (court_code, text) VALUES ('晋03', 'a')")
                #expect(try await pool.execute("UPDATE notes.note SET text = 'b', number = DEFAULT") == 1)
                #expect(try await pool.execute("DELETE FROM notes.note") == 1)
                try await pool.execute("INSERT INTO notes.trace (text) VALUES ('a')")
                #expect(try await pool.query("SELECT text FROM notes.traces").count == 1)
                let error = await #expect(throws: PostgresError.self) {
                    try await pool.execute("INSERT INTO notes.trace (text, at) VALUES ('a', '2017-01-01')")
                }
                #expect(error?.sqlState == "42501")
            }
        }
    }

    @Test(
        "A hardened server refuses an owner's login with a sentence; another says so and works under the writing role"
    )
    func owners() async throws {
        try await TestCourt.with(.courts, plugins: Installed.all) { court in
            let refusal = await #expect(throws: OwnerLogin.self) {
                _ = try await Self.start(court.databaseURL, keys: court.keys, isHardened: true)
            }
            #expect(refusal?.description.contains("docket migrate --server-login") == true)
            let server = try await Self.start(court.databaseURL, keys: court.keys, isHardened: false)
            #expect(await server.engine.isReady())
            await server.shutdown()
            let databases = Databases(url: court.databaseURL, readers: 1, writers: 1)
            let role = try await databases.writer.query("SELECT current_user::text")
            #expect(try role[0].decode(0, as: String.self) == "docket_writer")
            await databases.close()
        }
    }

    @Test("A login without rights on a database without migrations is told to migrate")
    func unmigrated() async throws {
        let postgres = try TestPostgres.shared.get()
        try await TestCourt.with(.courts, plugins: Installed.all) { court in
            let name = try await postgres.createDatabase()
            let login = court.serverDatabaseURL.split(separator: "?", maxSplits: 1).last.map(String.init) ?? ""
            let error = await #expect(throws: PendingMigrations.self) {
                _ = try await Self.start("\(postgres.url(database: name))?\(login)", keys: court.keys, isHardened: true)
            }
            #expect(error?.ids.contains("core/0001_core.sql") == true, "\(String(describing: error))")
            try await postgres.dropDatabase(name)
        }
    }

    /// Notes with row security that says nothing of commands, numbers from a sequence, a trace that refuses changes, and a view.
    private static let pluginsWithNotes: @Sendable (KeyRing) -> [Plugin] = { keys in
        Installed.all(keys) + [
            Plugin(
                name: "notes",
                fragments: [],
                migrations: [
                    Migration(
                        file: "0001_notes.sql",
                        sql: """
                            CREATE SCHEMA notes;
                            CREATE SEQUENCE notes.number;
                            CREATE TABLE notes.note (
                                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, court_code text NOT NULL, text text NOT NULL,
                                number bigint NOT NULL DEFAULT nextval('notes.number')
                            );
                            """
                    ),
                    Migration(
                        file: "0002_trace.sql",
                        sql: """
                            ALTER TABLE notes.note ENABLE ROW LEVEL SECURITY;
                            CREATE TABLE notes.trace (text text NOT NULL, at timestamptz NOT NULL DEFAULT now());
                            CREATE TRIGGER trace_append_only BEFORE UPDATE OR DELETE ON notes.trace
                                FOR EACH ROW EXECUTE FUNCTION core.refuse_change();
                            CREATE VIEW notes.traces AS SELECT text FROM notes.trace;
                            """
                    ),
                ]
            )
        ]
    }

    private static func start(_ url: String, keys: KeyRing, isHardened: Bool) async throws -> Server {
        try await TestCourt.serve(url, Installed.all(keys), keys: keys, today: TestCourt.today, isHardened: isHardened)
    }

    /// A pool with the server's own login.
    private static func withServerPool(_ court: TestCourt, _ role: String, _ body: (PostgresPool) async throws -> Void)
        async throws
    {
        var configuration = PostgresConfiguration(url: court.serverDatabaseURL)
        configuration.size = 1
        configuration.onConnect = [role]
        let pool = PostgresPool(configuration: configuration)
        do {
            try await body(pool)
        } catch {
            await pool.close()
            throw error
        }
        await pool.close()
    }
}
