import GraphQLSchema
import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("Check of interfaces and unions against the catalog")
struct AbstractCatalogTests {
    private static let place = "letters: Letters.graphql"

    private func diagnostics(_ fragment: String, script: String = "") async throws -> [String] {
        func check(_ reads: Reads) async throws -> [String] {
            let mapping = try MappingTests.mapping(fragment)
            let catalog = try await Catalog.load(reads.pool)
            do throws(MappingFailure) {
                _ = try mapping.resolved(against: catalog)
                return []
            } catch {
                return error.diagnostics.map(\.description)
            }
        }
        guard !script.isEmpty else { return try await SharedDatabase.casework.withReads { try await check($0) } }
        let found = Found()
        try await SharedDatabase.withOwnReads(script: Casework.script + script, fragments: Casework.fragments) {
            reads in
            await found.set(try await check(reads))
        }
        return await found.list
    }

    private actor Found {
        private(set) var list: [String] = []

        func set(_ list: [String]) { self.list = list }
    }

    private static let letter = "type Letter @table(name: \"app.letter\") { id: ID! }\n"
    private static let query = "extend type Query { hits: [Hit!]! @rows }\n"

    @Test("A relation that is missing, and columns that are or are of another type")
    func columns() async throws {
        #expect(
            try await diagnostics(Self.letter + "union Hit @table(name: \"app.mater\") = Letter\n" + Self.query) == [
                "\(Self.place):2: Hit: there is no table or view app.mater; did you mean \"app.matter\"?"
            ]
        )
        #expect(
            try await diagnostics(
                Self.letter + "union Hit @table(name: \"app.search_result\", typename: \"kinds\") = Letter\n"
                    + Self.query
            ) == [
                "\(Self.place):2: @table(typename:) of Hit: app.search_result has no column \"kinds\"; did you mean \"kind\"?",
                "\(Self.place):2: The key of Hit: app.search_result has no column \"id\"",
            ]
        )
        #expect(
            try await diagnostics(
                Self.letter + "union Hit @table(name: \"app.matter\", key: [\"title\"], typename: \"id\") = Letter\n"
                    + Self.query
            ) == [
                "\(Self.place):2: @table(typename:) of Hit: app.matter.id is bigint, but must be text",
                "\(Self.place):2: The key of Hit: app.matter.title is text, but app.letter.id is bigint",
            ]
        )
        #expect(
            try await diagnostics(
                """
                interface Hit @table(name: "app.matter") @scope(court: "court", sealed: "title") {
                  absent: String
                  openedOn: Int
                  also: String @column(name: "titel")
                  notes: [Note!]! @children(columns: ["subject_id", "subject_type"])
                }
                type Note @table(name: "app.note") { hit: Hit @reference(columns: ["text", "text"]) }
                extend type Query { hits(sealed: String @where): [Hit!]! @rows(order: ["opened"]) }
                """
            ) == [
                "\(Self.place):1: @scope of Hit: app.matter has no column \"court\"",
                "\(Self.place):1: @scope of Hit: app.matter.title is text, but must be boolean",
                "\(Self.place):3: Hit.openedOn: the column app.matter.opened_on is date, but Int needs smallint or integer",
                "\(Self.place):4: Hit.also: app.matter has no column \"titel\"; did you mean \"title\"?",
                "\(Self.place):5: @children of Hit.notes: app.matter.id is bigint, but app.note.subject_type is text",
                "\(Self.place):5: @children of Hit.notes: app.matter.typename is text, but app.note.subject_id is bigint",
                "\(Self.place):7: @reference of Note.hit: app.note.text is text, but app.matter.id is bigint",
                "\(Self.place):8: The filter sealed of Query.hits: app.matter.sealed is boolean, but String needs text",
                "\(Self.place):8: The order of Query.hits: app.matter has no column \"opened\"",
            ]
        )
    }

    @Test("A table of several types needs indexes like any other")
    func indexes() async throws {
        let fragment = """
            type Letter @table(name: "app.letter") {
              id: ID!
              inbox: [Hit!]! @children(columns: ["letter_id"])
              logs: [Log!]! @children(columns: ["subject_id"], typename: "subject_type")
            }
            union Hit @table(name: "app.inbox") = Letter
            type Log @table(name: "app.log") {
              id: ID!
              hit: Hit @reference(columns: ["subject_type", "subject_id"])
            }
            extend type Query {
              hits(words: String @where): [Hit!]! @rows
              hit(typename: String!, id: ID!): Hit @lookup
            }
            """
        let tables = """
            CREATE TABLE app.inbox (typename text NOT NULL, id bigint NOT NULL, words text, letter_id bigint);
            CREATE TABLE app.log (id bigint PRIMARY KEY, subject_type text, subject_id bigint);
            """
        #expect(
            try await diagnostics(fragment, script: tables) == [
                "\(Self.place):3: @children of Letter.inbox: no index of app.inbox begins with (letter_id)",
                "\(Self.place):4: @children of Letter.logs: no index of app.log begins with (subject_id)",
                "\(Self.place):6: The key of Hit: no unique index of app.inbox is within (typename, id)",
                "\(Self.place):9: @reference of Log.hit: no unique index of app.inbox is within (typename, id)",
                "\(Self.place):12: The filter words of Query.hits: no index of app.inbox begins with (words)",
                "\(Self.place):13: @lookup of Query.hit: no index of app.inbox begins with (typename, id)",
            ]
        )
        let indexes = """
            CREATE UNIQUE INDEX ON app.inbox (typename, id);
            CREATE INDEX ON app.inbox (words);
            CREATE INDEX ON app.inbox (letter_id);
            CREATE INDEX ON app.log (subject_type, subject_id);
            """
        #expect(try await diagnostics(fragment, script: tables + indexes) == [])
    }

    @Test("Rows that row security hides in their own table must not be seen through a view, or in a table without it")
    func rowSecurity() async throws {
        let script = """
            ALTER TABLE app.letter ENABLE ROW LEVEL SECURITY;
            CREATE VIEW app.owner_view AS SELECT 'Letter'::text AS typename, id FROM app.letter;
            CREATE VIEW app.invoker_view WITH (security_invoker = on) AS SELECT 'Letter'::text AS typename, id FROM app.letter;
            CREATE MATERIALIZED VIEW app.kept_view AS SELECT 'Letter'::text AS typename, id FROM app.letter;
            CREATE UNIQUE INDEX ON app.kept_view (typename, id);
            CREATE TABLE app.open_table (typename text, id bigint, PRIMARY KEY (typename, id));
            CREATE TABLE app.closed_table (typename text, id bigint, PRIMARY KEY (typename, id));
            ALTER TABLE app.closed_table ENABLE ROW LEVEL SECURITY;
            """
        let fragment =
            Self.letter
            + ["owner_view", "invoker_view", "kept_view", "open_table", "closed_table"].enumerated().map {
                "union H\($0) @table(name: \"app.\($1)\") = Letter\n"
            }.joined() + "extend type Query { letter(id: ID!): Letter @lookup }"
        func fault(_ line: Int, _ name: String) -> String {
            "\(Self.place):\(line): H\(line - 2): app.letter of its type Letter has row security, but app.\(name) has none; "
                + "a view needs security_invoker"
        }
        #expect(
            try await diagnostics(fragment, script: script) == [
                fault(2, "owner_view"), fault(4, "kept_view"), fault(5, "open_table"),
            ]
        )
    }

    @Test("An id is made of an integer, a text or a uuid")
    func nodeIDs() async throws {
        #expect(
            try await diagnostics(
                """
                interface Node @node { nodeId: ID! }
                type Day implements Node @table(name: "app.letter", key: ["received_on"]) { nodeId: ID! }
                type Lost implements Node @table(name: "app.letter", key: ["idd"]) { nodeId: ID! }
                type Token implements Node @table(name: "app.letter", key: ["token"]) { nodeId: ID! }
                extend type Query { node(nodeId: ID!): Node @node }
                """
            ) == [
                "\(Self.place):2: Day.nodeId: the key app.letter.received_on is date, but an id is made of an integer, a text "
                    + "or a uuid",
                "\(Self.place):2: The key of Day: no unique index of app.letter is within (received_on)",
                "\(Self.place):3: Lost.nodeId: app.letter has no column \"idd\"; did you mean \"id\"?",
                "\(Self.place):3: The key of Lost: app.letter has no column \"idd\"; did you mean \"id\"?",
            ]
        )
    }
}
