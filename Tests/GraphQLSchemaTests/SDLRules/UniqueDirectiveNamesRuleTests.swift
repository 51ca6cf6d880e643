import GraphQLSchema
import Testing

@Suite("UniqueDirectiveNamesRule (§3.3)")
struct UniqueDirectiveNamesRuleTests {
    @Test("Directives have different names; a type may have a directive's name")
    func valid() throws {
        let sdl = "directive @a on FIELD directive @b on FIELD scalar a extend directive @a @b"
        #expect(try report(.uniqueDirectiveNames, sdl) == [])
    }

    @Test("A directive that is defined again names both places")
    func again() throws {
        #expect(
            try report(.uniqueDirectiveNames, "directive @a on FIELD\n\"text\" directive @a on OBJECT") == [
                "There can be only one directive named \"@a\". (1:12, 2:19)"
            ]
        )
    }

    @Test("An extension of a schema cannot define a directive that there is, built in or not")
    func existing() throws {
        let base = "type Query { a: Int } directive @a on FIELD"
        #expect(
            try report(.uniqueDirectiveNames, "directive @a on FIELD directive @skip on FIELD", extending: base) == [
                "Directive \"@a\" already exists in the schema. It cannot be redefined. (1:12)",
                "Directive \"@skip\" already exists in the schema. It cannot be redefined. (1:34)",
            ]
        )
    }

    @Test("A plain schema may define a built-in directive its own way")
    func builtIn() throws {
        #expect(try report(.uniqueDirectiveNames, "directive @skip on FIELD") == [])
    }
}
