import GraphQLSchema
import Testing

@Suite("ProvidedRequiredArgumentsOnDirectivesRule (§5.4.3)")
struct ProvidedRequiredArgumentsOnDirectivesRuleTests {
    @Test(
        "A directive is given its required arguments; others may be left out",
        arguments: [
            "scalar A @specifiedBy(url: \"u\")", "type A { a: Int @deprecated }", "type A @unknown",
            "directive @d(x: Int, y: Int! = 1, z: [Int!]!) on OBJECT type A @d(z: [])",
        ]
    )
    func valid(sdl: String) throws {
        #expect(try report(.providedRequiredArgumentsOnDirectives, sdl) == [])
    }

    @Test("Each argument that is missing is told")
    func missing() throws {
        let sdl = "directive @d(x: Int!, y: [Int!]!, z: Int! = 1) on OBJECT\ntype A @d\nscalar B @specifiedBy"
        #expect(
            try report(.providedRequiredArgumentsOnDirectives, sdl) == [
                "Argument \"@d(x:)\" of type \"Int!\" is required, but it was not provided. (2:8)",
                "Argument \"@d(y:)\" of type \"[Int!]!\" is required, but it was not provided. (2:8)",
                "Argument \"@specifiedBy(url:)\" of type \"String!\" is required, but it was not provided. (3:10)",
            ]
        )
    }

    @Test("An argument that is defined twice is missed once, as the last definition says")
    func repeated() throws {
        #expect(
            try report(
                .providedRequiredArgumentsOnDirectives,
                "directive @d(x: Int!, x: ID!) on OBJECT type A @d"
            ) == ["Argument \"@d(x:)\" of type \"ID!\" is required, but it was not provided. (1:48)"]
        )
    }

    @Test("An extension of a schema knows what its directives require")
    func extending() throws {
        #expect(
            try report(
                .providedRequiredArgumentsOnDirectives,
                "type A @d",
                extending: "directive @d(x: Int!) on OBJECT"
            ) == ["Argument \"@d(x:)\" of type \"Int!\" is required, but it was not provided. (1:8)"]
        )
    }
}
