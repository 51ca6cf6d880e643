import GraphQLSchema
import Testing

@testable import GraphQLPostgres

@Suite("Mapping")
struct MappingTests {
    /// A fragment with one fault, and what is said of it.
    struct Fault: Sendable, CustomTestStringConvertible {
        let name: String
        let fragment: String
        let expected: [String]

        init(_ name: String, _ fragment: String, _ expected: String...) {
            self.name = name
            self.fragment = fragment
            self.expected = expected
        }

        var testDescription: String { name }
    }

    static func mapping(_ fragment: String) throws -> Mapping {
        try Mapping(
            Schema.compose(
                [SchemaFragment(plugin: "letters", file: "Letters.graphql", text: fragment)],
                directives: MappingDirectives.sdl(.tests)
            ),
            terms: .tests
        )
    }

    static let base = "type Letter @table(name: \"app.letter\") { id: ID! }\n"
    static let query = "extend type Query { letter(id: ID!): Letter @lookup }\n"

    static let faults: [Fault] = [
        Fault(
            "a table without a schema",
            "type Letter @table(name: \"letter\") { id: ID! }\n" + query,
            "letters: Letters.graphql:1: @table(name: \"letter\") of Letter must name a schema and a table"
        ),
        Fault(
            "a query field without a source",
            base + "extend type Query { letter: Letter }",
            "letters: Letters.graphql:2: Query.letter needs @lookup, @rows, @node or @resolve"
        ),
        Fault(
            "a history that is no list of rows",
            "type Letter @table(name: \"app.letter\") { id: ID! history: String @history }\n" + query,
            "letters: Letters.graphql:1: Letter.history with @history must be a list of a type with @table, not String"
        ),
        Fault(
            "a history of a type with a key of two columns",
            "type Record @table(name: \"app.record\") { id: ID! }\ntype Letter @table(name: \"app.letter\", "
                + "key: [\"a\", \"b\"]) {\n history: [Record!]! @history }\n"
                + "extend type Query { letters: [Letter!]! @rows }",
            "letters: Letters.graphql:3: Letter.history with @history needs an object type with a key of one column"
        ),
        Fault(
            "a history where there are no rows",
            base + "type Other { history: [Letter!]! @history }\n" + query,
            "letters: Letters.graphql:2: @history on Other.history needs @table on Other"
        ),
        Fault(
            "a query field with two sources",
            base + "extend type Query { letter(id: ID!): Letter @lookup @resolve }",
            "letters: Letters.graphql:2: Query.letter has more than one of @lookup, @rows, @node and @resolve"
        ),
        Fault(
            "a lookup of a type without a table",
            "type Other { id: ID! }\nextend type Query { other(id: ID!): Other @lookup }",
            "letters: Letters.graphql:2: Query.other with @lookup must be of a type with @table, not Other"
        ),
        Fault(
            "a lookup of a list",
            base + "extend type Query { letters(id: ID!): [Letter!]! @lookup }",
            "letters: Letters.graphql:2: Query.letters with @lookup must be of a type with @table, not [Letter!]!"
        ),
        Fault(
            "a lookup with too few columns",
            base + "extend type Query { letter(a: ID!, b: ID!): Letter @lookup(columns: [\"id\"]) }",
            "letters: Letters.graphql:2: @lookup of Query.letter names 1 columns for 2 arguments"
        ),
        Fault(
            "rows that are no list",
            base + "extend type Query { letters: Letter @rows }",
            "letters: Letters.graphql:2: Query.letters with @rows must be a list or a connection of a type with @table, not Letter"
        ),
        Fault(
            "a resolver of a union",
            base + "union Found = Letter\nextend type Query { found: [Found!]! @resolve }",
            "letters: Letters.graphql:3: Query.found with @resolve cannot be of type [Found!]!: an interface or a union is not "
                + "answered by keys"
        ),
        Fault(
            "a resolver of an object with a connection",
            base + "type Other { all: LetterConnection }\nextend type Query { other: Other @resolve }",
            "letters: Letters.graphql:3: Query.other with @resolve has the field Other.all, which cannot be of type "
                + "LetterConnection: a connection is paged by SQL, a resolver answers a list"
        ),
        Fault(
            "a resolver of lists of no rows",
            base + "extend type Query { all: [Letter!]! @resolve(maxRows: 0) }",
            "letters: Letters.graphql:2: @resolve(maxRows:) of Query.all must be at least 1, not 0"
        ),
        Fault(
            "a resolver of a root type",
            base + "extend type Query { again: Query @resolve }",
            "letters: Letters.graphql:2: Query.again with @resolve cannot be of type Query, a root type"
        ),
        Fault(
            "children on a type without a table",
            base + query + "type Other { letters: [Letter!]! @children(columns: [\"other_id\"]) }",
            "letters: Letters.graphql:3: @children on Other.letters needs @table on Other"
        ),
        Fault(
            "a lookup elsewhere than on Query",
            base + query + "type Other { letter(id: ID!): Letter @lookup }",
            "letters: Letters.graphql:3: @lookup on Other.letter needs the type Query"
        ),
        Fault(
            "a scope without a table",
            base + query + "type Other @scope(court: \"court_code\") { id: ID }",
            "letters: Letters.graphql:3: @scope on Other needs @table there"
        ),
        Fault(
            "a reference to a type without a table",
            "type Other { id: ID! }\n"
                + "type Letter @table(name: \"app.letter\") { other: Other @reference(columns: [\"other_id\"]) }\n"
                + query,
            "letters: Letters.graphql:2: @reference on Letter.other needs a type with @table, not Other"
        ),
        Fault(
            "a reference with the wrong number of columns",
            "type Letter @table(name: \"app.letter\") { other: Letter @reference(columns: [\"a\", \"b\"]) }\n" + query,
            "letters: Letters.graphql:1: @reference on Letter.other names 2 columns for a key of 1 columns"
        ),
        Fault(
            "children with the wrong number of columns",
            "type Letter @table(name: \"app.letter\") { all: [Letter!]! @children(columns: [\"a\", \"b\"]) }\n" + query,
            "letters: Letters.graphql:1: @children on Letter.all names 2 columns for a key of 1 columns"
        ),
        Fault(
            "a list of objects without a source",
            "type Letter @table(name: \"app.letter\") { all: [Letter!]! }\n" + query,
            "letters: Letters.graphql:1: Letter.all is a list of objects: it needs @children or @resolve"
        ),
        Fault(
            "a connection without a source",
            "type Letter @table(name: \"app.letter\") { id: ID all: LetterConnection! }\n" + query,
            "letters: Letters.graphql:1: Letter.all is a list of objects: it needs @children"
        ),
        Fault(
            "an object without a source",
            "type Letter @table(name: \"app.letter\") { other: Letter }\n" + query,
            "letters: Letters.graphql:1: Letter.other is an object: it needs @reference or @resolve"
        ),
        Fault(
            "a list of lists",
            "type Letter @table(name: \"app.letter\") { grid: [[Int]] }\n" + query,
            "letters: Letters.graphql:1: Letter.grid is a list of lists: no column holds one"
        ),
        Fault(
            "a field with two sources",
            "type Letter @table(name: \"app.letter\") { a: Int @column(name: \"a\") @function(name: \"app.a\") }\n"
                + query,
            "letters: Letters.graphql:1: Letter.a has @column and @function; a field comes from one place"
        ),
        Fault(
            "a function without a schema",
            "type Letter @table(name: \"app.letter\") { a: Int @function(name: \"a\") }\n" + query,
            "letters: Letters.graphql:1: @function of Letter.a must name a schema and a function, not \"a\""
        ),
        Fault(
            "a masked field over a clear column",
            "type Letter @table(name: \"app.letter\") { name: String @masked(as: NAME) }\n" + query,
            "letters: Letters.graphql:1: Letter.name is @masked but reads the column \"name\": a masked form is kept in a "
                + "column ending in _masked"
        ),
        Fault(
            "a field over a cipher",
            "type Letter @table(name: \"app.letter\") { name: String @column(name: \"name_cipher\") }\n" + query,
            "letters: Letters.graphql:1: Letter.name reads the column \"name_cipher\": a column ending in _cipher is never served"
        ),
        Fault(
            "a field over a hash",
            "type Letter @table(name: \"app.letter\") { idNumberHash: String }\n" + query,
            "letters: Letters.graphql:1: Letter.idNumberHash reads the column \"id_number_hash\": a column ending in _hash is "
                + "never served"
        ),
        Fault(
            "an order that is none",
            base
                + "extend type Query { letters: [Letter!]! @rows(order: [\"id DOWN\", \"id; DROP TABLE x\", \"id\"]) }",
            "letters: Letters.graphql:2: The order \"id DOWN\" of Query.letters must be a column, or a column and ASC or DESC, "
                + "and NULLS FIRST or NULLS LAST",
            "letters: Letters.graphql:2: The order \"id; DROP TABLE x\" of Query.letters must be a column, or a column and ASC "
                + "or DESC, and NULLS FIRST or NULLS LAST"
        ),
        Fault(
            "an argument without an effect",
            base + "extend type Query { letters(id: ID): [Letter!]! @rows }",
            "letters: Letters.graphql:2: Query.letters(id:) has no effect: it needs @where"
        ),
        Fault(
            "a filter on an argument of another field",
            base + "extend type Query { letter(id: ID! @where): Letter @lookup }",
            "letters: Letters.graphql:2: @where on Query.letter(id:) needs @rows or @children on the field"
        ),
        Fault(
            "a filter in an input object that filters nothing",
            base + query + "input Other { id: ID @where }",
            "letters: Letters.graphql:3: @where on Other.id has no effect: no @rows or @children field has an argument "
                + "\"filter\" of this type"
        ),
        Fault(
            "a filter's field without @where",
            base + "input F { id: ID }\nextend type Query { letters(filter: F): [Letter!]! @rows }",
            "letters: Letters.graphql:2: F.id has no effect: it needs @where"
        ),
        Fault(
            "IN without a list",
            base + "extend type Query { letters(id: ID @where(op: IN)): [Letter!]! @rows }",
            "letters: Letters.graphql:2: @where(op: IN) on Query.letters(id:) needs a list of non-null items, not ID"
        ),
        Fault(
            "a search without a function",
            base + "extend type Query { letters(text: String @where(op: MATCH)): [Letter!]! @rows }",
            "letters: Letters.graphql:2: @where(op: MATCH, function:) on Query.letters(text:) must name a schema and a "
                + "function, not \"\""
        ),
        Fault(
            "a search for something else than a text",
            base
                + "extend type Query { letters(text: [String!] @where(op: MATCH, function: \"app.f\")): [Letter!]! @rows }",
            "letters: Letters.graphql:2: @where(op: MATCH) on Query.letters(text:) needs a String, not [String!]"
        ),
        Fault(
            "a search in a column",
            base
                + "extend type Query { letters(text: String @where(op: MATCH, column: \"name_masked\", function: \"app.f\")): "
                + "[Letter!]! @rows }",
            "letters: Letters.graphql:2: @where(op: MATCH) on Query.letters(text:) takes no column: its function finds the rows"
        ),
        Fault(
            "a search among operators",
            base + "input Text { match: String @where(op: MATCH) }\n"
                + "extend type Query { letters(text: Text @where(column: \"subject\")): [Letter!]! @rows }",
            "letters: Letters.graphql:2: @where on Text.match needs a function, which stands on a field of its own"
        ),
        Fault(
            "EQ with a list",
            base + "extend type Query { letters(id: [ID!] @where): [Letter!]! @rows }",
            "letters: Letters.graphql:2: @where(op: EQ) on Query.letters(id:) takes no list, not [ID!]"
        ),
        Fault(
            "PRESENT without a Boolean",
            base + "extend type Query { letters(id: ID @where(op: PRESENT)): [Letter!]! @rows }",
            "letters: Letters.graphql:2: @where(op: PRESENT) on Query.letters(id:) needs a Boolean, not ID"
        ),
        Fault(
            "a filter function with another value than a Boolean",
            base + "extend type Query { letters(id: ID @where(function: \"app.f\")): [Letter!]! @rows }",
            "letters: Letters.graphql:2: @where(function:) on Query.letters(id:) needs a Boolean or a String, not ID"
        ),
        Fault(
            "a function of the value with an operator",
            base + "extend type Query { letters(no: String @where(op: LT, function: \"app.f\")): [Letter!]! @rows }",
            "letters: Letters.graphql:2: @where(function:) on Query.letters(no:) asks whether the column equals it: it takes no op"
        ),
        Fault(
            "a function of personal data",
            base
                + "extend type Query { letters(no: String @where(column: \"no_masked\", function: \"app.f\")): [Letter!]! @rows }",
            "letters: Letters.graphql:2: @where on Query.letters(no:): the column \"no_masked\" is personal data, by which nothing is "
                + "searched or ordered"
        ),
        Fault(
            "a filter on a look-up's argument",
            base
                + "extend type Query { letter(no: String @where, id: ID @where(function: \"app.f\")): Letter @lookup }",
            "letters: Letters.graphql:2: @where on Query.letter(id:), an argument of @lookup, takes a function of a String alone",
            "letters: Letters.graphql:2: @where on Query.letter(no:) needs @rows or @children on the field"
        ),
        Fault(
            "paging arguments of other types",
            base + "extend type Query { letters(first: ID, after: Int): LetterConnection! @rows }",
            "letters: Letters.graphql:2: Query.letters(after:) must be of type String, not Int",
            "letters: Letters.graphql:2: Query.letters(first:) must be of type Int or Int!, not ID"
        ),
        Fault(
            "a page of no rows",
            base + "extend type Query { letters(first: Int): LetterConnection! @rows(pageSize: 0, maxPageSize: -1) }",
            "letters: Letters.graphql:2: @rows(maxPageSize:) of Query.letters must be at least 1, not -1",
            "letters: Letters.graphql:2: @rows(pageSize:) of Query.letters must be at least 1, not 0"
        ),
        Fault(
            "a page larger than the largest",
            base + "extend type Query { letters(first: Int): LetterConnection! @rows(pageSize: 201) }",
            "letters: Letters.graphql:2: @rows(pageSize:) of Query.letters is 201, above its maxPageSize, 200"
        ),
        Fault(
            "the length of a list on a connection",
            base + "extend type Query { letters: LetterConnection! @rows(maxRows: 10, maxPageSize: 10) }",
            "letters: Letters.graphql:2: @rows(maxPageSize:) of Query.letters needs an argument \"first\" or \"last\"",
            "letters: Letters.graphql:2: @rows(maxRows:) of Query.letters needs a list: a connection has pages"
        ),
        Fault(
            "the page of a connection on a list",
            base + "extend type Query { letters: [Letter!]! @rows(pageSize: 10, aggregateCost: 1) }",
            "letters: Letters.graphql:2: @rows(aggregateCost:) of Query.letters needs a connection",
            "letters: Letters.graphql:2: @rows(pageSize:) of Query.letters needs a connection"
        ),
        Fault(
            "two page sizes, both of them required",
            base + "extend type Query { letters(first: Int!, last: Int!): LetterConnection! @rows }",
            "letters: Letters.graphql:2: Query.letters requires \"first\" and \"last\", but takes only one of them"
        ),
        Fault(
            "a cursor for a plain list",
            base + "extend type Query { letters(after: String): [Letter!]! @rows }",
            "letters: Letters.graphql:2: Query.letters(after:) needs a connection to page through"
        ),
        Fault(
            "an order argument of another form",
            base + "extend type Query { letters(orderBy: [String!]): [Letter!]! @rows }",
            "letters: Letters.graphql:2: Query.letters(orderBy:) must be a list of an input object with \"field\", an enum of "
                + "columns, \"direction\", ASC or DESC, and if it likes \"nulls\", FIRST or LAST"
        ),
        Fault(
            "a mutation that answers many rows",
            base + query + "extend type Mutation { close: [Letter!]!\n all: LetterConnection! }",
            "letters: Letters.graphql:3: Mutation.close must answer a payload type or a type with @table, not [Letter!]!",
            "letters: Letters.graphql:4: Mutation.all must answer a payload type or a type with @table, not LetterConnection!"
        ),
        Fault(
            "a mutation that answers a row with a key of two columns",
            "type Letter @table(name: \"app.letter\", key: [\"a\", \"b\"]) { id: ID }\n"
                + query + "extend type Mutation { close: Letter }",
            "letters: Letters.graphql:3: Mutation.close needs a type with one key column; Letter has 2"
        ),
        Fault(
            "an object in a payload",
            base + query + "type P { other: O }\ntype O { id: ID }\nextend type Mutation { close: P }",
            "letters: Letters.graphql:3: P.other of a payload must be a scalar, a type with @table, or a list of objects"
        ),
        Fault(
            "a connection in a payload",
            base + query + "type P { all: LetterConnection }\nextend type Mutation { close: P }",
            "letters: Letters.graphql:3: P.all of a payload cannot be of type LetterConnection"
        ),
        Fault(
            "a row with a key of two columns in a payload",
            "type Letter @table(name: \"app.letter\", key: [\"a\", \"b\"]) { id: ID }\n"
                + "extend type Query { l(a: ID!): Letter @lookup }\ntype P { letter: Letter }\nextend type Mutation { close: P }",
            "letters: Letters.graphql:3: P.letter of a payload needs a type with one key column; Letter has 2"
        ),
    ]

    @Test("A wrong fragment is refused with plugin, file and line", arguments: faults)
    func refuses(_ fault: Fault) throws {
        let failure = #expect(throws: MappingFailure.self) { try Self.mapping(fault.fragment) }
        #expect(failure?.diagnostics.map(\.description) == fault.expected)
    }

    @Test("All faults are reported together, by place")
    func reportsAll() throws {
        let failure = #expect(throws: MappingFailure.self) {
            try Self.mapping(
                """
                type Letter @table(name: "app.letter") {
                  other: Letter
                  name: String @masked(as: NAME)
                }
                extend type Query { letter: Letter }
                """
            )
        }
        #expect(failure?.diagnostics.map { $0.provenance.first?.line } == [2, 3, 5])
        #expect(failure?.description.split(separator: "\n").count == 3)
    }

    @Test("The registry's fragment has no fault")
    func acceptsRegistry() throws {
        let mapping = try Self.mapping(Registry.fragment)
        #expect(mapping.tables["Letter"]?.relation.description == "app.letter")
        #expect(mapping.tables["Letter"]?.visibility.condition?.columns.last?.name == "accused_staff_ids")
        #expect(mapping.tables["Court"]?.key == ["code"])
        #expect(mapping.tables["LetterPayload"] == nil)
    }

    @Test(
        "Field names are columns in snake case",
        arguments: [
            ("id", "id"), ("letterNo", "letter_no"), ("idNumberMasked", "id_number_masked"), ("a1B", "a1_b"),
        ]
    )
    func snakeCase(_ name: String, _ column: String) { #expect(name.snakeCase == column) }

    @Test(
        "Identifiers are quoted where they need it",
        arguments: [
            ("due_on", "due_on"), ("groupBy", "\"groupBy\""), ("1a", "\"1a\""), ("a\"b", "\"a\"\"b\""), ("", "\"\""),
            ("名", "\"名\""),
        ]
    )
    func quoting(_ name: String, _ quoted: String) { #expect(name.quotedIdentifier == quoted) }
}
