import GraphQLSchema
import Testing

@Suite("Input objects (§3.10)")
struct InputObjectTests {
    private func report(_ sdl: String) throws -> [String] {
        try typeSystemReport(of: "\(sdl)\ntype Query { q: Int }")
    }

    @Test("An input object has fields; definition and extensions are the places")
    func empty() throws {
        #expect(
            try report("input I\n extend input I @d directive @d on INPUT_OBJECT") == [
                "Input Object type I must define one or more fields. (1:1, 2:2)"
            ]
        )
    }

    @Test("A field is of an input type: the written type is the place")
    func kinds() throws {
        #expect(
            try report("input I { a: Int b: [Query!] }") == [
                "The type of I.b must be Input Type but got: [Query!]. (1:21)"
            ]
        )
    }

    @Test("A required field is not deprecated: directive and type are the places (§3.13.3)")
    func deprecated() throws {
        #expect(
            try report("input I { a: Int! @deprecated b: Int! = 1 @deprecated c: Int @deprecated }") == [
                "Required input field I.a cannot be deprecated. (1:19, 1:14)"
            ]
        )
    }

    @Test("The fields of a OneOf input object are nullable without a default (§3.10.1)")
    func oneOf() throws {
        #expect(try report("input I @oneOf { a: Int b: [String!] }") == [])
        #expect(
            try report("input I @oneOf {\n  a: Int!\n  \"text\" b: Int = 1\n}") == [
                "OneOf input field I.a must be nullable. (2:6)",
                "OneOf input field I.b cannot have a default value. (3:3)",
            ]
        )
    }

    @Test("An extension may add fields to what has the directive, not the directive itself (§3.10.2)")
    func extendedOneOf() throws {
        let messages = ["OneOf input field I.a must be nullable."]
        #expect(try problems(of: "type Query { q: Int } input I { a: Int! } extend input I @oneOf").isEmpty)
        #expect(try problems(of: "type Query { q: Int } input I @oneOf extend input I { a: Int! }") == messages)
    }
}
