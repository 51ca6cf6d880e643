import GraphQLSchema
import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("Rights of the reading role, before it reads")
struct CatalogRightsTests {
    private static let tables = """
        DO $$ BEGIN CREATE ROLE docket_reader NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
        CREATE SCHEMA desk;
        CREATE SCHEMA hidden;
        CREATE TABLE desk.court (code text PRIMARY KEY, name text NOT NULL);
        CREATE TABLE desk.letter (
            id bigint PRIMARY KEY, court_code text NOT NULL REFERENCES desk.court, subject text NOT NULL, due_on date, secret text
        );
        CREATE INDEX letter_court ON desk.letter (court_code);
        CREATE INDEX letter_due ON desk.letter (due_on);
        CREATE FUNCTION desk.late(desk.letter) RETURNS boolean LANGUAGE sql STABLE RETURN $1.due_on < '2018-01-01';
        CREATE VIEW desk.agenda WITH (security_invoker = true) AS SELECT id, due_on, subject FROM desk.letter;
        CREATE FUNCTION desk.recent(days integer) RETURNS SETOF desk.letter LANGUAGE sql STABLE
            BEGIN ATOMIC SELECT * FROM desk.letter WHERE due_on > '2018-01-01'::date + days; END;
        CREATE FUNCTION hidden.owed(days integer) RETURNS SETOF desk.letter LANGUAGE sql STABLE SECURITY DEFINER
            BEGIN ATOMIC SELECT * FROM desk.letter WHERE due_on > '2018-01-01'::date + days; END;
        """

    /// Line 2 is Court, line 3 Letter, line 8 Agenda, line 13 the first field of Query.
    private static let fragment = """
        scalar Date
        type Court @table(name: "desk.court", key: ["code"]) { code: String! name: String! }
        type Letter @table(name: "desk.letter") @scope(court: "court_code") {
          id: ID!
          subject: String!
          court: Court! @reference(columns: ["court_code"])
        }
        type Agenda @table(name: "desk.agenda") { id: ID! dueOn: String }
        input LetterFilter {
          dueOn: Date @where
          late: Boolean @where(function: "desk.late")
        }
        extend type Query { letters(filter: LetterFilter): [Letter!]! @rows(order: ["due_on"])
          agenda(id: ID!): Agenda @lookup
          recent(days: Int!): [Letter!]! @rows(function: "desk.recent")
          owed(days: Int!): [Letter!]! @rows(function: "hidden.owed")
        }
        """

    private static let all = """
        GRANT USAGE ON SCHEMA desk, hidden TO docket_reader;
        GRANT SELECT ON desk.court, desk.letter, desk.agenda TO docket_reader;
        """

    private func diagnostics(_ grants: String, role: String? = "docket_reader") async throws -> [String] {
        let (name, url) = try await TestServer.shared.get().makeDatabase(script: Self.tables + grants)
        let pool = PostgresPool(configuration: PostgresConfiguration(url: url))
        let mapping = try MappingTests.mapping(Self.fragment)
        let loaded: Catalog
        do { loaded = try await Catalog.load(pool, readingRole: role) } catch {
            await pool.close()
            try await TestServer.shared.get().drop(name)
            throw error
        }
        var found: [String] = []
        do throws(MappingFailure) {
            _ = try mapping.resolved(against: loaded)
        } catch {
            found = error.diagnostics.map { $0.description.replacing("letters: Letters.graphql:", with: "") }
        }
        await pool.close()
        try await TestServer.shared.get().drop(name)
        return found.sorted()
    }

    @Test("All that is needed is enough, and without a role nothing is asked")
    func enough() async throws {
        let granted = try await diagnostics(Self.all)
        #expect(granted == [])
        let unasked = try await diagnostics("", role: nil)
        #expect(unasked == [])
        // Without the column that only a filter and an order name, and whole rows.
        let byColumn =
            Self.all + """
                REVOKE SELECT ON desk.letter FROM docket_reader;
                GRANT SELECT (id, court_code, subject, due_on, secret) ON desk.letter TO docket_reader;
                """
        let byColumns = try await diagnostics(byColumn)
        #expect(byColumns == [])
    }

    /// What is taken away, and the faults that name it.
    static let missing: [(revoked: String, expected: [String])] = [
        (
            "REVOKE SELECT ON desk.court FROM docket_reader;",
            ["2: Court: docket_reader may not read desk.court; GRANT SELECT ON desk.court TO docket_reader"]
        ),
        (
            "REVOKE SELECT ON desk.agenda FROM docket_reader;",
            ["8: Agenda: docket_reader may not read desk.agenda; GRANT SELECT ON desk.agenda TO docket_reader"]
        ),
        (
            "REVOKE USAGE ON SCHEMA hidden FROM docket_reader;",
            [
                "16: @rows(function:) of Query.owed: docket_reader may not call hidden.owed; GRANT EXECUTE ON FUNCTION "
                    + "hidden.owed, and USAGE ON SCHEMA hidden, TO docket_reader"
            ]
        ),
        (
            "REVOKE EXECUTE ON FUNCTION desk.late FROM PUBLIC;",
            [
                "11: The filter LetterFilter.late: docket_reader may not call desk.late; GRANT EXECUTE ON FUNCTION "
                    + "desk.late, and USAGE ON SCHEMA desk, TO docket_reader"
            ]
        ),
        (
            """
            REVOKE SELECT ON desk.letter FROM docket_reader;
            GRANT SELECT (id, court_code, subject) ON desk.letter TO docket_reader;
            """,
            [
                "10: The filter LetterFilter.dueOn: docket_reader may not read desk.letter.due_on; "
                    + "GRANT SELECT (due_on) ON desk.letter TO docket_reader",
                "11: The filter LetterFilter.late: desk.late takes whole rows, and docket_reader may not read every column "
                    + "of desk.letter",
                "13: The order of Query.letters: docket_reader may not read desk.letter.due_on; "
                    + "GRANT SELECT (due_on) ON desk.letter TO docket_reader",
                "15: @rows(function:) of Query.recent: desk.recent reads with the caller's rights, and docket_reader may "
                    + "not read desk.letter.due_on, desk.letter.secret",
                "8: Agenda: the view desk.agenda reads with the caller's rights, and docket_reader may not read "
                    + "desk.letter.due_on",
            ]
        ),
        (
            """
            REVOKE SELECT ON desk.letter FROM docket_reader;
            GRANT SELECT (id, court_code, due_on, secret) ON desk.letter TO docket_reader;
            """,
            [
                "11: The filter LetterFilter.late: desk.late takes whole rows, and docket_reader may not read every column "
                    + "of desk.letter",
                "15: @rows(function:) of Query.recent: desk.recent reads with the caller's rights, and docket_reader may "
                    + "not read desk.letter.subject",
                "5: Letter.subject: docket_reader may not read desk.letter.subject; "
                    + "GRANT SELECT (subject) ON desk.letter TO docket_reader",
                "8: Agenda: the view desk.agenda reads with the caller's rights, and docket_reader may not read "
                    + "desk.letter.subject",
            ]
        ),
    ]

    @Test("What is missing is named with file, line and the statement that gives it", arguments: missing)
    func refuses(_ revoked: String, _ expected: [String]) async throws {
        let found = try await diagnostics(Self.all + revoked)
        #expect(found == expected)
    }

    @Test("A schema that may not be used is a fault of each type in it; a role that is not there may do nothing")
    func schema() async throws {
        let faults = try await diagnostics(Self.all + "REVOKE USAGE ON SCHEMA desk FROM docket_reader;")
        let text = "docket_reader may not use the schema desk; GRANT USAGE ON SCHEMA desk TO docket_reader"
        for place in ["2: Court: ", "3: Letter: ", "8: Agenda: "] { #expect(faults.contains(place + text)) }
        let nobody = try await diagnostics(Self.all, role: "nobody_of_that_name")
        #expect(nobody.contains { $0.hasPrefix("2: Court: nobody_of_that_name may not read desk.court") })
    }
}
