import GraphQLSchema
import Testing

@Suite("Rules for a type system")
struct TypeSystemRulesTests {
    /// SDL and the messages of the problems its schema has, in any order.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let sdl: String
        let messages: [String]

        init(_ name: String, _ sdl: String, _ messages: String...) {
            self.name = name
            self.sdl = sdl
            self.messages = messages
        }

        var testDescription: String { name }
    }

    /// With a valid query root, so that each case says only what it is about.
    @Test("Root types, names, fields, unions, enums and inputs are checked", arguments: cases + inputCases)
    func checked(_ example: Case) throws {
        #expect(try problems(of: "type Query { q: Int } " + example.sdl).sorted() == example.messages.sorted())
    }

    static let cases = [
        Case("valid", "type A { a: Int }"),
        Case("reserved type name", "scalar __A", reserved("__A")),
        Case("reserved field name", "type A { __a: Int }", reserved("__a")),
        Case("reserved argument name", "type A { a(__x: Int): Int }", reserved("__x")),
        Case("reserved enum value", "enum E { __A }", reserved("__A")),
        Case("reserved input field", "input I { __a: Int }", reserved("__a")),
        Case("reserved directive name", "directive @__d on FIELD", reserved("__d")),
        Case("reserved directive argument", "directive @d(__x: Int) on FIELD", reserved("__x")),
        Case("object without fields", "type A", "Type A must define one or more fields."),
        Case("interface without fields", "interface A", "Type A must define one or more fields."),
        Case("object given fields by an extension", "type A extend type A { a: Int }"),
        Case(
            "input type as output",
            "input I { a: Int } type A { a: [I!] }",
            "The type of A.a must be Output Type but got: [I!]."
        ),
        Case(
            "output type as argument",
            "type A { a(x: A): Int }",
            "The type of A.a(x:) must be Input Type but got: A."
        ),
        Case(
            "interface as argument",
            "interface B { a(x: [B!]!): Int }",
            "The type of B.a(x:) must be Input Type but got: [B!]!."
        ),
        Case(
            "output type as directive argument",
            "directive @d(x: Query) on FIELD",
            "The type of @d(x:) must be Input Type but got: Query."
        ),
        Case(
            "required argument deprecated",
            "type A { a(x: Int! @deprecated, y: Int! = 1 @deprecated, z: Int @deprecated): Int }",
            "Required argument A.a(x:) cannot be deprecated."
        ),
        Case(
            "required directive argument deprecated",
            "directive @d(x: Int! @deprecated) on FIELD",
            "Required argument @d(x:) cannot be deprecated."
        ),
        Case("union without members", "union U", "Union type U must define one or more member types."),
        Case("member twice", "union U = Query | Query", "Union type U can only include type Query once."),
        Case(
            "member again in an extension",
            "union U = Query extend union U = Query",
            "Union type U can only include type Query once."
        ),
        Case(
            "members that are no objects",
            "scalar S interface F { a: Int } union U = S | F | Query",
            "Union type U can only include Object types, it cannot include S.",
            "Union type U can only include Object types, it cannot include F."
        ),
        Case("enum without values", "enum E", "Enum type E must define one or more values."),
        Case(
            "mutation root that is no object",
            "input Mutation { a: Int }",
            "Mutation root type must be Object type if provided, it cannot be Mutation."
        ),
        Case(
            "subscription root that is no object",
            "scalar Subscription",
            "Subscription root type must be Object type if provided, it cannot be Subscription."
        ),
        Case(
            "two roots of one type",
            "schema { query: Query mutation: Query }",
            "All root types must be different, \"Query\" type is used as query and mutation root types."
        ),
        Case(
            "three roots of one type",
            "schema { query: Query mutation: Query subscription: Query }",
            "All root types must be different, \"Query\" type is used as query, mutation, and subscription root types."
        ),
    ]

    static let inputCases = [
        Case("input without fields", "input I", "Input Object type I must define one or more fields."),
        Case(
            "output type as input field",
            "input I { a: Query }",
            "The type of I.a must be Input Type but got: Query."
        ),
        Case(
            "required input field deprecated",
            "input I { a: Int! @deprecated b: Int! = 1 @deprecated c: Int @deprecated }",
            "Required input field I.a cannot be deprecated."
        ),
        Case("OneOf", "input I @oneOf { a: Int b: String }"),
        Case(
            "OneOf with a required field",
            "input I @oneOf { a: Int! b: Int }",
            "OneOf input field I.a must be nullable."
        ),
        Case(
            "OneOf with a default",
            "input I @oneOf { a: Int = 1 b: Int }",
            "OneOf input field I.a cannot have a default value."
        ),
        Case(
            "OneOf made by an extension",
            "input I { a: Int! } extend input I @oneOf",
            "OneOf input field I.a must be nullable."
        ),
        Case("nullable circle", "input I { self: I list: [I!]! }"),
        Case(
            "input that needs itself",
            "input I { self: I! }",
            "Input Object I cannot be provided a finite value because it references itself through fields: I.self."
        ),
        Case(
            "inputs that need each other",
            "input I { b: J! } input J { c: K! } input K { d: I! }",
            """
            Input Object I cannot be provided a finite value because it references itself through fields: \
            I.b, J.c, K.d.
            """
        ),
        Case(
            "two circles through one input",
            "input I { a: J! } input J { b: I! c: J! }",
            "Input Object I cannot be provided a finite value because it references itself through fields: I.a, J.b.",
            "Input Object J cannot be provided a finite value because it references itself through fields: J.c."
        ),
        Case(
            "default that needs itself",
            "input I { self: I = {} }",
            "Invalid circular reference. The default value of Input Object field I.self references itself."
        ),
        Case(
            "defaults that need each other",
            "input I { b: J = {} } input J { c: I = {} }",
            """
            Invalid circular reference. The default value of Input Object field I.b references itself \
            via the default values of: J.c.
            """
        ),
        Case(
            "default that needs itself in a list",
            "input I { list: [I] = [{}] }",
            "Invalid circular reference. The default value of Input Object field I.list references itself."
        ),
        Case("default that ends the circle", "input I { self: I = {self: null} }"),
    ]

    private static func reserved(_ name: String) -> String {
        "Name \"\(name)\" must not begin with \"__\", which is reserved by GraphQL introspection."
    }

    @Test("There must be a query root")
    func noQuery() throws {
        #expect(try problems(of: "type Other { a: Int }") == ["Query root type must be provided."])
        #expect(
            try problems(of: "type Query { a: Int } schema { mutation: Query }") == [
                "Query root type must be provided."
            ]
        )
    }

    @Test("The query root must be an object")
    func queryKind() throws {
        #expect(
            try problems(of: "schema { query: I } input I { a: Int }") == [
                "Query root type must be Object type, it cannot be I."
            ]
        )
    }

    @Test("A directive needs a location, an enum value is no other literal")
    func builtSchema() {
        let directive = SchemaDirective(
            name: "d",
            description: nil,
            arguments: [],
            isRepeatable: false,
            locations: [],
            provenance: nil
        )
        let value = SchemaEnumValue(
            name: "null",
            description: nil,
            deprecationReason: nil,
            directives: [],
            provenance: nil
        )
        let schema = Schema(
            description: nil,
            types: [
                .enumeration(EnumType(name: "E", description: nil, values: [value], directives: [], provenance: nil))
            ],
            directives: [directive],
            queryTypeName: nil,
            mutationTypeName: nil,
            subscriptionTypeName: nil
        )
        #expect(
            schema.problems.map(\.message) == [
                "Query root type must be provided.",
                "Directive @d must include 1 or more locations.",
                "Enum values cannot be named: null",
            ]
        )
    }

    @Test("What is built in is valid")
    func standard() throws {
        #expect(try problems(of: "type Query { a(x: Int, y: Float, z: ID): Boolean }") == [])
    }
}
