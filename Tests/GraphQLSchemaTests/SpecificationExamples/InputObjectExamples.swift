import GraphQLLanguage
import GraphQLSchema
import Testing

/// The examples of GraphQL §3.10 as definitions.
@Suite("The specification's examples of input objects (§3.10)")
struct InputObjectExamples {
    private static let condition = """
        input UserUniqueCondition @oneOf {
          id: ID
          username: String
          organizationAndEmail: OrganizationAndEmailInput
        }
        """

    @Test(
        "are valid, or break the rules that the specification says",
        arguments: [
            TypeSystemExample(
                "§3.10 a point",
                """
                input Point2D {
                  x: Float
                  y: Float
                }
                """
            ),
            TypeSystemExample(
                "§3.10 a field of the input object itself that may be omitted",
                """
                input Example {
                  self: Example
                  value: String
                }
                """
            ),
            TypeSystemExample(
                "§3.10 a field of the input object itself that may be an empty list",
                """
                input Example {
                  self: [Example!]!
                  value: String
                }
                """
            ),
            TypeSystemExample(
                "§3.10 a field of the input object itself that cannot be finite",
                """
                input Example {
                  self: Example!
                  value: String
                }
                """,
                problems: [
                    """
                    Input Object Example cannot be provided a finite value because it references itself \
                    through fields: Example.self. (2:3)
                    """
                ]
            ),
            TypeSystemExample(
                "§3.10 two input objects that cannot be finite",
                """
                input First {
                  second: Second!
                  value: String
                }

                input Second {
                  first: First!
                  value: String
                }
                """,
                problems: [
                    """
                    Input Object First cannot be provided a finite value because it references itself \
                    through fields: First.second, Second.first. (2:3, 7:3)
                    """
                ]
            ),
            TypeSystemExample(
                "§3.10 the input object of the coercion table",
                """
                input ExampleInputObject {
                  a: String
                  b: Int!
                }
                """
            ),
            TypeSystemExample(
                "§3.10.1 one of three conditions",
                condition,
                assuming: """
                    input OrganizationAndEmailInput { organizationID: ID! email: String! }
                    type Query { user(by: UserUniqueCondition!): String }
                    """
            ),
            TypeSystemExample(
                "§3.10.1 the OneOf Input Object of the coercion table",
                """
                input ExampleOneOfInputObject @oneOf {
                  a: String
                  b: Int
                }
                """
            ),
        ]
    )
    func examples(_ example: TypeSystemExample) throws { try example.expect() }

    @Test("§3.10 A default value does not refer to itself (InputObjectDefaultValueHasCycle)")
    func defaults() throws {
        #expect(
            try typeSystemReport(of: "input A { b: B = {} } input B { a: A = {} } type Query { a: Int }") == [
                """
                Invalid circular reference. The default value of Input Object field A.b references itself via the \
                default values of: B.a. (1:18, 1:40)
                """
            ]
        )
        #expect(
            try typeSystemReport(of: "input A { b: B = { a: null } } input B { a: A = {} } type Query { a: Int }") == []
        )
    }

    @Test("§3.10.1 An input object is OneOf if its directive says so")
    func oneOf() throws {
        let schema = try Schema.build(
            "\(Self.condition) input OrganizationAndEmailInput { email: String } type Query { a: Int }"
        )
        let flags = ["UserUniqueCondition", "OrganizationAndEmailInput"].map { name -> Bool? in
            if case .input(let input) = schema.type(named: name) { input.isOneOf } else { nil }
        }
        #expect(flags == [true, false])
    }

    @Test("§3.10.1 The fields of a OneOf Input Object are nullable and have no defaults")
    func oneOfFields() throws {
        #expect(
            try typeSystemReport(of: "input I @oneOf { a: Int! b: Int = 1 c: Int } type Query { a: Int }") == [
                "OneOf input field I.a must be nullable. (1:21)",
                "OneOf input field I.b cannot have a default value. (1:26)",
            ]
        )
    }

    private static let rest = "type Query { a: Int } directive @d on INPUT_OBJECT"

    @Test("§3.10.2 An extension adds other fields to an input object that is defined, and directives")
    func extensions() throws {
        let schema = try Schema.build("input I { a: Int } extend input I @d { b: Int } \(Self.rest)")
        guard case .input(let input) = schema.type(named: "I") else { throw SchemaFailure(diagnostics: []) }
        #expect(input.fields.map(\.name) == ["a", "b"])
        #expect(input.directives.map(\.name.text) == ["d"])
        #expect(
            try report(.uniqueFieldDefinitionNames, "input I { a: Int } extend input I { a: Int b: Int b: Int }") == [
                #"Field "I.a" can only be defined once. (1:11, 1:37)"#,
                #"Field "I.b" can only be defined once. (1:44, 1:51)"#,
            ]
        )
        #expect(
            try report(.possibleTypeExtensions, "extend input Query { a: Int } extend input None @d \(Self.rest)") == [
                #"Cannot extend non-input object type "Query". (1:52, 1:1)"#,
                #"Cannot extend type "None" because it is not defined. (1:44)"#,
            ]
        )
        #expect(
            try report(.uniqueDirectivesPerLocation, "input I @d { a: Int } extend input I @d \(Self.rest)") == [
                #"The directive "@d" can only be used once at this location. (1:9, 1:38)"#
            ]
        )
    }

    @Test("§3.10.2 What extends a OneOf Input Object adds nullable fields without defaults")
    func extendedOneOf() throws {
        #expect(
            try typeSystemReport(
                of: "input I @oneOf { a: Int }\nextend input I { b: Int! c: Int = 1 d: Int }\n\(Self.rest)"
            ) == [
                "OneOf input field I.b must be nullable. (2:21)",
                "OneOf input field I.c cannot have a default value. (2:26)",
            ]
        )
    }

    @Test("§3.10.2 An extension does not make an input object OneOf")
    func oneOfExtension() throws {
        let sdl = "input I { a: Int! }\nextend input I @oneOf\n\(Self.rest)"
        let schema = try Schema.build(sdl)
        guard case .input(let input) = schema.type(named: "I") else { throw SchemaFailure(diagnostics: []) }
        #expect(!input.isOneOf)
        #expect(schema.problems.isEmpty)
        #expect(
            diagnostics(of: [letters(sdl)]) == [
                #"letters: Letters.graphql:2: Directive "@oneOf" cannot be applied by an extension of "I"."#
            ]
        )
    }
}
