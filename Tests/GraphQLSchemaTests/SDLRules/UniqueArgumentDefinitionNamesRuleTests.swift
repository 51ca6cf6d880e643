import GraphQLSchema
import Testing

@Suite("UniqueArgumentDefinitionNamesRule (§3.6.1, §3.13)")
struct UniqueArgumentDefinitionNamesRuleTests {
    @Test(
        "Arguments of one field or directive have different names",
        arguments: [
            "type A { f: Int g(x: Int): Int h(x: Int, y: Int): Int }",
            "interface A { f(x: Int): Int } extend interface A { g(x: Int): Int }",
            "directive @a on FIELD directive @b(x: Int, y: Int) on FIELD",
        ]
    )
    func valid(sdl: String) throws {
        #expect(try report(.uniqueArgumentDefinitionNames, sdl) == [])
    }

    @Test(
        "Arguments of one name are told together",
        arguments: ["type A", "interface A", "extend type A", "extend interface A"]
    )
    func fields(head: String) throws {
        #expect(
            try report(.uniqueArgumentDefinitionNames, "\(head)\n{ f(x: Int, y: Int, x: Int, y: Int, x: Int): Int }")
                == [
                    "Argument \"A.f(x:)\" can only be defined once. (2:5, 2:21, 2:37)",
                    "Argument \"A.f(y:)\" can only be defined once. (2:13, 2:29)",
                ]
        )
    }

    @Test("So are a directive's")
    func directives() throws {
        #expect(
            try report(.uniqueArgumentDefinitionNames, "directive @d(x: Int, \"text\" x: Int) on FIELD") == [
                "Argument \"@d(x:)\" can only be defined once. (1:14, 1:29)"
            ]
        )
    }
}
