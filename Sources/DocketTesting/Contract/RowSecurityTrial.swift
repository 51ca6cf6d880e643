import PluginKit
import Postgres

/// Row security with everything of the engine away: each table with a court, read as the reading role by a caller of that
/// court, by one of another, and by nobody.
///
/// A table that the demonstration leaves empty gets a row of its own, so that an empty answer means something.
struct RowSecurityTrial {
    private let court: TestCourt
    private let exceptions: PluginContract.Exceptions
    private static let own = "晋03"
    private static let other = "晋0302"

    init(_ court: TestCourt, _ exceptions: PluginContract.Exceptions) {
        self.court = court
        self.exceptions = exceptions
    }

    func faults() async throws -> [String] {
        let tables = try await tables()
        let rows = try await SampleRows(court, of: Self.own)
        var faults: [String] = []
        let staff = try await court.staffID(of: .inspector)
        try await withReader { reader in
            for table in tables {
                guard table.isSecured else {
                    faults.append("\(table.name) has a court and no row security")
                    continue
                }
                if try await Self.count(table.name, reader, of: Self.own, staff: staff) == 0 {
                    try await rows.add(to: table.id)
                }
                // What the host and the core keep of rows is seen with those rows only.
                if !table.isRecord, try await Self.count(table.name, reader, of: Self.own, staff: staff) == 0 {
                    faults.append("\(table.name): nobody of the court sees its row")
                }
                if try await Self.count(table.name, reader, of: Self.other, staff: staff) != 0 {
                    faults.append("\(table.name) shows its rows to a caller of another court")
                }
                if try await Self.count(table.name, reader, of: nil, staff: "") != 0 {
                    faults.append("\(table.name) shows its rows to nobody in particular")
                }
            }
        }
        return faults
    }

    /// The core's: whoever asks may know which courts have which departments, staff and deadlines.
    private static let directory: Set = ["core.department", "core.staff", "core.deadline_rule"]

    /// The core's and the host's: seen where the row that they tell of is, or once it is published; a made-up one is not.
    private static let bound: Set = ["core.disclosure", "host.outbox_event"]

    private struct Table {
        let id: Int64
        let name: String
        let isSecured: Bool

        var isRecord: Bool { name.hasPrefix("core.") || name.hasPrefix("host.") }
    }

    /// Tables with a column of a court that the reading role reads.
    private func tables() async throws -> [Table] {
        try await court.database.query(
            """
            SELECT c.oid::bigint AS id, c.oid::regclass::text AS name, c.relrowsecurity AS is_secured
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname !~ '^(pg_|information_schema)' AND c.relkind IN ('r', 'p')
                AND EXISTS (
                    SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND NOT a.attisdropped AND a.attname ~ 'court_codes?$'
                )
                AND has_any_column_privilege('docket_reader', c.oid, 'SELECT')
            ORDER BY 2
            """
        ).map { row in
            Table(id: try row.decode("id"), name: try row.decode("name"), isSecured: try row.decode("is_secured"))
        }.filter { !exceptions.openTables.contains($0.name) && !Self.directory.contains($0.name) }
    }

    private func withReader(_ body: (PostgresPool) async throws -> Void) async throws {
        var configuration = PostgresConfiguration(url: court.databaseURL)
        configuration.size = 1
        configuration.onConnect = ["SET ROLE docket_reader"]
        let reader = PostgresPool(configuration: configuration)
        do {
            try await body(reader)
        } catch {
            await reader.close()
            throw error
        }
        await reader.close()
    }

    /// Rows that an inspector of a court sees, of which no seal and no assignment keeps them.
    private static func count(_ table: String, _ reader: PostgresPool, of code: String?, staff: String) async throws
        -> Int64
    {
        try await reader.withTransaction(readOnly: true) { transaction in
            try await transaction.execute(
                """
                SELECT set_config('docket.courts', \(code.map { "{\($0)}" } ?? ""), true),
                    set_config('docket.staff_id', \(staff), true), set_config('docket.department_id', '', true),
                    set_config('docket.recused_from', '{}', true), set_config('docket.sealed', \(code == nil ? "off" : "on"), true),
                    set_config('docket.assigned_only', 'off', true), set_config('docket.today', \(TestCourt.today), true)
                """
            )
            return try await transaction.query("SELECT count(*) AS rows FROM \(raw: table)")[0].decode("rows")
        }
    }
}
