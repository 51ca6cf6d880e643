import GraphQLLanguage
import GraphQLSchema
import Testing

/// The examples of the specification's section 3 (GraphQL, September 2025), each with what it takes for granted.
@Suite("The specification's examples of a type system (§3)")
struct TypeSystemExamples {
    private static let query = "type Query { someField: String }"

    @Test(
        "§3.2, §3.3 Schemas are valid with the roots that they name",
        arguments: [
            (
                #"""
                """
                A simple GraphQL schema which is well described.
                """
                schema {
                  query: Query
                }

                """
                Root type for all your query operations
                """
                type Query {
                  """
                  Translates a string from a given language into a different language.
                  """
                  translate(
                    "The original language that `text` is provided in."
                    fromLanguage: Language

                    "The translated language to be returned."
                    toLanguage: Language

                    "The text to be translated."
                    text: String
                  ): String
                }

                """
                The set of languages supported by `translate`.
                """
                enum Language {
                  "English"
                  EN

                  "French"
                  FR

                  "Chinese"
                  CH
                }
                """#,
                ["Query", nil, nil]
            ),
            (
                """
                type Query { someField: String }
                type Mutation { setSomeField(to: String): String }
                """,
                ["Query", "Mutation", nil]
            ),
            (
                """
                schema { query: MyQueryRootType mutation: MyMutationRootType }
                type MyQueryRootType { someField: String }
                type MyMutationRootType { setSomeField(to: String): String }
                """,
                ["MyQueryRootType", "MyMutationRootType", nil]
            ),
            (
                """
                schema { query: Query }
                type Query { latestVirus: Virus }
                type Virus { name: String mutations: [Mutation] }
                type Mutation { name: String }
                """,
                ["Query", nil, nil]
            ),
        ] as [(String, [String?])]
    )
    func schemas(sdl: String, roots: [String?]) throws {
        let schema = try Schema.build(sdl)
        #expect(schema.problems.isEmpty)
        #expect([schema.queryTypeName, schema.mutationTypeName, schema.subscriptionTypeName] == roots)
    }

    @Test(
        "§3.5–§3.10, §3.13 Types and directives are valid",
        arguments: [
            """
            scalar UUID @specifiedBy(url: "https://tools.ietf.org/html/rfc4122")
            scalar URL @specifiedBy(url: "https://tools.ietf.org/html/rfc3986")
            scalar DateTime @specifiedBy(url: "https://scalars.graphql.org/andimarek/date-time")
            """,
            "type Person { name: String age: Int picture: Url } scalar Url",
            "type Person { name: String age: Int picture: Url relationship: Person } scalar Url",
            "type Person { name: String picture(size: Int): Url } scalar Url",
            "type ExampleType { oldField: String @deprecated }",
            "extend type Story { isHiddenLocally: Boolean } type Story { id: ID }",
            "extend type User @addedDirective type User { id: ID } directive @addedDirective on OBJECT",
            """
            interface NamedEntity { name: String }
            interface ValuedEntity { value: Int }
            type Person implements NamedEntity { name: String age: Int }
            type Business implements NamedEntity & ValuedEntity { name: String value: Int employeeCount: Int }
            type Contact { entity: NamedEntity phoneNumber: String address: String }
            """,
            """
            interface Node { id: ID! }
            interface Resource implements Node { id: ID! url: String }
            interface Image implements Resource & Node { id: ID! url: String thumbnail: String }
            """,
            """
            extend interface NamedEntity { nickname: String }
            extend type Person { nickname: String }
            extend type Business { nickname: String }
            interface NamedEntity { name: String }
            type Person implements NamedEntity { name: String }
            type Business implements NamedEntity { name: String }
            """,
            """
            union SearchResult = Photo | Person
            type Person { name: String age: Int }
            type Photo { height: Int width: Int }
            type SearchQuery { firstSearchResult: SearchResult }
            """,
            "union SearchResult = | Photo | Person type Person { name: String } type Photo { height: Int }",
            "enum Direction { NORTH EAST SOUTH WEST }",
            "input Point2D { x: Float y: Float }",
            "input Example { self: Example value: String }",
            "input Example { self: [Example!]! value: String }",
            "directive @example on FIELD",
            "directive @example on | FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT",
            """
            directive @example on FIELD_DEFINITION | ARGUMENT_DEFINITION
            type SomeType { field(arg: Int @example): String @example }
            """,
            """
            directive @delegateField(name: String!) repeatable on OBJECT | INTERFACE
            type Book @delegateField(name: "pageCount") @delegateField(name: "author") { id: ID! }
            extend type Book @delegateField(name: "index")
            """,
            "type ExampleType { newField: String oldField: String @deprecated(reason: \"Use `newField`.\") }",
            """
            input UserUniqueCondition @oneOf {
              id: ID
              username: String
              organizationAndEmail: OrganizationAndEmailInput
            }
            input OrganizationAndEmailInput { organizationId: ID! email: String! }
            """,
        ]
    )
    func valid(sdl: String) throws {
        #expect(try typeSystemReport(of: "\(sdl)\n\(Self.query)") == [])
    }

    @Test(
        "§3.7, §3.10 Types that refer to themselves without end are not valid",
        arguments: [
            (
                """
                interface Node implements Named & Node { id: ID! name: String }
                interface Named implements Node & Named { id: ID! name: String }
                """,
                [
                    "Type Node cannot implement itself because it would create a circular reference. (1:35)",
                    "Type Named cannot implement itself because it would create a circular reference. (2:35)",
                ]
            ),
            (
                "input Example { value: String self: Example! }",
                [
                    """
                    Input Object Example cannot be provided a finite value because it references itself \
                    through fields: Example.self. (1:31)
                    """
                ]
            ),
            (
                """
                input First { second: Second! value: String }
                input Second { first: First! value: String }
                """,
                [
                    """
                    Input Object First cannot be provided a finite value because it references itself \
                    through fields: First.second, Second.first. (1:15, 2:16)
                    """
                ]
            ),
        ]
    )
    func circles(sdl: String, problems: [String]) throws {
        #expect(try typeSystemReport(of: "\(sdl)\n\(Self.query)") == problems)
    }

    @Test("§3.6.1 An implementation provides what its interfaces promise")
    func implementation() throws {
        let sdl = """
            interface NamedEntity { name: String }
            interface ValuedEntity { value: Int }
            type Business implements NamedEntity & ValuedEntity { name: Int employeeCount: Int }
            """
        #expect(
            try typeSystemReport(of: "\(sdl)\n\(Self.query)") == [
                "Interface field NamedEntity.name expects type String but Business.name is type Int. (1:31, 3:61)",
                "Interface field ValuedEntity.value expected but Business does not provide it. (2:26, 3:1)",
            ]
        )
    }

    @Test("§3.13 A directive does not refer to itself in a composed schema")
    func directive() {
        #expect(
            diagnostics(of: [
                letters("directive @invalidExample(arg: String @invalidExample) on ARGUMENT_DEFINITION \(Self.query)")
            ]) == [
                "letters: Letters.graphql:1: Directive \"@invalidExample\" cannot be applied within its own definition."
            ]
        )
    }
}
