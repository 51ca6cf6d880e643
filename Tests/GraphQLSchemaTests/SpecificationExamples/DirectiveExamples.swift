import GraphQLLanguage
import GraphQLSchema
import Testing

/// The examples of GraphQL §3.13 as definitions.
@Suite("The specification's examples of directives (§3.13)")
struct DirectiveExamples {
    @Test(
        "are valid, or break the rules that the specification says",
        arguments: [
            TypeSystemExample(
                "§3.13 a directive on a field, and its use",
                """
                directive @example on FIELD

                fragment SomeFragment on SomeType {
                  field @example
                }
                """,
                assuming: "type Query { some: SomeType } type SomeType { field: Int }"
            ),
            TypeSystemExample(
                "§3.13 locations with a leading bar",
                """
                directive @example on
                  | FIELD
                  | FRAGMENT_SPREAD
                  | INLINE_FRAGMENT
                """,
                printed: "directive @example on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT"
            ),
            TypeSystemExample(
                "§3.13 a directive on fields and arguments",
                """
                directive @example on FIELD_DEFINITION | ARGUMENT_DEFINITION

                type SomeType {
                  field(arg: Int @example): String @example
                }
                """
            ),
            TypeSystemExample(
                "§3.13 a directive that is repeated",
                """
                directive @delegateField(name: String!) repeatable on OBJECT | INTERFACE

                type Book @delegateField(name: "pageCount") @delegateField(name: "author") {
                  id: ID!
                }

                extend type Book @delegateField(name: "index")
                """
            ),
            TypeSystemExample(
                "§3.13.3 a deprecated field and a deprecated argument",
                """
                type ExampleType {
                  newField: String
                  oldField: String @deprecated(reason: "Use `newField`.")

                  anotherField(
                    newArg: String
                    oldArg: String @deprecated(reason: "Use `newArg`.")
                  ): String
                }
                """,
                printed: """
                    type ExampleType {
                      newField: String
                      oldField: String @deprecated(reason: "Use `newField`.")
                      anotherField(newArg: String, oldArg: String @deprecated(reason: "Use `newArg`.")): String
                    }
                    """
            ),
            TypeSystemExample(
                "§3.13.3 a required argument that is deprecated",
                """
                type ExampleType {
                  invalidField(
                    newArg: String
                    oldArg: String! @deprecated(reason: "Use `newArg`.")
                  ): String
                }
                """,
                printed: """
                    type ExampleType {
                      invalidField(newArg: String, oldArg: String! @deprecated(reason: "Use `newArg`.")): String
                    }
                    """,
                problems: ["Required argument ExampleType.invalidField(oldArg:) cannot be deprecated. (4:21, 4:13)"]
            ),
            TypeSystemExample(
                "§3.13.4 a scalar that is specified elsewhere",
                #"scalar UUID @specifiedBy(url: "https://tools.ietf.org/html/rfc4122")"#
            ),
            TypeSystemExample(
                "§3.13.5 an input object of which one field is given",
                """
                input UserUniqueCondition @oneOf {
                  id: ID
                  username: String
                  organizationAndEmail: OrganizationAndEmailInput
                }
                """,
                assuming: """
                    input OrganizationAndEmailInput { organizationID: ID! email: String! }
                    type Query { user(by: UserUniqueCondition!): String }
                    """
            ),
        ]
    )
    func examples(_ example: TypeSystemExample) throws { try example.expect() }

    @Test(
        "§3.13.1–§3.13.5 The built-in directives are defined as the specification defines them",
        arguments: [
            ("skip", "directive @skip(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT"),
            ("include", "directive @include(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT"),
            (
                "deprecated",
                """
                directive @deprecated(
                  reason: String! = "No longer supported"
                ) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
                """
            ),
            ("specifiedBy", "directive @specifiedBy(url: String!) on SCALAR"),
            ("oneOf", "directive @oneOf on INPUT_OBJECT"),
        ]
    )
    func builtIn(name: String, sdl: String) throws {
        let directive = try #require(try Schema.build("type Query { a: Int }").directive(named: name))
        let specified = try #require(try Schema.build("\(sdl) type Query { a: Int }").directive(named: name))
        func argument(_ value: SchemaInputValue) -> String {
            "\(value.name): \(value.type)" + (value.defaultValue.map { " = \($0.printed)" } ?? "")
        }
        #expect(directive.arguments.map(argument) == specified.arguments.map(argument))
        #expect(directive.isRepeatable == specified.isRepeatable)
        // The working draft lets directive definitions be deprecated too.
        #expect(directive.locations.filter { $0 != "DIRECTIVE_DEFINITION" } == specified.locations)
    }

    @Test("§3.13 A directive is used where it is declared to belong only")
    func locations() throws {
        #expect(
            try report(.knownDirectives, "directive @example on FIELD\ntype T { field: Int @example }") == [
                #"Directive "@example" may not be used on FIELD_DEFINITION. (2:21)"#
            ]
        )
    }

    @Test("§3.13 A directive that is repeatable is applied again and again, in order")
    func repeatable() throws {
        let schema = try Schema.build(
            """
            directive @delegateField(name: String!) repeatable on OBJECT | INTERFACE
            type Book @delegateField(name: "pageCount") @delegateField(name: "author") { id: ID! }
            extend type Book @delegateField(name: "index")
            """
        )
        #expect(schema.directive(named: "delegateField")?.isRepeatable == true)
        let applied = try #require(schema.type(named: "Book")?.directives)
        #expect(applied.map { $0.argument("name")?.stringText } == ["pageCount", "author", "index"])
        #expect(
            try report(
                .uniqueDirectivesPerLocation,
                #"directive @a(name: String!) on OBJECT type Book @a(name: "b") @a(name: "c") { id: ID! }"#
            ) == [#"The directive "@a" can only be used once at this location. (1:49, 1:63)"#]
        )
    }

    @Test(
        "§3.13 A directive does not refer to itself in a composed schema, directly or indirectly",
        arguments: [
            "directive @invalidExample(arg: String @invalidExample) on ARGUMENT_DEFINITION",
            """
            directive @invalidExample(arg: I) on INPUT_FIELD_DEFINITION input I { a: Int @invalidExample }
            """,
        ]
    )
    func selfReference(sdl: String) {
        #expect(
            diagnostics(of: [letters("\(sdl) type Query { a: Int }")]) == [
                "letters: Letters.graphql:1: Directive \"@invalidExample\" cannot be applied within its own definition."
            ]
        )
    }

    @Test("§3.13 A directive has locations, and a name of its own")
    func rules() throws {
        #expect(
            refusals(of: "directive @a on type Query { a: Int }") == [#"Syntax Error: Unexpected Name "type"."#]
        )
        #expect(
            try typeSystemReport(of: "directive @__a(__b: Int c: Query) on FIELD\ntype Query { a: Int }") == [
                #"Name "__a" must not begin with "__", which is reserved by GraphQL introspection. (1:1)"#,
                #"Name "__b" must not begin with "__", which is reserved by GraphQL introspection. (1:16)"#,
                "The type of @__a(c:) must be Input Type but got: Query. (1:25)",
            ]
        )
        #expect(
            try report(.uniqueArgumentDefinitionNames, "directive @a(b: Int b: Int) on FIELD") == [
                #"Argument "@a(b:)" can only be defined once. (1:14, 1:21)"#
            ]
        )
    }

    @Test("§3.13.3 What is deprecated has its reason, and is required only with a default")
    func deprecation() throws {
        let schema = try Schema.build(
            """
            type ExampleType {
              oldField: String @deprecated(reason: "Use `newField`.")
              anotherField(newArg: String oldArg: String @deprecated(reason: "Use `newArg`.")): String
              optional(a: Int! = 1 @deprecated, b: Int @deprecated): Int
            }
            type Query { a: Int }
            """
        )
        #expect(schema.problems.isEmpty)
        let fields = try #require(schema.type(named: "ExampleType")?.fields)
        #expect(fields.map(\.deprecationReason) == ["Use `newField`.", nil, nil])
        #expect(fields[1].arguments.map(\.deprecationReason) == [nil, "Use `newArg`."])
        #expect(fields[2].arguments.map(\.deprecationReason) == ["No longer supported", "No longer supported"])
    }
}
