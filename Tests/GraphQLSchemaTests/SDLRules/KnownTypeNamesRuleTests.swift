import GraphQLSchema
import Testing

@Suite("KnownTypeNamesRule (§3.3)")
struct KnownTypeNamesRuleTests {
    @Test(
        "Defined types, in any order, and built-in ones are known",
        arguments: [
            "type A implements B { a(x: I): [U!]! } interface B { a: A } union U = A input I { i: [I] e: E = X } enum E",
            "type A { a: Int b: Float c: String d: Boolean e: ID f: __Type }",
            "schema { query: A } directive @d(x: S) on FIELD scalar S type A",
        ]
    )
    func known(sdl: String) throws {
        #expect(try report(.knownTypeNames, sdl) == [])
    }

    @Test("An unknown type is told wherever a type is named, in document order")
    func unknown() throws {
        let sdl = """
            type A implements N1 { a(x: [N2!]!): N3 }
            union U = N4 | A
            interface I implements N5
            input J { a: N6 = 1 }
            directive @d(x: N7!) on FIELD
            schema { query: N8 }
            extend schema { mutation: N9 }
            """
        #expect(
            try report(.knownTypeNames, sdl, hidesSuggestions: true) == [
                "Unknown type \"N1\". (1:19)", "Unknown type \"N2\". (1:30)", "Unknown type \"N3\". (1:38)",
                "Unknown type \"N4\". (2:11)", "Unknown type \"N5\". (3:24)", "Unknown type \"N6\". (4:14)",
                "Unknown type \"N7\". (5:17)", "Unknown type \"N8\". (6:17)", "Unknown type \"N9\". (7:27)",
            ]
        )
    }

    @Test("Close names are suggested, built-in types among them, unless they are to be hidden")
    func suggestions() throws {
        let sdl = "type Letter { a: Lettre b: Sting }"
        #expect(
            try report(.knownTypeNames, sdl) == [
                "Unknown type \"Lettre\". Did you mean \"Letter\"? (1:18)",
                "Unknown type \"Sting\". Did you mean \"String\" or \"Int\"? (1:28)",
            ]
        )
        #expect(
            try report(.knownTypeNames, sdl, hidesSuggestions: true) == [
                "Unknown type \"Lettre\". (1:18)", "Unknown type \"Sting\". (1:28)",
            ]
        )
    }

    @Test("An extension of a schema knows its types, and is suggested them")
    func extending() throws {
        #expect(
            try report(.knownTypeNames, "type B { a: Alpha b: Alfa }", extending: "type Alpha { a: Int }") == [
                "Unknown type \"Alfa\". Did you mean \"Alpha\"? (1:22)"
            ]
        )
    }

    @Test("In operations and fragments of the document only the schema's types are known")
    func executables() throws {
        let sdl = "query ($a: A, $i: Int) { a ... on Nowhere { b } }\nfragment F on A { b }"
        #expect(
            try report(.knownTypeNames, sdl + " type A", hidesSuggestions: true) == [
                "Unknown type \"Int\". (1:19)", "Unknown type \"Nowhere\". (1:35)",
            ]
        )
    }
}
