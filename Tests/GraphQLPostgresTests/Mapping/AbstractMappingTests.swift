import GraphQLSchema
import Testing

@testable import GraphQLPostgres

@Suite("Mapping of interfaces and unions")
struct AbstractMappingTests {
    private static let place = "letters: Letters.graphql"
    private static let letter = "type Letter @table(name: \"app.letter\") { id: ID! }\n"
    private static let hit = "union Hit @table(name: \"app.hit\") = Letter\n"
    private static let query = "extend type Query { letter(id: ID!): Letter @lookup }\n"

    static let faults: [MappingTests.Fault] = [
        .init(
            "rows of a union without a table",
            letter + "union Hit = Letter\nextend type Query { hits: [Hit!]! @rows }",
            "\(place):3: Query.hits with @rows must be a list or a connection of a type with @table, not [Hit!]!"
        ),
        .init(
            "a lookup of an interface without a table",
            "interface Named { id: ID! }\nextend type Query { named(id: ID!): Named @lookup }",
            "\(place):2: Query.named with @lookup must be of a type with @table, not Named"
        ),
        .init(
            "a reference to a union without a table",
            "type Letter @table(name: \"app.letter\") { hit: Hit @reference(columns: [\"hit_type\", \"hit_id\"]) }\n"
                + "union Hit = Letter\n" + query,
            "\(place):1: @reference on Letter.hit needs a type with @table, not Hit"
        ),
        .init(
            "a possible type without a table",
            letter + "type Other { id: ID! }\nunion Hit @table(name: \"app.hit\") = Letter | Other\n" + query,
            "\(place):3: Hit has @table, but its type Other has none"
        ),
        .init(
            "a possible type with another key",
            letter + "type Page @table(name: \"app.page\", key: [\"letter_id\", \"no\"]) { no: Int! }\n"
                + "union Hit @table(name: \"app.hit\") = Letter | Page\n" + query,
            "\(place):3: The key of Hit has 1 columns, but that of its type Page has 2"
        ),
        .init(
            "a table's name without a schema",
            letter + "union Hit @table(name: \"hit\") = Letter\n" + query,
            "\(place):2: @table(name: \"hit\") of Hit must name a schema and a table"
        ),
        .init(
            "a column of the type's name on an object type",
            "type Letter @table(name: \"app.letter\", typename: \"kind\") { id: ID! }\n" + query,
            "\(place):1: @table(typename:) on Letter needs an interface or a union"
        ),
        .init(
            "a scope that is less than a type's",
            "type Letter @table(name: \"app.letter\") @scope(court: \"court_code\", sealed: \"sealed\") { id: ID! }\n"
                + "union Hit @table(name: \"app.hit\") @scope(court: \"court_code\") = Letter\n" + query,
            "\(place):2: Hit needs @scope(sealed:), since its type Letter has it"
        ),
        .init(
            "no scope where a type has one in full",
            "type Letter @table(name: \"app.letter\")\n"
                + "@scope(court: \"a\", sealed: \"b\", assignee: \"c\", recused: \"d\") { id: ID! }\n" + hit + query,
            "\(place):3: Hit needs @scope(assignee:), since its type Letter has it",
            "\(place):3: Hit needs @scope(court:), since its type Letter has it",
            "\(place):3: Hit needs @scope(recused:), since its type Letter has it",
            "\(place):3: Hit needs @scope(sealed:), since its type Letter has it"
        ),
        .init(
            "a scope on a union without a table",
            letter + "union Hit @scope(court: \"court_code\") = Letter\n" + query,
            "\(place):2: @scope on Hit needs @table there"
        ),
        .init(
            "a column on an interface without a table",
            "interface Named { name: String @column(name: \"title\") }\n" + letter + query,
            "\(place):1: @column on Named.name needs @table on Named"
        ),
        .init(
            "a resolver, and a permission, on an interface's field",
            """
            interface Named @table(name: "app.named") {
              a: Int @resolve
              b: Int @requires(permission: "p")
            }
            type Letter implements Named @table(name: "app.letter") { a: Int b: Int }

            """ + query,
            "\(place):2: @resolve on Named.a has no place on an interface's field",
            "\(place):3: @requires on Named.b has no place on an interface's field"
        ),
        .init(
            "a clear column for what a type serves masked",
            """
            interface Named @table(name: "app.named") { name: String }
            type Letter implements Named @table(name: "app.letter") { name: String @column(name: "name_masked") @masked(as: NAME) }

            """ + query,
            "\(place):1: Named.name needs @masked, since Letter.name has it"
        ),
        .init(
            "a cipher on an interface",
            """
            interface Named @table(name: "app.named") { nameCipher: String }
            type Letter implements Named @table(name: "app.letter") { nameCipher: String @column(name: "x") }

            """ + query,
            "\(place):1: Named.nameCipher reads the column \"name_cipher\": a column ending in _cipher is never served"
        ),
        .init(
            "a reference to a union by its key alone",
            letter + hit + "type Note @table(name: \"app.note\") { hit: Hit @reference(columns: [\"hit_id\"]) }\n"
                + query,
            "\(place):3: @reference on Note.hit names 1 columns for a key of 2 columns"
        ),
        .init(
            "children of an interface by its key alone, or by a name apart from it",
            """
            interface Named @table(name: "app.named") {
              a: [Letter!]! @children(columns: ["b_id"])
              b: [Letter!]! @children(columns: ["b_type", "b_id"], typename: "b_type")
            }
            type Letter @table(name: "app.letter") { id: ID! }

            """ + query,
            "\(place):2: @children on Named.a names 1 columns for a key of 2 columns",
            "\(place):3: @children(typename:) on Named.b has no place on an interface: there the column stands first in "
                + "\"columns\""
        ),
        .init(
            "a resolver of a union",
            letter + hit + "extend type Query { hit: Hit @resolve letter(id: ID!): Letter @lookup }",
            "\(place):3: Query.hit with @resolve cannot be of type Hit: an interface or a union is not answered by keys"
        ),
        .init(
            "a union in a payload",
            letter + hit + "type P { hit: Hit }\nextend type Mutation { a: P! b: Hit }\n" + query,
            "\(place):3: P.hit of a payload cannot be of type Hit",
            "\(place):4: Mutation.b must answer a payload type or a type with @table, not Hit"
        ),
        .init(
            "an interface of ids without an id",
            "interface Node @node { id: ID! }\ntype Letter implements Node @table(name: \"app.letter\") { id: ID! }\n"
                + query,
            "\(place):1: Node with @node needs a field \"nodeId\" of type ID!"
        ),
        .init(
            "an id of what has no key, or more than one column of it",
            """
            interface Node @node { nodeId: ID! }
            type Letter @table(name: "app.letter") { id: ID! }
            type Plain implements Node { nodeId: ID! }
            type Page implements Node @table(name: "app.page", key: ["a", "b"]) { nodeId: ID! }

            """ + query,
            "\(place):3: Plain is a Node: it needs @table with one key column",
            "\(place):4: Page is a Node: it needs @table with one key column"
        ),
        .init(
            "an id from a column",
            "interface Node @node { nodeId: ID! }\n"
                + "type Letter implements Node @table(name: \"app.letter\") { nodeId: ID! @column(name: \"id\") }\n"
                + query,
            "\(place):2: Letter.nodeId is made of the type's name and the key: @column has no place there"
        ),
        .init(
            "fields of ids of other types, with other arguments",
            """
            interface Node @node { nodeId: ID! }
            type Letter implements Node @table(name: "app.letter") { nodeId: ID! }
            extend type Query {
              a(nodeId: ID!): Letter @node
              b(nodeId: ID!): Node! @node
              c(nodeIds: [ID!]!): [Node!]! @node
              d(nodeId: ID): Node @node
              e(nodeIds: [ID!]!, first: Int): [Node] @node
              f(nodeId: ID!): Node @node @resolve
            }
            """,
            "\(place):4: Query.a with @node must be of an interface with @node, not Letter",
            "\(place):5: Query.b with @node must be of type Node, not Node!: an id may lead nowhere",
            "\(place):6: Query.c with @node must be of type [Node]!, not [Node!]!: an id may lead nowhere",
            "\(place):7: Query.d with @node needs one argument, of type ID!",
            "\(place):8: Query.e with @node needs one argument, of type [ID!]!",
            "\(place):9: Query.f has more than one of @lookup, @rows, @node and @resolve"
        ),
        .init(
            "an id elsewhere than on Query",
            "type Letter @table(name: \"app.letter\") { id: ID! }\ntype Other { a: ID @node }\n" + query,
            "\(place):2: @node on Other.a needs the type Query"
        ),
    ]

    @Test("A mapping that contradicts itself is reported with its place", arguments: faults)
    func reports(_ fault: MappingTests.Fault) throws {
        do {
            _ = try MappingTests.mapping(fault.fragment)
            Issue.record("no fault found")
        } catch let error as MappingFailure {
            #expect(error.diagnostics.map(\.description) == fault.expected)
        }
    }

    @Test("A union may have no types, when the plugins that bring them are off")
    func empty() throws {
        let mapping = try MappingTests.mapping(
            "interface Node @node { nodeId: ID! }\n"
                + "interface Named @table(name: \"app.named\", typename: \"kind\") { name: String }\n"
                + "extend type Query { node(nodeId: ID!): Node @node named: [Named!]! @rows }"
        )
        let table = try #require(mapping.tables["Named"])
        #expect(table.types == [])
        #expect(table.identity == ["kind", "id"])
        #expect(table.optionalFields == ["name"])
    }
}
