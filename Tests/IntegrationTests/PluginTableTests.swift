import CourtCore
import DocketTesting
import FieldEncryption
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Tables of a plugin of one's own")
struct PluginTableTests {
    private static let fragment = """
        type Visit @table(name: "visits.visit") @visible(courts: ["court_code"]) @requires(permission: "visits.read") {
            id: ID!
            note: String!
            visitedOn: Date!
            receivedBy: ID
        }
        extend type Query { visit(id: ID!): Visit @lookup }
        extend type Mutation { addVisit(note: String! @text(max: 50)): Visit @requires(permission: "visits.read") }
        """

    private static let tables = """
        CREATE SCHEMA visits;
        GRANT USAGE ON SCHEMA visits TO docket_reader;
        CREATE TABLE visits.visit (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            court_code text NOT NULL REFERENCES core.court,
            note text NOT NULL
        );
        """

    private static let later = """
        ALTER TABLE visits.visit ADD COLUMN visited_on date NOT NULL DEFAULT core.today(),
            ADD COLUMN received_by bigint DEFAULT core.staff_id();
        """

    private static func plugins(grant: String) -> @Sendable (KeyRing) -> [Plugin] {
        { keys in
            let visits = Plugin(
                name: "visits",
                fragments: [SchemaFragment(file: "Visits.graphql", text: fragment)],
                migrations: [
                    Migration(file: "0001_visits.sql", sql: tables),
                    Migration(file: "0002_days.sql", sql: later + grant),
                ],
                permissions: [Permission("visits.read", [.clerk])],
                commands: [
                    Command(name: "addVisit") { input, context in
                        let note = try input.decode("note", at: InputPath([]), as: String.self)
                        let court = context.principal.courtCode
                        let row = try await context.transaction.queryOne(
                            "INSERT INTO visits.visit (court_code, note) VALUES (\(court), \(note)) RETURNING id"
                        )
                        return Payload(row: try row?.decode("id", as: Int64.self))
                    }
                ]
            )
            return [CourtCore.plugin(keys: keys), visits]
        }
    }

    @Test("core.today() and core.staff_id() are the request's in the default of a column, in writes and in migrations")
    func defaults() async throws {
        let plugins = Self.plugins(grant: "GRANT SELECT ON visits.visit TO docket_reader;")
        for today in [TestCourt.today, "2018-02-28"] {
            try await TestCourt.with(plugins: plugins, today: today) { court in
                let added = await court.send(
                    #"mutation { addVisit(note: "一") { visitedOn receivedBy } again: addVisit(note: "二") { visitedOn } }"#
                )
                let staff = await court.send("{ viewer { id } }")[path: "data.viewer.id"]
                #expect(staff != .null)
                #expect(added[path: "data.addVisit"] == ["visitedOn": .string(today), "receivedBy": staff])
                #expect(added[path: "data.again.visitedOn"].text == today)
            }
        }
    }

    @Test("A GRANT that was forgotten stops the start, with plugin, file, line and the statement that gives it")
    func missingGrant() async throws {
        do {
            try await TestCourt.with(plugins: Self.plugins(grant: "")) { _ in }
            Issue.record("the server has started")
        } catch {
            #expect(
                "\(error)".contains(
                    "visits: Visits.graphql:1: Visit: docket_reader may not read visits.visit; "
                        + "GRANT SELECT ON visits.visit TO docket_reader"
                ),
                "\(error)"
            )
        }
    }

    @Test("A column by which an input says which rows may be named, and which the table does not have, stops the start")
    func namedRow() async throws {
        let plugins: @Sendable (KeyRing) -> [Plugin] = { keys in
            let visits = Plugin(
                name: "visits",
                fragments: [
                    SchemaFragment(
                        file: "Visits.graphql",
                        text: """
                            type Visit @table(name: "visits.visit") { id: ID! note: String! }
                            input EndVisitInput @creation {
                                visitIds: [ID!]! @items(max: 5) @row(of: "Visit", active: true, ofCourt: true)
                            }
                            extend type Query { visit(id: ID!): Visit @lookup }
                            extend type Mutation { endVisit(input: EndVisitInput!): Visit @requires(permission: "visits.read") }
                            """
                    )
                ],
                migrations: [
                    Migration(
                        file: "0001_visits.sql",
                        sql: Self.tables + "GRANT SELECT ON visits.visit TO docket_reader;"
                    )
                ],
                permissions: [Permission("visits.read", [.clerk])],
                commands: [Command(name: "endVisit") { _, _ in Payload(row: nil) }]
            )
            return [CourtCore.plugin(keys: keys), visits]
        }
        do {
            try await TestCourt.with(plugins: plugins) { _ in }
            Issue.record("the server has started")
        } catch {
            let told = "\(error)"
            #expect(
                told.contains(
                    "visits: Visits.graphql:3: EndVisitInput.visitIds's @row: visits.visit has no column \"active\""
                ),
                "\(error)"
            )
            #expect(!told.contains("court_code"))
        }
    }
}
