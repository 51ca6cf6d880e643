import GraphQLLanguage
import GraphQLSchema
import Testing

/// The examples of GraphQL §3.6 as definitions.
@Suite("The specification's examples of objects (§3.6)")
struct ObjectExamples {
    private static let url = "scalar Url type Query { person: Person }"

    @Test(
        "are valid",
        arguments: [
            TypeSystemExample(
                "§3.6 a person",
                """
                type Person {
                  name: String
                  age: Int
                  picture: Url
                }
                """,
                assuming: url
            ),
            TypeSystemExample(
                "§3.6 a person with a relationship",
                """
                type Person {
                  name: String
                  age: Int
                  picture: Url
                  relationship: Person
                }
                """,
                assuming: url
            ),
            TypeSystemExample(
                "§3.6.1 a field with an argument",
                """
                type Person {
                  name: String
                  picture(size: Int): Url
                }
                """,
                assuming: url
            ),
            TypeSystemExample(
                "§3.6.2 a deprecated field",
                """
                type ExampleType {
                  oldField: String @deprecated
                }
                """
            ),
            TypeSystemExample(
                "§3.6.3 a field that is added",
                """
                extend type Story {
                  isHiddenLocally: Boolean
                }
                """,
                assuming: "type Query { story: Story } type Story { id: ID }"
            ),
            TypeSystemExample(
                "§3.6.3 a directive that is added",
                "extend type User @addedDirective",
                assuming: "type Query { user: User } type User { id: ID } directive @addedDirective on OBJECT"
            ),
        ]
    )
    func valid(_ example: TypeSystemExample) throws { try example.expect() }

    @Test("§3.6 Fields are of the types that they are declared with, in their order")
    func fields() throws {
        let schema = try Schema.build(
            "type Person { name: String age: Int picture: Url relationship: Person } \(Self.url)"
        )
        let fields = try #require(schema.type(named: "Person")?.fields)
        #expect(fields.map(\.name) == ["name", "age", "picture", "relationship"])
        #expect(fields.map(\.type.description) == ["String", "Int", "Url", "Person"])
    }

    @Test("§3.6.1 A field's argument is of an input type")
    func arguments() throws {
        let schema = try Schema.build("type Person { name: String picture(size: Int): Url } \(Self.url)")
        let arguments = try #require(schema.type(named: "Person")?.fields?.last?.arguments)
        #expect(arguments.map(\.name) == ["size"])
        #expect(arguments.map(\.type.description) == ["Int"])
        #expect(
            try typeSystemReport(of: "type Person { picture(size: Person): Int } type Query { person: Person }") == [
                "The type of Person.picture(size:) must be Input Type but got: Person. (1:29)"
            ]
        )
    }

    @Test("§3.6.2 A field is deprecated without a reason of its own")
    func deprecation() throws {
        let schema = try Schema.build("type ExampleType { oldField: String @deprecated newField: String }")
        let fields = try #require(schema.type(named: "ExampleType")?.fields)
        #expect(fields.map(\.deprecationReason) == ["No longer supported", nil])
    }

    @Test("§3.6.3 An extension adds fields, directives and interfaces to a type")
    func extensions() throws {
        let schema = try Schema.build(
            """
            extend type Story { isHiddenLocally: Boolean }
            extend type Story @addedDirective
            extend type Story implements Node
            type Story { id: ID }
            interface Node { id: ID }
            directive @addedDirective on OBJECT
            type Query { story: Story }
            """
        )
        #expect(schema.problems.isEmpty)
        guard case .object(let story) = schema.type(named: "Story") else { throw SchemaFailure(diagnostics: []) }
        #expect(story.fields.map(\.name) == ["id", "isHiddenLocally"])
        #expect(story.directives.map(\.name.text) == ["addedDirective"])
        #expect(story.interfaces == ["Node"])
    }

    @Test(
        "§3.6.3 An extension repeats nothing of its type, which is an object that is defined",
        arguments: [
            (
                .possibleTypeExtensions, "extend type Story { a: Int } extend type I { b: Int } input I { a: Int }",
                [
                    #"Cannot extend type "Story" because it is not defined. (1:13)"#,
                    #"Cannot extend non-object type "I". (1:55, 1:30)"#,
                ]
            ),
            (
                .uniqueFieldDefinitionNames, "type Story { a: Int } extend type Story { a: Int }",
                [#"Field "Story.a" can only be defined once. (1:14, 1:43)"#]
            ),
            (
                .uniqueFieldDefinitionNames, "type Story { a: Int } extend type Story { b: Int b: Int }",
                [#"Field "Story.b" can only be defined once. (1:43, 1:50)"#]
            ),
            (
                .uniqueDirectivesPerLocation, "type Story @d { a: Int } extend type Story @d directive @d on OBJECT",
                [#"The directive "@d" can only be used once at this location. (1:12, 1:44)"#]
            ),
        ] as [(SDLRule, String, [String])]
    )
    func extensionRules(rule: SDLRule, sdl: String, messages: [String]) throws {
        #expect(try report(rule, sdl) == messages)
    }

    @Test("§3.6.3 An interface is implemented once, by the type or by its extension")
    func extendedInterfaces() throws {
        #expect(
            try typeSystemReport(
                of: """
                    type Story implements Node { id: ID }
                    extend type Story implements Node
                    interface Node { id: ID }
                    type Query { story: Story }
                    """
            ) == ["Type Story can only implement Node once. (1:23, 2:30)"]
        )
    }
}
