import Testing

@testable import GraphQLLanguage

struct SeparateOperationsTests {
    private func separated(_ text: String) throws -> [String] {
        try document(text).separatedOperations.map {
            "\($0.name): \(try Source($0.document.printed).strippingIgnoredCharacters())"
        }
    }

    @Test("§2.9 Each operation takes the fragments it reaches, in the order of the document")
    func order() throws {
        let text = """
            { ...Y ...X }
            query One { foo bar ...A ...X }
            fragment A on T { field ...B }
            fragment X on T { fieldX }
            query Two { ...A ...Y baz }
            fragment Y on T { fieldY }
            fragment B on T { something }
            """
        #expect(
            try separated(text) == [
                ": {...Y ...X}fragment X on T{fieldX}fragment Y on T{fieldY}",
                "One: query One{foo bar ...A ...X}fragment A on T{field ...B}fragment X on T{fieldX}fragment B on T{something}",
                "Two: fragment A on T{field ...B}query Two{...A ...Y baz}fragment Y on T{fieldY}fragment B on T{something}",
            ]
        )
    }

    @Test("Fragments that spread each other end")
    func cycle() throws {
        let text = "query One { ...A } fragment A on T { ...B ...A } fragment B on T { ...A } query Two { ...B }"
        let fragments = "fragment A on T{...B ...A}fragment B on T{...A}"
        #expect(
            try separated(text) == ["One: query One{...A}\(fragments)", "Two: \(fragments)query Two{...B}"]
        )
    }

    @Test("§2.9 Fragments are found at any depth, and unknown ones do not matter")
    func depth() throws {
        let text =
            "query Q { a { ... on T { b { ...F ...Unknown } } } } fragment F on T { c } fragment Unused on T { d }"
        #expect(try separated(text) == ["Q: query Q{a{...on T{b{...F ...Unknown}}}}fragment F on T{c}"])
    }

    @Test("Of operations with one name the last counts, where the first stood")
    func sameName() throws {
        #expect(
            try separated("query A { a } query B { b } mutation A { c ...F } fragment F on T { d } { e } { f }")
                == ["A: mutation A{c ...F}fragment F on T{d}", "B: query B{b}", ": {f}"]
        )
    }

    @Test("Only operations and fragments are kept")
    func otherDefinitions() throws {
        #expect(try separated("type A { b: C } { a } extend type A { d: E } fragment F on A { a }") == [": {a}"])
        #expect(try document("scalar S").separatedOperations.isEmpty)
    }

    @Test("A chain of 20,000 fragments is followed without growing the stack")
    func longChain() throws {
        var text = "{...F0}"
        for number in 0..<20_000 { text += "fragment F\(number) on T{...F\(number + 1)}" }
        let source = Source(text)
        let document = try Document(parsing: source, limits: ParserLimits(maxTokens: 1_000_000))
        #expect(document.separatedOperations.first?.document.definitions.count == 20_001)
    }
}
