import GraphQLSchema
import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("Check against the catalog")
struct CatalogCheckTests {
    private func diagnostics(_ fragment: String) async throws -> [String] {
        try await SharedDatabase.registry.withReads { try await diagnostics(fragment, in: $0.pool) }
    }

    private func diagnostics(_ fragment: String, in pool: PostgresPool) async throws -> [String] {
        let mapping = try MappingTests.mapping(fragment)
        let catalog = try await Catalog.load(pool)
        do {
            _ = try mapping.resolved(against: catalog)
            return []
        } catch {
            return error.diagnostics.map(\.description)
        }
    }

    private static let place = "letters: Letters.graphql"

    struct Fault: Sendable, CustomTestStringConvertible {
        let name: String
        let fields: String
        let expected: [String]

        init(_ name: String, _ fields: String, _ expected: String...) {
            self.name = name
            self.fields = fields
            self.expected = expected
        }

        var testDescription: String { name }
    }

    /// Fields of a type over app.letter, on line 2.
    static let faults: [Fault] = [
        Fault(
            "a column that is not there",
            "dewOn: String",
            "\(place):2: Letter.dewOn: app.letter has no column \"dew_on\"; did you mean \"due_on\"?"
        ),
        Fault(
            "a column that is far from any",
            "zzzzzzz: String",
            "\(place):2: Letter.zzzzzzz: app.letter has no column \"zzzzzzz\""
        ),
        Fault(
            "Int over a bigint",
            "id: Int!",
            "\(place):2: Letter.id: the column app.letter.id is bigint, but Int needs smallint or integer"
        ),
        Fault(
            "String over a number",
            "priority: String",
            "\(place):2: Letter.priority: the column app.letter.priority is smallint, but String needs text or date or "
                + "timestamptz"
        ),
        Fault(
            "a list over a single column",
            "subject: [String!]",
            "\(place):2: Letter.subject: the column app.letter.subject is text, but [String!] needs text[] or date[] or "
                + "timestamptz[]"
        ),
        Fault(
            "a single value over an array",
            "tags: String",
            "\(place):2: Letter.tags: the column app.letter.tags is text[], but String needs text or date or timestamptz"
        ),
        Fault(
            "an enum over a number",
            "priority: E",
            "\(place):2: Letter.priority: the column app.letter.priority is smallint, but E needs text"
        ),
        Fault(
            "a type that is not read",
            "scan: String",
            "\(place):2: Letter.scan: the type bytea of app.letter.scan is not supported"
        ),
        Fault(
            "a function that is not there",
            "late: Boolean @function(name: \"app.overdew\")",
            "\(place):2: Letter.late: there is no function app.overdew(app.letter); did you mean \"app.overdue\"?"
        ),
        Fault(
            "a function over something else",
            "late: Boolean @function(name: \"app.report\")",
            "\(place):2: Letter.late: there is no function app.report(app.letter); it takes other arguments"
        ),
        Fault(
            "a function of another type",
            "late: String @function(name: \"app.overdue\")",
            "\(place):2: Letter.late: the function app.overdue is boolean, but String needs text or date or timestamptz"
        ),
        Fault(
            "a reference by a column that is not unique there",
            "other: Letter @reference(columns: [\"id\"], key: [\"duplicate_of_id\"])",
            "\(place):2: @reference of Letter.other: no unique index of app.letter is within (duplicate_of_id)"
        ),
        Fault(
            "a reference between different types",
            "other: Letter @reference(columns: [\"letter_no\"])",
            "\(place):2: @reference of Letter.other: app.letter.letter_no is text, but app.letter.id is bigint"
        ),
        Fault(
            "children by a column that is not there",
            "all: [Letter!]! @children(columns: [\"priority_id\"])",
            "\(place):2: @children of Letter.all: app.letter has no column \"priority_id\"; did you mean \"priority\"?"
        ),
        Fault(
            "an order by an array",
            "all: [Letter!]! @children(columns: [\"duplicate_of_id\"], order: [\"tags\"])",
            "\(place):2: The order of Letter.all: app.letter.tags is text[], which has no order"
        ),
        Fault(
            "a resolver's column that is not there",
            "actions: [String!] @resolve(columns: [\"stat\"])",
            "\(place):2: @resolve of Letter.actions: app.letter has no column \"stat\"; did you mean \"state\"?"
        ),
        Fault(
            "a resolver's column of a type without a Swift key",
            "actions: [String!] @resolve(columns: [\"state\", \"weight\"])",
            "\(place):2: @resolve of Letter.actions: app.letter.weight is numeric, which a resolver is not asked with"
        ),
    ]

    @Test("A mapping that disagrees with the database is refused", arguments: faults)
    func refuses(_ fault: Fault) async throws {
        let fragment = """
            type Letter @table(name: "app.letter") {
              \(fault.fields)
            }
            enum E { A }
            extend type Query { letter(id: ID!): Letter @lookup }
            """
        #expect(try await diagnostics(fragment) == fault.expected)
    }

    @Test("Groups and aggregates need columns that are there, and types that agree")
    func groups() async throws {
        let found = try await diagnostics(
            """
            type Letter @table(name: "app.letter") { id: ID! }
            enum By { STAT TAGS RECEIVED_ON LATE }
            type Group {
              stat: String
              tags: String
              receivedOn: String
              late: Boolean @function(name: "app.overdew")
              a: Int @aggregate(function: SUM, column: "subject")
              b: Int @aggregate(function: MIN, column: "received_on")
              c: Boolean @aggregate(function: MIN, column: "sealed")
              d: Int @aggregate(function: AVG, column: "priority")
              e: Int @aggregate(function: COUNT_DISTINCT, column: "tags")
              f: String @aggregate(function: COUNT)
              g: Int @aggregate(function: MAX, column: "priorty")
              h: Int @aggregate(function: MAX, column: "priority")
            }
            extend type LetterConnection { groups(by: [By!]!): [Group!]! @groups }
            extend type Query { letters: LetterConnection! @rows }
            """
        )
        #expect(
            found == [
                "\(Self.place):4: Group.stat: app.letter has no column \"stat\"; did you mean \"state\"?",
                "\(Self.place):5: Group.tags: the column app.letter.tags is text[], which has no order",
                "\(Self.place):6: Group.receivedOn: the column app.letter.received_on is date, but String needs text",
                "\(Self.place):7: Group.late: there is no function app.overdew(app.letter); did you mean \"app.overdue\"?",
                "\(Self.place):8: Group.a: SUM does not fit app.letter.subject, text",
                "\(Self.place):9: Group.b: MIN of app.letter.received_on is date, which Int does not fit",
                "\(Self.place):10: Group.c: MIN does not fit app.letter.sealed, boolean",
                "\(Self.place):11: Group.d: AVG of app.letter.priority is numeric, which Int does not fit",
                "\(Self.place):12: Group.e: COUNT_DISTINCT does not fit app.letter.tags, text[]",
                "\(Self.place):13: Group.f: COUNT is bigint, which String does not fit",
                "\(Self.place):14: Group.g: app.letter has no column \"priorty\"; did you mean \"priority\"?",
            ]
        )
    }

    @Test("A missing table is reported once, not for each of its columns")
    func missingTable() async throws {
        let found = try await diagnostics(
            """
            type Letter @table(name: "app.leter") { id: ID! subject: String }
            extend type Query { letter(id: ID!): Letter @lookup }
            """
        )
        #expect(found == ["\(Self.place):1: Letter: there is no table or view app.leter; did you mean \"app.letter\"?"])
    }

    @Test("Filters and lookups need an index, the columns of a scope their types")
    func indexesAndScope() async throws {
        let found = try await diagnostics(
            """
            type Letter @table(name: "app.letter") @scope(court: "id", sealed: "subject", assignee: "tags", recused: "nobody") { id: ID! }
            extend type Query {
              bySubject(subject: String!): Letter @lookup
              a(subject: String @where): [Letter!]! @rows
              b(score: Float @where(op: GT)): [Letter!]! @rows
              c(subject: String @where(op: PREFIX), weight: Boolean @where(op: PRESENT)): [Letter!]! @rows
              d(weight: Float @where(op: LT)): [Letter!]! @rows
              e(sealed: String @where(op: NE)): [Letter!]! @rows
              f(tags: Int @where(op: CONTAINS)): [Letter!]! @rows
              g(late: Boolean @where(function: "app.days_left")): [Letter!]! @rows
            }
            """
        )
        #expect(
            found == [
                "\(Self.place):1: @scope of Letter: app.letter has no column \"nobody\"",
                "\(Self.place):1: @scope of Letter: app.letter.id is bigint, but must be text",
                "\(Self.place):1: @scope of Letter: app.letter.subject is text, but must be boolean",
                "\(Self.place):1: @scope of Letter: app.letter.tags is text[], but must be bigint",
                "\(Self.place):3: @lookup of Query.bySubject: no index of app.letter begins with (subject)",
                "\(Self.place):4: The filter subject of Query.a: no index of app.letter begins with (subject)",
                "\(Self.place):5: The filter score of Query.b: no index of app.letter begins with (score)",
                "\(Self.place):6: The filter subject of Query.c: no index of app.letter begins with (subject text_pattern_ops), "
                    + "or subject in the collation \"C\"",
                "\(Self.place):7: The filter weight of Query.d: app.letter.weight is numeric, but Float needs double precision "
                    + "or numeric",
                "\(Self.place):7: The filter weight of Query.d: no index of app.letter begins with (weight)",
                "\(Self.place):8: The filter sealed of Query.e: app.letter.sealed is boolean, but String needs text",
                "\(Self.place):9: The filter tags of Query.f: CONTAINS does not fit app.letter.tags, text[]",
                "\(Self.place):10: The filter late of Query.g: app.days_left returns integer, not boolean",
            ]
        )
    }

    @Test("A filter needs no index of its own behind columns that every request compares and an index begins with")
    func indexBehindRequiredFilters() async throws {
        // Behind (letter_id, page_from): a fits; b filters by another column, c's first is optional, d's is a range.
        let found = try await diagnostics(
            """
            type Entry @table(name: "app.volume_entry", key: ["letter_id", "page_from"]) { title: String! }
            extend type Query {
              a(letterId: ID! @where, page: Int @where(column: "page_from", op: GTE)): [Entry!]! @rows
              b(letterId: ID! @where, title: String @where): [Entry!]! @rows
              c(letterId: ID @where, page: Int @where(column: "page_from")): [Entry!]! @rows
              d(letterId: ID! @where(op: GT), page: Int @where(column: "page_from")): [Entry!]! @rows
            }
            """
        )
        #expect(
            found == [
                "\(Self.place):4: The filter title of Query.b: no index of app.volume_entry begins with (title)",
                "\(Self.place):5: The filter page of Query.c: no index of app.volume_entry begins with (page_from)",
                "\(Self.place):6: The filter page of Query.d: no index of app.volume_entry begins with (page_from)",
            ]
        )
    }

    @Test("A String may be read from a date or an instant, and is compared with neither")
    func calendarText() async throws {
        let found = try await diagnostics(
            """
            type Letter @table(name: "app.letter") { dueOn: String createdAt: String! }
            extend type Query {
              letter(id: ID!): Letter @lookup
              due(dueOn: String @where): [Letter!]! @rows
            }
            """
        )
        #expect(
            found == [
                "\(Self.place):4: The filter dueOn of Query.due: app.letter.due_on is date, but String needs text"
            ]
        )
    }

    @Test("A search needs its function, an index that serves it and one key; a prefix an index of bytes")
    func searches() async throws {
        let found = try await SharedDatabase.search.withReads { reads in
            try await diagnostics(
                """
                type Letter @table(name: "app.letter") { id: ID! }
                type Page @table(name: "app.page", key: ["letter_id", "no"]) { no: Int! }
                extend type Query {
                  a(text: String @where(op: MATCH, function: "app.mentionin")): [Letter!]! @rows
                  b(text: String @where(op: MATCH, function: "app.wrong")): [Letter!]! @rows
                  c(text: String @where(op: MATCH, function: "app.as_text")): [Letter!]! @rows
                  d(text: String @where(op: MATCH, function: "app.unindexed")): [Letter!]! @rows
                  e(text: String @where(op: MATCH, function: "app.elsewhere")): [Letter!]! @rows
                  f(text: String @where(op: MATCH, function: "app.mentioning")): [Page!]! @rows
                  g(body: String @where(op: PREFIX), letterNo: String @where(op: PREFIX)): [Letter!]! @rows
                  h(text: String @where(op: MATCH, function: "app.resembling")): [Letter!]! @rows
                }
                """,
                in: reads.pool
            )
        }
        let place = Self.place
        #expect(
            found == [
                "\(place):4: The filter text of Query.a: there is no function app.mentionin(text) that returns SETOF bigint; "
                    + "did you mean \"app.mentioning\"?",
                "\(place):5: The filter text of Query.b: there is no function app.wrong(text) that returns SETOF bigint; "
                    + "it takes or returns something else",
                "\(place):6: The filter text of Query.c: what app.as_text searches is not known; it needs a standard SQL "
                    + "body (RETURN or BEGIN ATOMIC)",
                "\(place):7: The filter text of Query.d: no GIN or GiST index serves an operator of app.unindexed",
                "\(place):8: The filter text of Query.e: no GIN or GiST index serves an operator of app.elsewhere",
                "\(place):9: The filter text of Query.f: MATCH needs a type with one key column; Page has 2",
                "\(place):10: The filter body of Query.g: no index of app.letter begins with (body text_pattern_ops), or body "
                    + "in the collation \"C\"",
            ]
        )
    }

    @Test("A set-returning function must take the arguments and return the rows")
    func functions() async throws {
        let found = try await diagnostics(
            """
            type Row @table(name: "app.report_row", key: ["group_key"]) { groupKey: String! }
            type Letter @table(name: "app.letter") { id: ID! }
            extend type Query {
              a: [Row!]! @rows
              b(from: String, until: String): [Row!]! @rows(function: "app.report")
              c: [Letter!]! @rows(function: "app.report")
              d: [Row!]! @rows(function: "app.raport")
            }
            """
        )
        #expect(
            found == [
                "\(Self.place):4: Query.a: app.report_row is a composite type; it needs @rows(function:)",
                "\(Self.place):5: @rows(function:) of Query.b: app.report has no argument \"until\"",
                "\(Self.place):5: @rows(function:) of Query.b: app.report needs an argument \"groupBy\"",
                "\(Self.place):5: @rows(function:) of Query.b: app.report needs an argument \"to\"",
                "\(Self.place):5: @rows(function:) of Query.b: the argument \"from\" of app.report is date, but String needs text",
                "\(Self.place):6: @rows(function:) of Query.c: app.report does not return rows of app.letter",
                "\(Self.place):7: @rows(function:) of Query.d: there is no function app.raport; did you mean \"app.report\"?",
            ]
        )
    }

    @Test("The catalog knows tables, views, indexes and functions")
    func loading() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let catalog = try await Catalog.load(reads.pool)
            let letter = try #require(catalog.relations[QualifiedName(schema: "app", name: "letter")])
            #expect(letter.isTable)
            #expect(letter.columns["id"]?.isNullable == false)
            #expect(letter.columns["weight"]?.typeName == "numeric(8,2)")
            #expect(letter.columns["tags"]?.type == .array(of: .text))
            #expect(letter.columns["scan"]?.type == nil)
            #expect(letter.isUnique(["letter_no"]))
            #expect(!letter.isUnique(["state"]))
            let entry = try #require(catalog.relations[QualifiedName(schema: "app", name: "volume_entry")])
            #expect(entry.hasIndex(beginningWith: ["page_from", "letter_id"]))
            #expect(entry.hasIndex(beginningWith: ["letter_id"]))
            #expect(!entry.hasIndex(beginningWith: ["page_from"]))
            #expect(catalog.relations[QualifiedName(schema: "app", name: "viewer")]?.isTable == false)
            #expect(catalog.relations[QualifiedName(schema: "app", name: "report_row")]?.isComposite == true)
            let overdue = QualifiedName(schema: "app", name: "overdue")
            #expect(catalog.function(overdue, over: letter)?.returnType == PostgresType.bool)
        }
    }
}
