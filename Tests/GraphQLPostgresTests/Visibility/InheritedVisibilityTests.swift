import GraphQLExecution
import GraphQLSchema
import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("Rows that are seen with another")
struct InheritedVisibilityTests {
    static let script = """
        CREATE SCHEMA v;
        CREATE TABLE v.matter (id bigint PRIMARY KEY, court_code text NOT NULL, sealed boolean NOT NULL);
        CREATE TABLE v.reply (matter_id bigint PRIMARY KEY REFERENCES v.matter, text text NOT NULL);
        CREATE TABLE v.part (
            id bigint PRIMARY KEY, matter_id bigint NOT NULL REFERENCES v.matter, twin_id bigint REFERENCES v.matter
        );
        CREATE INDEX part_matter ON v.part (matter_id);
        CREATE INDEX part_twin ON v.part (twin_id);
        CREATE TABLE v.note (id bigint PRIMARY KEY, part_id bigint NOT NULL REFERENCES v.part);
        CREATE INDEX note_part ON v.note (part_id);
        INSERT INTO v.matter VALUES (1, '晋03', false), (2, '晋03', true), (3, '京', false);
        INSERT INTO v.reply SELECT id, 'r' || id FROM v.matter;
        INSERT INTO v.part VALUES (1, 1, 2), (2, 2, 1), (3, 3, 1);
        INSERT INTO v.note SELECT id, id FROM v.part;
        """

    static let fragment = """
        type Matter @table(name: "v.matter") @scope(court: "court_code", sealed: "sealed") {
          id: ID!
          reply: Reply @reference(columns: ["id"], key: ["matter_id"])
          parts: [Part!]! @children(columns: ["matter_id"])
          twins: [Part!]! @children(columns: ["twin_id"])
        }
        type Reply @table(name: "v.reply", key: ["matter_id"]) @scope(with: "v.matter", columns: ["matter_id"]) {
          text: String!
          parts: [Part!]! @children(columns: ["matter_id"])
        }
        type Part @table(name: "v.part") @scope(with: "v.matter", columns: ["matter_id"]) {
          id: ID!
          matter: Matter @reference(columns: ["matter_id"])
          notes: [Note!]! @children(columns: ["part_id"])
        }
        type Note @table(name: "v.note") @scope(with: "v.part", columns: ["part_id"]) { id: ID! }
        input MatterFilter { parts: PartQuantifiers twins: PartQuantifiers reply: ReplyFilter }
        input PartQuantifiers { some: PartFilter none: PartFilter every: PartFilter }
        input PartFilter { id: ID @where }
        input ReplyFilter { matterId: ID @where }
        extend type Query {
          matters(filter: MatterFilter): [Matter!]! @rows(order: ["id"])
          parts: [Part!]! @rows(order: ["id"])
          notes: [Note!]! @rows(order: ["id"])
          note(id: ID!): Note @lookup
          replies: [Reply!]! @rows(order: ["matter_id"])
        }
        """

    private static let matter = "tv.court_code = ANY ((SELECT $1::text[])::text[]) AND (NOT tv.sealed OR $2)"

    /// The conditions of a plan's last statement, from which other rows than the operation's own are asked for.
    static let conditions: [(query: String, condition: String?)] = [
        ("{ parts { id } }", "EXISTS (SELECT 1 FROM v.matter tv WHERE tv.id = t.matter_id AND \(matter))"),
        (
            "{ notes { id } }",
            """
            EXISTS (SELECT 1 FROM v.part tv WHERE tv.id = t.part_id AND EXISTS (SELECT 1 FROM v.matter tvv \
            WHERE tvv.id = tv.matter_id AND tvv.court_code = ANY ((SELECT $1::text[])::text[]) AND (NOT tvv.sealed OR $2)))
            """
        ),
        // Reached by the very key of the row with which they are seen, or beside it by the same.
        ("{ matters { parts { id } } }", nil), ("{ matters { parts { notes { id } } } }", nil),
        ("{ replies { parts { id } } }", nil),
        // By another column of the same table.
        (
            "{ matters { twins { id } } }",
            "EXISTS (SELECT 1 FROM v.matter tv WHERE tv.id = t.matter_id AND tv.court_code = ANY "
                + "((SELECT $2::text[])::text[]) AND (NOT tv.sealed OR $3))"
        ),
    ]

    @Test("A statement asks for the row with which its rows are seen, unless they are reached through it")
    func statements() async throws {
        try await Self.withReads { (reads: Reads) async throws in
            for (query, condition) in Self.conditions {
                let fetch = try #require(try reads.plan(query).plan.fetches.last?.description as? SQLFetch)
                let line = fetch.sql.split(separator: "\n").first { $0.hasPrefix("WHERE") }
                #expect(line.map(String.init) == condition.map { "WHERE \($0)" }, "\(query)\n\(fetch.sql)")
            }
            let joined = try #require(
                try reads.plan("{ matters { reply { text } } }").plan.fetches.last?.description as? SQLFetch
            )
            #expect(joined.sql.contains("LEFT JOIN v.reply j1 ON j1.matter_id = t.id\n"), "\(joined.sql)")
        }
    }

    @Test("The plan alone hides what hangs on a hidden row, whichever way it is reached")
    func rows() async throws {
        try await Self.withReads { (reads: Reads) async throws in
            #expect(try await reads.json("{ parts { id } }") == #"{"data":{"parts":[{"id":"1"}]}}"#)
            #expect(
                try await reads.json("{ notes { id } hidden: note(id: 2) { id } note(id: 1) { id } }")
                    == #"{"data":{"notes":[{"id":"1"}],"hidden":null,"note":{"id":"1"}}}"#
            )
            #expect(
                try await reads.json(
                    "{ matters { parts { id notes { id } } twins { id } reply { text parts { id } } } }"
                )
                    == #"{"data":{"matters":[{"parts":[{"id":"1","notes":[{"id":"1"}]}],"twins":[],"#
                    + #""reply":{"text":"r1","parts":[{"id":"1"}]}}]}}"#
            )
            var inspector = Reads.caller
            inspector.mayReadSealed = true
            #expect(
                try await reads.json("{ notes { id } }", as: inspector)
                    == #"{"data":{"notes":[{"id":"1"},{"id":"2"}]}}"#
            )
        }
    }

    @Test("A filter tells nothing of related rows that are seen with a hidden one")
    func filters() async throws {
        try await Self.withReads { (reads: Reads) async throws in
            for (filter, found) in [("{parts: {some: {}}}", 1), ("{twins: {some: {}}}", 0), ("{twins: {none: {}}}", 1)]
            {
                let json = try await reads.json("{ matters(filter: \(filter)) { id } }")
                #expect(json == #"{"data":{"matters":[\#(found == 1 ? #"{"id":"1"}"# : "")]}}"#, "\(filter)")
            }
        }
    }

    private static func withReads(_ body: (Reads) async throws -> Void) async throws {
        try await SharedDatabase.withOwnReads(script: script, fragments: [fragment], body)
    }
}

@Suite("Faults of what is seen with another")
struct InheritedVisibilityFaultTests {
    private static let place = "letters: Letters.graphql"
    private static let matter =
        "type Matter @table(name: \"v.matter\", key: [\"id\"]) @scope(court: \"court_code\") { id: ID! }\n"
    private static let query = "extend type Query { matter(id: ID!): Matter @lookup }\n"

    static let faults: [MappingTests.Fault] = [
        .init(
            "a table that no type has",
            matter + "type Part @table(name: \"v.part\") @scope(with: \"v.mater\", columns: [\"a\"]) { id: ID! }\n"
                + query,
            "\(place):2: @scope of Part: no type has the table v.mater"
        ),
        .init(
            "a table without a schema",
            matter + "type Part @table(name: \"v.part\") @scope(with: \"matter\", columns: [\"a\"]) { id: ID! }\n"
                + query,
            "\(place):2: @scope of Part: with must name a schema and a table"
        ),
        .init(
            "columns that are no key",
            matter
                + "type Part @table(name: \"v.part\") @scope(with: \"v.matter\", columns: [\"a\", \"b\"]) { id: ID! }\n"
                + query,
            "\(place):2: @scope of Part names 2 columns for the key of v.matter, which has 1"
        ),
        .init(
            "a circle",
            matter + "type Part @table(name: \"v.part\") @scope(with: \"v.note\", columns: [\"a\"]) { id: ID! }\n"
                + "type Note @table(name: \"v.note\") @scope(with: \"v.part\", columns: [\"a\"]) { id: ID! }\n" + query,
            "\(place):2: @scope of Part: its rows are seen with rows that are seen with them",
            "\(place):3: @scope of Note: its rows are seen with rows that are seen with them"
        ),
        .init(
            "two that name columns of the row itself",
            "type Matter @table(name: \"v.matter\") @scope(court: \"a\") @scope(sealed: \"b\") { id: ID! }\n" + query,
            "\(place):1: @scope of Matter: only one of them may name columns of the row itself"
        ),
        .init(
            "a union that shows what a type hides with another",
            matter + "type Part @table(name: \"v.part\") @scope(with: \"v.matter\", columns: [\"a\"]) { id: ID! }\n"
                + "union Hit @table(name: \"v.hit\") = Part\nextend type Query { hits: [Hit!]! @rows }\n" + query,
            "\(place):3: Hit needs @scope(court:), since its type Part has it"
        ),
    ]

    @Test("Each is reported with its place", arguments: faults)
    func reports(_ fault: MappingTests.Fault) {
        let failure = #expect(throws: MappingFailure.self) { try MappingTests.mapping(fault.fragment) }
        #expect(failure?.diagnostics.map(\.description) == fault.expected)
    }

    @Test("Columns that are not there or of another type than the key are reported against the catalog")
    func catalog() async throws {
        try await SharedDatabase.withOwnReads(
            script: InheritedVisibilityTests.script,
            fragments: [InheritedVisibilityTests.fragment]
        ) { (reads: Reads) async throws in
            let catalog = try await Catalog.load(reads.pool)
            for (column, fault) in [
                ("matter", "v.part has no column \"matter\""),
                ("name", "v.part has no column \"name\""),
            ] {
                let mapping = try MappingTests.mapping(
                    Self.matter
                        + "type Part @table(name: \"v.part\") @scope(with: \"v.matter\", columns: [\"\(column)\"]) "
                        + "{ id: ID! }\n" + Self.query
                )
                let failure = #expect(throws: MappingFailure.self) { try mapping.resolved(against: catalog) }
                let found = failure?.diagnostics.map(\.description) ?? []
                #expect(found.contains { $0.hasPrefix("\(Self.place):2: @scope of Part: \(fault)") }, "\(found)")
            }
        }
    }
}
