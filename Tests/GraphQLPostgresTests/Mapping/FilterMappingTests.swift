import GraphQLSchema
import Testing

@testable import GraphQLPostgres

@Suite("Mapping of filters")
struct FilterMappingTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        let name: String
        /// The fields of the filter F of letters, on line 3.
        let fields: String
        /// Further definitions, from line 6.
        let others: String
        let expected: [String]

        init(_ name: String, _ fields: String, _ others: String = "", _ expected: String...) {
            self.name = name
            self.fields = fields
            self.others = others
            self.expected = expected.map { "letters: Letters.graphql:\($0)" }
        }

        var testDescription: String { name }
    }

    static let faults: [Fault] = [
        Fault("and that is no list", "and: F", "", "3: F.and must be of type [F!], not F"),
        Fault("or of something else", "or: [G!]", "input G { id: ID }", "3: F.or must be of type [F!], not [G!]"),
        Fault("not as a list", "not: [F!]", "", "3: F.not must be of type F, not [F!]"),
        Fault(
            "an input object that is no relation",
            "other: G",
            "input G { id: ID }",
            "3: F.other has no effect: it needs @where, or the name of a relation of Letter"
        ),
        Fault(
            "a field of the row that is no relation",
            "state: G",
            "input G { id: ID }",
            "3: F.state has no effect: it needs @where, or the name of a relation of Letter"
        ),
        Fault(
            "a relation as a list",
            "dossier: [G!]",
            "input G { id: ID }",
            "3: F.dossier has no effect: it needs @where"
        ),
        Fault(
            "a to-many relation with other fields",
            "notes: G",
            "input G { any: F }",
            "6: G.any: the filter of a to-many relation has \"some\", \"none\" and \"every\", all of one input object type"
        ),
        Fault(
            "a to-many relation with filters of two types",
            "notes: G",
            "input G {\n some: H\n none: F }\ninput H { id: ID @where }",
            "8: G.none: the filter of a to-many relation has \"some\", \"none\" and \"every\", all of one input object type"
        ),
        Fault(
            "a to-many relation without a filter below",
            "notes: G",
            "input G { some: Boolean }",
            "6: G.some: the filter of a to-many relation has \"some\", \"none\" and \"every\", all of one input object type"
        ),
        Fault(
            "a fault in a relation's filter",
            "dossier: G",
            "input G { id: [ID!] @where }",
            "6: @where(op: EQ) on G.id takes no list, not [ID!]"
        ),
        Fault(
            "operators with columns of their own",
            "dueOn: G @where",
            "input G {\n a: String @where(column: \"a\")\n b: String @where(function: \"app.f\")\n c: String }",
            "7: G.a needs @where(op:) alone: the column is that of the field it is given for",
            "8: G.b needs @where(op:) alone: the column is that of the field it is given for",
            "9: G.c needs @where(op:) alone: the column is that of the field it is given for"
        ),
        Fault(
            "an operator beside operators",
            "dueOn: G @where(op: LT)",
            "input G { eq: String @where }",
            "3: @where on F.dueOn: G has the operators"
        ),
        Fault(
            "operators with the wrong types",
            "dueOn: G @where",
            "input G {\n in: String @where(op: IN)\n isNull: String @where(op: IS_NULL)\n eq: H @where }\ninput H { x: ID }",
            "7: @where(op: IN) on G.in needs a list of non-null items, not String",
            "8: @where(op: IS_NULL) on G.isNull needs a Boolean, not String",
            "9: @where on G.eq needs a scalar or an enum, not H"
        ),
        Fault(
            "NOT_IN without a list",
            "state: String @where(op: NOT_IN)",
            "",
            "3: @where(op: NOT_IN) on F.state needs a list of non-null items, not String"
        ),
        Fault(
            "a masked column",
            "nameMasked: String @where",
            "",
            "3: @where on F.nameMasked: the column \"name_masked\" is personal data, by which nothing is searched or ordered"
        ),
        Fault(
            "a sealed column, a hash, and operators on a masked one",
            "a: String @where(column: \"id_number_cipher\")\n b: String @where(column: \"id_number_hash\")\n"
                + " c: G @where(column: \"mobile_masked\")",
            "input G { prefix: String @where(op: PREFIX) }",
            "3: @where on F.a: the column \"id_number_cipher\" is personal data, by which nothing is searched or ordered",
            "4: @where on F.b: the column \"id_number_hash\" is personal data, by which nothing is searched or ordered",
            "5: @where on F.c: the column \"mobile_masked\" is personal data, by which nothing is searched or ordered",
            "8: @where on G.prefix has no effect: no @rows or @children field has an argument \"filter\" of this type"
        ),
        Fault(
            "orders by personal data",
            "id: ID @where",
            "extend type Query {\n a: [Letter!]! @rows(order: [\"name_masked DESC\"])\n b(orderBy: [O!]): [Letter!]! @rows }\n"
                + "enum C { ID NAME_HASH }\nenum D { ASC DESC }\ninput O { field: C! direction: D! }",
            "7: The order \"name_masked DESC\" of Query.a: the column \"name_masked\" is personal data, by which nothing is "
                + "searched or ordered",
            "8: NAME_HASH of Query.b(orderBy:): the column \"name_hash\" is personal data, by which nothing is searched or "
                + "ordered"
        ),
        Fault(
            "NULLs elsewhere than first or last",
            "id: ID @where",
            "extend type Query { b(orderBy: [O!]): [Letter!]! @rows }\n"
                + "enum C { ID }\nenum D { ASC DESC }\ninput O { field: C! direction: D! nulls: D }",
            "6: Query.b(orderBy:) must be a list of an input object with \"field\", an enum of columns, \"direction\", ASC or "
                + "DESC, and if it likes \"nulls\", FIRST or LAST"
        ),
        Fault(
            "an order of too many columns",
            "id: ID @where",
            "extend type Query { b(orderBy: [O!]): [Letter!]! @rows }\n"
                + "enum C { \((0..<25).map { "C\($0)" }.joined(separator: " ")) }\nenum D { ASC DESC }\n"
                + "input O { field: C! direction: D! }",
            "6: Query.b(orderBy:) has more than 24 columns"
        ),
        Fault(
            "a filter of too many fields",
            (0...200).map { "f\($0): ID @where(column: \"id\")" }.joined(separator: " "),
            "",
            "2: F has more than 200 filters"
        ),
    ]

    private static func fragment(_ fields: String, _ others: String) -> String {
        """
        type Letter @table(name: "app.letter") { id: ID! state: String dossier: Dossier @reference(columns: ["d"]) notes: [Note!]! @children(columns: ["l"]) }
        input F {
         \(fields)
        }
        type Dossier @table(name: "app.dossier") { id: ID! } type Note @table(name: "app.note") { id: ID! } extend type Query { letters(filter: F): [Letter!]! @rows }
        \(others)
        """
    }

    @Test("A wrong filter is refused with plugin, file and line", arguments: faults)
    func refuses(_ fault: Fault) throws {
        // Line numbers count from fields that take one line.
        let failure = #expect(throws: MappingFailure.self) {
            try MappingTests.mapping(Self.fragment(fault.fields, fault.others))
        }
        #expect(failure?.diagnostics.map(\.description) == fault.expected)
    }

    @Test("Filters may lead to each other in circles, each is read once for a type")
    func circles() throws {
        let mapping = try MappingTests.mapping(FilterFixture.fragment)
        #expect(
            Set(mapping.filters.keys.map { "\($0.input) of \($0.target)" }) == [
                "LetterFilter of Letter", "DossierFilter of Dossier", "NoteFilter of Note", "VaultFilter of Vault",
            ]
        )
        let letter = mapping.filters[FilterMapping.Key(input: "LetterFilter", target: "Letter")]
        #expect(letter?.members.count == 17)
    }

    @Test("What a broken relation says is said where it stands, not again for its filter")
    func brokenRelation() throws {
        let failure = #expect(throws: MappingFailure.self) {
            try MappingTests.mapping(
                """
                type Letter @table(name: "app.letter") {
                  dossier: Dossier @reference(columns: [])
                }
                type Dossier @table(name: "app.dossier") { id: ID! }
                input F { dossier: G }
                input G { id: ID @where }
                extend type Query { letters(filter: F): [Letter!]! @rows dossiers(filter: G): [Dossier!]! @rows }
                """
            )
        }
        #expect(
            failure?.diagnostics.map(\.description) == [
                "letters: Letters.graphql:2: @reference on Letter.dossier names 0 columns for a key of 1 columns"
            ]
        )
    }
}
