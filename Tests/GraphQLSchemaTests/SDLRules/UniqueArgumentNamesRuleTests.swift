import GraphQLSchema
import Testing

@Suite("UniqueArgumentNamesRule of SDL (§5.4.2)")
struct UniqueArgumentNamesRuleTests {
    @Test("An argument is given once", arguments: ["type A @d(x: 1, y: 1) @d(x: 1)", "{ a(x: 1) b(x: 1) }"])
    func valid(sdl: String) throws {
        #expect(try report(.uniqueArgumentNames, sdl) == [])
    }

    @Test("Arguments of one name are told together, of known directives and unknown ones")
    func repeated() throws {
        #expect(
            try report(.uniqueArgumentNames, "type A @d(x: 1, y: 1, x: 2, x: 3) {\n  a: Int @e(y: 1, y: 2)\n}") == [
                "There can be only one argument named \"x\". (1:11, 1:23, 1:29)",
                "There can be only one argument named \"y\". (2:13, 2:19)",
            ]
        )
    }

    @Test("So are those of fields in the document's operations")
    func fields() throws {
        #expect(
            try report(.uniqueArgumentNames, "{ a(x: 1, x: 2) }") == [
                "There can be only one argument named \"x\". (1:5, 1:11)"
            ]
        )
    }
}
