import GraphQLSchema
import Testing

@Suite("KnownDirectivesRule (§3.13, §5.7.1, §5.7.2)")
struct KnownDirectivesRuleTests {
    @Test(
        "Directives are known when the document defines them, before or after",
        arguments: [
            "type A { a: Int @deprecated }", "type A @d directive @d on OBJECT", "directive @d on OBJECT type A @d",
            "scalar A @specifiedBy(url: \"u\") input B @oneOf enum C { D @deprecated }",
        ]
    )
    func known(sdl: String) throws {
        #expect(try report(.knownDirectives, sdl) == [])
    }

    @Test("An unknown directive is told each time")
    func unknown() throws {
        #expect(
            try report(.knownDirectives, "type A @b {\n  a(x: Int @c): Int @b\n}") == [
                "Unknown directive \"@b\". (1:8)", "Unknown directive \"@c\". (2:12)",
                "Unknown directive \"@b\". (2:21)",
            ]
        )
    }

    @Test(
        "A directive's every location is checked, on definitions and extensions",
        arguments: [
            ("schema @d { query: A }", "SCHEMA", 8), ("extend schema @d", "SCHEMA", 15),
            ("scalar S @d", "SCALAR", 10), ("extend scalar S @d", "SCALAR", 17),
            ("type A @d { a: Int }", "OBJECT", 8), ("extend type A @d", "OBJECT", 15),
            ("type A { a: Int @d }", "FIELD_DEFINITION", 17),
            ("type A { a(x: Int @d): Int }", "ARGUMENT_DEFINITION", 19),
            ("interface A @d { a: Int }", "INTERFACE", 13), ("extend interface A @d", "INTERFACE", 20),
            ("union U @d = A", "UNION", 9), ("extend union U @d", "UNION", 16),
            ("enum E @d { A }", "ENUM", 8), ("extend enum E @d", "ENUM", 15), ("enum E { A @d }", "ENUM_VALUE", 12),
            ("input I @d { a: Int }", "INPUT_OBJECT", 9), ("extend input I @d", "INPUT_OBJECT", 16),
            ("input I { a: Int @d }", "INPUT_FIELD_DEFINITION", 18),
            ("directive @e(x: Int @d) on FIELD", "ARGUMENT_DEFINITION", 21),
            ("directive @e @d on FIELD", "DIRECTIVE_DEFINITION", 14),
            ("extend directive @e @d", "DIRECTIVE_DEFINITION", 21),
            ("query @d { a }", "QUERY", 7), ("mutation @d { a }", "MUTATION", 10),
            ("subscription @d { a }", "SUBSCRIPTION", 14), ("query ($a: Int @d) { a }", "VARIABLE_DEFINITION", 16),
            ("{ a @d }", "FIELD", 5), ("{ ...F @d }", "FRAGMENT_SPREAD", 8), ("{ ... @d { a } }", "INLINE_FRAGMENT", 7),
            ("fragment F on A @d { a }", "FRAGMENT_DEFINITION", 17),
        ]
    )
    func locations(sdl: String, location: String, column: Int) throws {
        let elsewhere = location == "QUERY" ? "FIELD" : "QUERY"
        #expect(
            try report(.knownDirectives, sdl + " directive @d on \(elsewhere)") == [
                "Directive \"@d\" may not be used on \(location). (1:\(column))"
            ]
        )
        #expect(try report(.knownDirectives, sdl + " directive @d on \(elsewhere) | \(location)") == [])
    }

    @Test("A built-in directive that the document defines anew stands where the document says")
    func redefined() throws {
        let sdl = "directive @deprecated on OBJECT type A @deprecated { a: Int @deprecated }"
        #expect(
            try report(.knownDirectives, sdl) == [
                "Directive \"@deprecated\" may not be used on FIELD_DEFINITION. (1:61)"
            ]
        )
    }

    @Test("An extension of a schema knows its directives")
    func extending() throws {
        let base = "type Query { a: Int } directive @d on OBJECT"
        #expect(try report(.knownDirectives, "type A @d", extending: base) == [])
        #expect(
            try report(.knownDirectives, "scalar A @d @e", extending: base) == [
                "Directive \"@d\" may not be used on SCALAR. (1:10)", "Unknown directive \"@e\". (1:13)",
            ]
        )
    }
}
