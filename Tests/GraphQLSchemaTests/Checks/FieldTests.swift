import GraphQLSchema
import Testing

@Suite("Fields and arguments (§3.6, §3.7, §3.13)")
struct FieldTests {
    private func report(_ sdl: String) throws -> [String] {
        try typeSystemReport(of: "\(sdl)\ntype Query { q: Int }")
    }

    @Test(
        "Objects and interfaces have fields; definition and extensions are the places",
        arguments: ["type", "interface"]
    )
    func empty(kind: String) throws {
        #expect(
            try report("\"text\" \(kind) A @d extend \(kind) A @d\ndirective @d repeatable on OBJECT | INTERFACE") == [
                "Type A must define one or more fields. (1:1, 1:\(kind == "type" ? 18 : 23))"
            ]
        )
        #expect(try report("\(kind) A extend \(kind) A { a: Int }") == [])
    }

    @Test(
        "A field is of an output type: the written type is the place",
        arguments: [("I", 13), ("[I!]", 13), ("[[I]]!", 13)]
    )
    func output(type: String, column: Int) throws {
        #expect(
            try report("type A { a: \(type) } input I { a: Int }") == [
                "The type of A.a must be Output Type but got: \(type). (1:\(column))"
            ]
        )
        #expect(
            try report("interface A { a: \(type) } input I { a: Int }") == [
                "The type of A.a must be Output Type but got: \(type). (1:18)"
            ]
        )
    }

    @Test("An argument is of an input type: the written type is the place, of a directive's argument its name")
    func input() throws {
        #expect(
            try report(
                "type A { a(x: A): Int }\ninterface B { a(x: [B!]!): Int }\ndirective @d(\"text\" x: Query) on FIELD"
            ) == [
                "The type of @d(x:) must be Input Type but got: Query. (3:14)",
                "The type of A.a(x:) must be Input Type but got: A. (1:15)",
                "The type of B.a(x:) must be Input Type but got: [B!]!. (2:20)",
            ]
        )
    }

    @Test("A required argument is not deprecated: directive and type are the places (§3.13.3)")
    func deprecatedArguments() throws {
        #expect(
            try report(
                """
                type A { a(x: Int! @deprecated, y: Int! = 1 @deprecated, z: Int @deprecated): Int }
                directive @d(x: Int! @deprecated) on FIELD
                """
            ) == [
                "Required argument @d(x:) cannot be deprecated. (2:22, 2:17)",
                "Required argument A.a(x:) cannot be deprecated. (1:20, 1:15)",
            ]
        )
    }

    @Test("What is built in is valid")
    func standard() throws {
        #expect(try typeSystemReport(of: "type Query { a(x: Int, y: Float, z: ID): Boolean }") == [])
    }

    @Test("A directive needs a location, and an element that is not made from SDL has no place")
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
            schema.problems.map(\.graphQLError.report) == [
                "Query root type must be provided.",
                "Directive @d must include 1 or more locations.",
                "Enum values cannot be named: null",
            ]
        )
    }
}
