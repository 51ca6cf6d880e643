import GraphQLSchema
import Testing

@Suite("Reserved names (§3.4)")
struct ReservedNameTests {
    @Test(
        "No name begins with two underscores; the element with its description is the place",
        arguments: [
            ("scalar __A", "__A", 1), ("\"text\" scalar __A", "__A", 1), ("type A { __a: Int }", "__a", 10),
            ("type A { \"text\" __a: Int }", "__a", 10), ("type A { a(__x: Int): Int }", "__x", 12),
            ("interface A { __a: Int }", "__a", 15), ("enum E { __A }", "__A", 10), ("union __U = Query", "__U", 1),
            ("input I { __a: Int }", "__a", 11), ("directive @__d on FIELD", "__d", 1),
            ("directive @d(__x: Int) on FIELD", "__x", 14),
        ]
    )
    func reserved(sdl: String, name: String, column: Int) throws {
        #expect(
            try typeSystemReport(of: "\(sdl)\ntype Query { q: Int }") == [
                "Name \"\(name)\" must not begin with \"__\", which is reserved by GraphQL introspection. (1:\(column))"
            ]
        )
    }

    @Test("The introspection types' names are their own, whoever defines them")
    func introspection() throws {
        #expect(try typeSystemReport(of: "type Query { a: __Type } type __Type { b: Int }") == [])
    }
}
