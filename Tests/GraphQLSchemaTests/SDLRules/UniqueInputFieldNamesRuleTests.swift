import GraphQLSchema
import Testing

@Suite("UniqueInputFieldNamesRule of SDL (§5.6.3)")
struct UniqueInputFieldNamesRuleTests {
    @Test(
        "An object literal names each field once",
        arguments: ["type A { f(x: I = {a: 1, b: {a: 1}}): Int }", "type A @d(x: [{a: 1}, {a: 1}])"]
    )
    func valid(sdl: String) throws {
        #expect(try report(.uniqueInputFieldNames, sdl) == [])
    }

    @Test(
        "A field that is named again names both places: in defaults, directives and operations",
        arguments: [
            ("type A { f(x: I = {a: 1, a: 2}): Int }", 20, 26), ("input I { i: I = {a: 1, a: 2} }", 19, 25),
            ("directive @d(x: I = {a: 1, a: 2}) on FIELD", 22, 28), ("type A @d(x: [{a: 1, a: 2}])", 16, 22),
            ("{ f(x: {a: 1, a: 2}) }", 9, 15), ("query ($x: I = {a: 1, a: 2}) { f }", 17, 23),
        ]
    )
    func repeated(sdl: String, first: Int, second: Int) throws {
        #expect(
            try report(.uniqueInputFieldNames, sdl) == [
                "There can be only one input field named \"a\". (1:\(first), 1:\(second))"
            ]
        )
    }

    @Test("Literals within each other are looked at one by one")
    func nested() throws {
        #expect(
            try report(.uniqueInputFieldNames, "type A @d(x: {a: {a: 1, b: 2, b: 3}, a: 1, b: 1})") == [
                "There can be only one input field named \"b\". (1:25, 1:31)",
                "There can be only one input field named \"a\". (1:15, 1:38)",
            ]
        )
    }
}
