import CourtCore
import DocketServer
import DocketTesting
import FieldEncryption
import PluginHost
import PluginKit
import Postgres
import Testing

/// A server does not start where the database shows other rows than the plugins declare.
@Suite("Row security is compared at the start")
struct RowSecurityStartTests {
    private static let fragment = """
        type Visit
            @table(name: "visits.visit")
            @visible(courts: ["court_code"]) {
            id: ID!
        }
        extend type Query { visit(id: ID!): Visit @lookup }
        """

    private static let tables = """
        CREATE SCHEMA visits;
        GRANT USAGE ON SCHEMA visits TO docket_reader;
        CREATE TABLE visits.visit (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, court_code text NOT NULL, sealed boolean NOT NULL DEFAULT false
        );
        GRANT SELECT ON visits.visit TO docket_reader;
        INSERT INTO visits.visit (court_code) VALUES ('晋03'), ('晋0302');
        """

    private static func plugins(_ keys: KeyRing, _ fragment: String) -> [Plugin] {
        [
            CourtCore.plugin(keys: keys),
            Plugin(
                name: "visits",
                fragments: [SchemaFragment(file: "Visits.graphql", text: fragment)],
                migrations: [Migration(file: "0001_visits.sql", sql: tables)]
            ),
        ]
    }

    /// What was done to the database, and what is said of it.
    static let differences: [(script: String, fault: String)] = [
        ("DROP POLICY docket_visible ON visits.visit", "has no policy docket_visible"),
        ("ALTER TABLE visits.visit DISABLE ROW LEVEL SECURITY", "has row security switched off"),
        ("ALTER POLICY docket_visible ON visits.visit USING (true)", "has a policy that was changed after it was made"),
        (
            "ALTER POLICY docket_visible ON visits.visit TO PUBLIC",
            "has a policy docket_visible that is not for docket_reader reading"
        ),
    ]

    @Test("A difference stops a hardened server and another with table, file and line; migrating mends it")
    func differences() async throws {
        try await TestCourt.with(plugins: { Self.plugins($0, Self.fragment) }) { court in
            for (script, fault) in Self.differences {
                try await court.database.execute(script: script)
                for isHardened in [true, false] {
                    let found = try await Self.refusal(court, Self.fragment, isHardened: isHardened)
                    #expect(
                        found?.contains("visits: Visits.graphql:3: @visible of Visit: visits.visit \(fault)\n") == true,
                        "\(script): \(found ?? "it has started")"
                    )
                }
                let migrated = try await Composition(Self.plugins(court.keys, Self.fragment)).migrate(court.database)
                #expect(migrated.applied == [])
                #expect(migrated.secured == ["visits.visit"])
                #expect(try await Self.refusal(court, Self.fragment) == nil, "\(script)")
            }
            let again = try await Composition(Self.plugins(court.keys, Self.fragment)).migrate(court.database)
            #expect(again.secured == [])
        }
    }

    @Test("Another declaration is a difference, until it is migrated")
    func declaration() async throws {
        try await TestCourt.with(plugins: { Self.plugins($0, Self.fragment) }) { court in
            let sealed = Self.fragment.replacing("[\"court_code\"]", with: "[\"court_code\"], sealed: \"sealed\"")
            let found = try await Self.refusal(court, sealed)
            #expect(
                found?.contains(":3: @visible of Visit: visits.visit has a policy that was made of another declaration")
                    == true,
                "\(found ?? "it has started")"
            )
            try await Composition(Self.plugins(court.keys, sealed)).migrate(court.database)
            #expect(try await Self.refusal(court, sealed) == nil)
        }
    }

    @Test("A policy by hand that shows more stops migration and start; one that shows less does not")
    func policiesByHand() async throws {
        try await TestCourt.with(plugins: { Self.plugins($0, Self.fragment) }) { court in
            try await court.database.execute(
                script: "CREATE POLICY less ON visits.visit AS RESTRICTIVE FOR SELECT TO docket_reader USING (id > 0)"
            )
            #expect(try await Self.refusal(court, Self.fragment) == nil)
            try await court.database.execute(
                script: "CREATE POLICY more ON visits.visit FOR SELECT TO PUBLIC USING (true)"
            )
            let fault = "visits.visit has a second policy for docket_reader, more, which shows more rows"
            let found = try await Self.refusal(court, Self.fragment)
            #expect(found?.contains(fault) == true, "\(found ?? "it has started")")
            let error = await #expect(throws: RowSecurityFault.self) {
                try await Composition(Self.plugins(court.keys, Self.fragment)).migrate(court.database)
            }
            #expect(error?.description.contains(fault) == true)
        }
    }

    @Test("What was made is noted, and the server's login changes neither the note nor a policy")
    func notes() async throws {
        try await TestCourt.with(plugins: { Self.plugins($0, Self.fragment) }) { court in
            let rows = try await court.query(
                "SELECT relation, source FROM core.row_policy WHERE relation LIKE 'visits.%' ORDER BY id"
            )
            #expect(try rows.map { try $0.decode("relation", as: String.self) } == ["visits.visit"])
            #expect(
                try rows.first?.decode("source", as: String.self)
                    == "court_code = ANY ((SELECT core.readable_courts())::text[])"
            )
            var configuration = PostgresConfiguration(url: court.serverDatabaseURL)
            configuration.size = 1
            configuration.onConnect = ["SET ROLE docket_writer"]
            let pool = PostgresPool(configuration: configuration)
            for script in [
                "UPDATE core.row_policy SET source = ''", "DELETE FROM core.row_policy",
                "DROP POLICY docket_visible ON visits.visit",
                "ALTER POLICY docket_visible ON visits.visit USING (true)",
            ] {
                let error = await #expect(throws: PostgresError.self) { try await pool.execute(script: script) }
                #expect(error?.sqlState == "42501", "\(script)")
            }
            await pool.close()
        }
    }

    /// Why a server does not start; nil for one that does.
    private static func refusal(_ court: TestCourt, _ fragment: String, isHardened: Bool = false) async throws
        -> String?
    {
        do {
            let server = try await TestCourt.serve(
                court.serverDatabaseURL,
                plugins(court.keys, fragment),
                keys: court.keys,
                today: TestCourt.today,
                isHardened: isHardened
            )
            await server.shutdown()
            return nil
        } catch let error as RowSecurityFault {
            return error.description
        }
    }
}
