import GraphQLSchema
import Testing

@Suite("KnownArgumentNamesOnDirectivesRule (§5.4.1)")
struct KnownArgumentNamesOnDirectivesRuleTests {
    @Test(
        "A directive is given the arguments that it defines; of an unknown one nothing is said",
        arguments: [
            "type A { a: Int @deprecated(reason: \"x\") }", "type A @d(x: 1) directive @d(x: Int) on OBJECT",
            "type A @unknown(x: 1)", "type A { a(x: Int = 1): Int }",
        ]
    )
    func valid(sdl: String) throws {
        #expect(try report(.knownArgumentNamesOnDirectives, sdl) == [])
    }

    @Test("An argument that it does not define is told, with the close ones")
    func unknown() throws {
        let sdl = "type A {\n  a: Int @deprecated(resaon: \"x\", elsewhere: 1)\n}"
        #expect(
            try report(.knownArgumentNamesOnDirectives, sdl) == [
                "Unknown argument \"resaon\" on directive \"@deprecated\". Did you mean \"reason\"? (2:22)",
                "Unknown argument \"elsewhere\" on directive \"@deprecated\". (2:35)",
            ]
        )
        #expect(
            try report(.knownArgumentNamesOnDirectives, sdl, hidesSuggestions: true) == [
                "Unknown argument \"resaon\" on directive \"@deprecated\". (2:22)",
                "Unknown argument \"elsewhere\" on directive \"@deprecated\". (2:35)",
            ]
        )
    }

    @Test("A directive that the document defines, even a built-in one, has the arguments that it gives it")
    func defined() throws {
        let sdl = "directive @deprecated(why: Int) on OBJECT\ntype A @deprecated(reason: \"x\", why: 1)"
        #expect(
            try report(.knownArgumentNamesOnDirectives, sdl) == [
                "Unknown argument \"reason\" on directive \"@deprecated\". (2:20)"
            ]
        )
    }

    @Test("An extension of a schema knows its directives")
    func extending() throws {
        #expect(
            try report(
                .knownArgumentNamesOnDirectives,
                "type A @d(x: 1, y: 2)",
                extending: "directive @d(x: Int) on OBJECT"
            ) == ["Unknown argument \"y\" on directive \"@d\". Did you mean \"x\"? (1:17)"]
        )
    }
}
