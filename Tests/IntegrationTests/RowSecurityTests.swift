import DocketTesting
import Postgres
import Testing

/// What PostgreSQL itself refuses to the reading role, with every check of the engine away.
@Suite("The database refuses too")
struct RowSecurityTests {
    /// Settings as the server makes them, of a caller with a court.
    struct Settings {
        var courts = "{}"
        var staff = ""
        var sealed = "off"
        var assignedOnly = "off"
    }

    @Test("Without settings there is no row, with another court's neither, with the own court's all")
    func courts() async throws {
        try await Self.withReader { (_: TestCourt, reader: PostgresPool) async throws in
            let tables = [
                "letters.letter", "letters.letter_sender", "letters.letter_case", "letters.transfer_batch",
                "letters.batch_reconciliation",
                "letters.letter_calendar", "dossiers.registration", "dossiers.petitioner", "dossiers.contact_point",
                "dossiers.registration_petitioner",
            ]
            for table in tables {
                #expect(try await Self.count(table, reader) == 0, "\(table) without settings")
                #expect(
                    try await Self.count(table, reader, Settings(courts: "{晋0302}")) == 0,
                    "\(table) of another court"
                )
                #expect(try await Self.count(table, reader, Settings(courts: "")) == 0, "\(table) of no court")
                #expect(
                    try await Self.count(table, reader, Settings(courts: "{晋0302,晋03}")) > 0,
                    "\(table) of the own court"
                )
            }
        }
    }

    @Test("A sealed letter and all that hangs on it need the inspector's setting; assignment and recusal hold")
    func sealsAndAssignment() async throws {
        try await Self.withReader { court, reader in
            let own = Settings(courts: "{晋03}")
            let all = try await Self.count("letters.letter", reader, own)
            let senders = try await Self.count("letters.letter_sender", reader, own)
            let accused = try await court.staffID("晋03-10")
            try await court.database.execute(
                """
                UPDATE letters.letter SET sealed = true, accused_staff_ids = ARRAY[\(Int64(accused) ?? 0)] WHERE item_no = 1
                """
            )
            #expect(try await Self.count("letters.letter", reader, own) == all - 1)
            #expect(try await Self.count("letters.letter_sender", reader, own) == senders - 1)
            // The batch's accusations are sealed, too.
            #expect(try await Self.count("letters.letter", reader, Settings(courts: "{晋03}", sealed: "on")) == 60)
            let inspector = Settings(courts: "{晋03}", staff: accused, sealed: "on")
            #expect(try await Self.count("letters.letter", reader, inspector) == 59)
            let handler = try await court.staffID("晋03-04")
            try await court.database.execute(
                "UPDATE letters.letter SET assignee_id = \(Int64(handler) ?? 0) WHERE item_no = 2"
            )
            let assigned = Settings(courts: "{晋03}", staff: handler, assignedOnly: "on")
            #expect(try await Self.count("letters.letter", reader, assigned) == 1)
            #expect(try await Self.count("letters.reply", reader, assigned) == 0)
        }
    }

    @Test("Ciphers, hashes, tokens, idempotency keys and logs cannot be read")
    func columns() async throws {
        try await Self.withReader { _, reader in
            for column in [
                "name_cipher FROM letters.letter_sender", "id_number_hash FROM letters.letter_sender",
                "* FROM letters.letter_sender",
                "name_cipher FROM dossiers.petitioner", "id_number_cipher FROM dossiers.petitioner",
                "value_cipher FROM dossiers.contact_point", "secret_hash FROM core.token", "id FROM core.token",
                "payload FROM host.idempotency", "request_id FROM host.audit_event", "purpose FROM host.audit_event",
                "token_id FROM host.audit_event", "* FROM host.audit_event", "id FROM core.access_log",
                "token_id FROM core.disclosure", "id FROM host.task", "name FROM host.runner",
            ] {
                await Self.expectRefusal { _ = try await reader.query("SELECT \(raw: column)") }
            }
        }
    }

    @Test("The reading role writes nothing, makes nothing and takes no other role")
    func writes() async throws {
        try await Self.withReader { _, reader in
            for statement in [
                "UPDATE letters.letter SET state = 'CLOSED'", "DELETE FROM letters.letter",
                "DELETE FROM host.audit_event",
                "INSERT INTO core.holiday VALUES ('2030-01-01', 'HOLIDAY', 'x', 'x')", "TRUNCATE letters.reply",
                "CREATE TABLE core.mine (id int)", "CREATE TABLE letters.mine (id int)",
                "ALTER TABLE letters.letter DISABLE ROW LEVEL SECURITY",
                "DROP POLICY docket_visible ON letters.letter", "CREATE ROLE other",
                "COPY (SELECT 1) TO PROGRAM 'true'",
            ] {
                await Self.expectRefusal { _ = try await reader.execute("\(raw: statement)") }
            }
        }
    }

    /// A pool under the reading role, as the server opens it, and the court it reads.
    private static func withReader(_ body: (TestCourt, PostgresPool) async throws -> Void) async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            var configuration = PostgresConfiguration(url: court.databaseURL)
            configuration.size = 1
            configuration.onConnect = ["SET ROLE docket_reader"]
            let reader = PostgresPool(configuration: configuration)
            do {
                try await body(court, reader)
            } catch {
                await reader.close()
                throw error
            }
            await reader.close()
        }
    }

    /// The rows that are seen, under settings or none.
    private static func count(_ table: String, _ reader: PostgresPool, _ settings: Settings? = nil) async throws
        -> Int64
    {
        try await reader.withTransaction(readOnly: true) { transaction in
            if let settings {
                try await transaction.execute(
                    """
                    SELECT set_config('docket.courts', \(settings.courts), true), set_config('docket.staff_id', \(settings.staff), true),
                        set_config('docket.sealed', \(settings.sealed), true),
                        set_config('docket.assigned_only', \(settings.assignedOnly), true), set_config('docket.today', '2018-06-29', true)
                    """
                )
            }
            return try await transaction.query("SELECT count(*) AS rows FROM \(raw: table)")[0].decode("rows")
        }
    }

    private static func expectRefusal(
        sourceLocation: Testing.SourceLocation = #_sourceLocation,
        _ body: () async throws -> Void
    ) async {
        do {
            try await body()
            Issue.record("it was allowed", sourceLocation: sourceLocation)
        } catch {
            #expect((error as? PostgresError)?.sqlState == "42501", "\(error)", sourceLocation: sourceLocation)
        }
    }
}
