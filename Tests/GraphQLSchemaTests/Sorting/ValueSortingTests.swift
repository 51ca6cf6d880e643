import GraphQLLanguage
import GraphQLSchema
import Testing

@Suite("Sorting a value")
struct ValueSortingTests {
    @Test(
        "Fields of objects are sorted at every depth, items of lists stay",
        arguments: [
            ("1", "1"), ("3.14", "3.14"), ("null", "null"), ("true", "true"), ("E", "E"), (#""b""#, #""b""#),
            ("[3, 1, 2]", "[3, 1, 2]"), ("{}", "{  }"),
            ("{ b: 2, a: 1 }", "{ a: 1, b: 2 }"),
            ("{ a10: 1, a9: { d: 1, c: 2 } }", "{ a9: { c: 2, d: 1 }, a10: 1 }"),
            ("[{ b: 2, a: [{ d: 1, c: 2 }] }, [B, A]]", "[{ a: [{ c: 2, d: 1 }], b: 2 }, [B, A]]"),
        ]
    )
    func sorted(text: String, expected: String) throws {
        let schema = try Schema.build("scalar Any input I { value: Any = \(text) }")
        guard case .input(let input)? = schema.type(named: "I") else { return }
        #expect(input.field(named: "value")?.defaultValue?.sorted.printed == expected)
    }
}
