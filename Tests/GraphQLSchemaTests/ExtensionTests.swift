import GraphQLLanguage
import GraphQLSchema
import Testing

@Suite("Extending a schema (§3.3.2, §3.4.3)")
struct ExtensionTests {
    private let base = """
        "about" schema { query: Query }
        type Query implements Node { id: ID! any: Any }
        interface Node { id: ID! }
        union Any = Query
        enum State { OPEN }
        input Filter { a: Int }
        scalar Date
        directive @tag on OBJECT
        """

    private func extended(_ sdl: String, _ base: String? = nil) throws -> Schema {
        try Schema.build(base ?? self.base).extended(by: Document(parsing: Source(sdl)))
    }

    private func refusal(_ sdl: String, _ base: String? = nil) throws -> [String] {
        let schema = try Schema.build(base ?? self.base)
        let document = try Document(parsing: Source(sdl))
        do throws(SchemaFailure) {
            _ = try schema.extended(by: document)
            return []
        } catch {
            return error.diagnostics.map(\.graphQLError.report)
        }
    }

    @Test("Extensions of every kind add to what there is, after it")
    func everyKind() throws {
        let schema = try extended(
            """
            extend type Query implements Named @tag { name: String other(x: Filter): Other }
            extend interface Node { rank: Int }
            extend union Any = Other
            extend enum State { SHUT }
            extend input Filter { b: State = OPEN }
            extend scalar Date @specifiedBy(url: "https://example.org/date")
            type Other { x: Int }
            interface Named { name: String }
            """
        )
        #expect(
            schema.printed == """
                \"""about\"""
                schema {
                  query: Query
                }

                directive @tag on OBJECT

                type Query implements Node & Named {
                  id: ID!
                  any: Any
                  name: String
                  other(x: Filter): Other
                }

                interface Node {
                  id: ID!
                  rank: Int
                }

                union Any = Query | Other

                enum State {
                  OPEN
                  SHUT
                }

                input Filter {
                  a: Int
                  b: State = OPEN
                }

                scalar Date @specifiedBy(url: "https://example.org/date")

                type Other {
                  x: Int
                }

                interface Named {
                  name: String
                }
                """
        )
        #expect(schema.type(named: "Query")?.directives.map(\.name.text) == ["tag"])
    }

    @Test("The schema that is extended stays as it was")
    func unaltered() throws {
        let schema = try Schema.build(base)
        let before = schema.printed
        _ = try schema.extended(by: Document(parsing: Source("extend enum State { SHUT } type New { a: Int }")))
        #expect(schema.printed == before)
    }

    @Test("New types come after all others, each before the built-in scalars that it brings")
    func order() throws {
        let before = try Schema.build(base).types.map(\.name)
        #expect(
            try extended("type New { a: Float b: Old } scalar Old").types.map(\.name) == before + [
                "New", "Float", "Old",
            ]
        )
    }

    @Test("A document without definitions changes nothing")
    func nothing() throws {
        #expect(try extended("query { id }").printed == Schema.build(base).printed)
    }

    @Test("Root types, directives and description are added, those there are stay")
    func schema() throws {
        let schema = try extended(
            """
            extend schema @on { mutation: Change } type Change { a: Int } directive @on on SCHEMA
            extend directive @tag @old directive @old on DIRECTIVE_DEFINITION extend directive @skip @deprecated
            """
        )
        #expect(schema.description == "about")
        #expect(schema.queryTypeName == "Query")
        #expect(schema.mutationTypeName == "Change")
        #expect(schema.subscriptionTypeName == nil)
        #expect(schema.appliedDirectives.map(\.name.text) == ["on"])
        #expect(
            schema.directives.map(\.name) == [
                "tag", "include", "skip", "deprecated", "specifiedBy", "oneOf", "on", "old",
            ]
        )
        #expect(schema.directive(named: "tag")?.directives.map(\.name.text) == ["old"])
        #expect(schema.directive(named: "skip")?.deprecationReason == "No longer supported")
    }

    @Test("A type of a root's default name is no root by itself")
    func defaultNames() throws {
        #expect(try extended("type Mutation { a: Int }").mutationTypeName == nil)
    }

    @Test("A schema without root types may be given a definition")
    func definition() throws {
        let schema = try extended("\"text\" schema { query: A }", "type A { a: Int }")
        #expect(schema.queryTypeName == "A")
        #expect(schema.description == "text")
    }

    @Test("What is built in stays as it is, even if it is extended")
    func builtIn() throws {
        let schema = try extended(
            "extend scalar ID @specifiedBy(url: \"u\") extend type __Type { more: Int } extend enum __TypeKind { MORE }"
        )
        guard case .scalar(let scalar) = schema.type(named: "ID") else {
            Issue.record("no scalar")
            return
        }
        #expect(scalar.specifiedByURL == nil)
        #expect(schema.type(named: "__Type")?.fields?.last?.name == "isOneOf")
    }

    @Test("Problems of an extended schema have their places in the document that each part is from")
    func problems() throws {
        let schema = try extended("\n\nextend type Query implements Named\ninterface Named { name: Int }")
        #expect(
            schema.problems.map(\.graphQLError.report) == [
                "Interface field Named.name expected but Query does not provide it. (4:19, 2:1, 3:1)"
            ]
        )
    }

    @Test("What does not fit the schema is refused with its places")
    func refusals() throws {
        #expect(
            try refusal(
                """
                extend type Query { id: ID a: Nowhere }
                extend scalar Missing @tag
                enum State { A }
                extend enum State { OPEN }
                extend input Date { a: Int }
                schema { query: Query }
                directive @tag on FIELD
                """
            ) == [
                "Field \"Query.id\" already exists in the schema. It cannot also be defined in this type extension. (1:21)",
                "Unknown type \"Nowhere\". (1:31)",
                "Cannot extend type \"Missing\" because it is not defined. (2:15)",
                "Directive \"@tag\" may not be used on SCALAR. (2:23)",
                "Type \"State\" already exists in the schema. It cannot also be defined in this type definition. (3:6)",
                """
                Enum value "State.OPEN" already exists in the schema. It cannot also be defined in this type extension. \
                (4:21)
                """,
                "Cannot extend non-input object type \"Date\". (5:1)",
                "Cannot define a new schema within a schema extension. (6:1)",
                "Type for query already defined in the schema. It cannot be redefined. (6:10)",
                "Directive \"@tag\" already exists in the schema. It cannot be redefined. (7:12)",
            ]
        )
    }

    @Test("The value of a directive that the schema is built from must be of its type")
    func directiveValues() throws {
        #expect(
            try refusal("extend scalar Date @specifiedBy(url: 1)") == [
                "Argument \"@specifiedBy(url:)\" has invalid value: String cannot represent a non string value: 1 (1:38)"
            ]
        )
    }
}
