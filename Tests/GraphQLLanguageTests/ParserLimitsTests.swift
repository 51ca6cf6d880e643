import Testing

@testable import GraphQLLanguage

struct ParserLimitsTests {
    private func nested(_ open: String, _ close: String, _ count: Int, around inner: String) -> String {
        String(repeating: open, count: count) + inner + String(repeating: close, count: count)
    }

    @Test("Tokens are counted, comments are not")
    func tokens() {
        let text = "# one\n{ a b } # two"
        #expect(diagnosis(text, limits: ParserLimits(maxTokens: 4)) == nil)
        #expect(
            diagnosis(text, limits: ParserLimits(maxTokens: 3))
                == "Document contains more than 3 tokens. Parsing aborted. (2:7)"
        )
        #expect(
            diagnosis(text, limits: ParserLimits(maxTokens: 0))
                == "Document contains more than 0 tokens. Parsing aborted. (2:1)"
        )
    }

    @Test("Tokens are counted in every place that reads them, descriptions and extensions once")
    func tokensEverywhere() {
        #expect(diagnosis("\"d\" type A", limits: ParserLimits(maxTokens: 3)) == nil)
        #expect(diagnosis("extend type A @b", limits: ParserLimits(maxTokens: 5)) == nil)
        #expect(
            diagnosis("extend type A @b", limits: ParserLimits(maxTokens: 4))
                == "Document contains more than 4 tokens. Parsing aborted. (1:16)"
        )
        let limits = ParserLimits(maxTokens: 1)
        let value = #expect(throws: SyntaxError.self) { try Value(parsing: Source("[]"), limits: limits) }
        #expect(value?.message == "Document contains more than 1 tokens. Parsing aborted.")
        let type = #expect(throws: SyntaxError.self) { try TypeReference(parsing: Source("[A]"), limits: limits) }
        #expect(type?.message == "Document contains more than 1 tokens. Parsing aborted.")
    }

    @Test("A source of too many bytes is refused before it is read, comments and ignored characters included")
    func bytes() {
        #expect(diagnosis("{ foo }", limits: ParserLimits(maxBytes: 7)) == nil)
        for text in ["{ foo } ", "{ foo }#", "~~~~~~~~", "\u{FEFF}\u{FEFF}é"] {
            #expect(
                diagnosis(text, limits: ParserLimits(maxBytes: 7))?
                    .hasPrefix("Source contains more than 7 bytes. Parsing aborted. (1:") == true
            )
        }
        #expect(
            diagnosis("~", limits: ParserLimits(maxBytes: 0))
                == "Source contains more than 0 bytes. Parsing aborted. (1:1)"
        )
    }

    @Test(
        "10 MB of anything are refused at once",
        arguments: ["{a", "[", " ", "#", "\"", "a", "\"\"\"", "{a(b:[", "é", "\u{0}"]
    )
    func hostile(piece: String) {
        let source = Source(String(repeating: piece, count: 10_000_000 / piece.utf8.count))
        let duration = ContinuousClock().measure {
            #expect(
                diagnosis(source)
                    == "Source contains more than 1048576 bytes. Parsing aborted. (1:\(column(of: source)))"
            )
        }
        #expect(duration < .seconds(5))
    }

    private func column(of source: Source) -> Int { source.location(at: 1 << 20).column }

    @Test("A document of too many tokens ends at the first one too many")
    func manyTokens() {
        let text = "{" + String(repeating: " a", count: 2_000_000)
        let limits = ParserLimits(maxBytes: .max, maxTokens: 1_000)
        #expect(
            diagnosis(text, limits: limits) == "Document contains more than 1000 tokens. Parsing aborted. (1:2001)"
        )
    }

    @Test("Nesting is allowed up to the limit")
    func atLimit() {
        let limits = ParserLimits(maxDepth: 5)
        #expect(diagnosis(nested("{a", "}", 5, around: ""), limits: limits) == nil)
        #expect(diagnosis("{a(b:" + nested("[", "]", 4, around: "1") + ")}", limits: limits) == nil)
        #expect(diagnosis("scalar A @d(a:" + nested("{a:", "}", 5, around: "1") + ")", limits: limits) == nil)
        #expect(diagnosis("type A { b: " + nested("[", "]", 5, around: "C") + "}", limits: limits) == nil)
    }

    @Test(
        "What is nested deeper is refused where it starts",
        arguments: [
            ("{a{a{a{a{a{a}}}}}}", 11), ("{a(b:[[[[[1]]]]])}", 10), ("{a(b:{c:{c:{c:{c:{c:1}}}}})}", 18),
            ("{a{a(b:[[{c:[1]}]])}}", 13), ("{...{...on A{...{...{...{a}}}}}}", 25),
            ("type A { b: [[[[[[C]]]]]] }", 19), ("query($a:[[[[[[B]]]]]]){a}", 16),
        ]
    )
    func overLimit(text: String, column: Int) {
        #expect(
            diagnosis(text, limits: ParserLimits(maxDepth: 5))
                == "Document is nested too deeply. Parsing aborted. (1:\(column))"
        )
    }

    @Test("Siblings do not nest")
    func siblings() {
        let text = "{" + String(repeating: "a{b(c:[1]){d}}", count: 1_000) + "}"
        #expect(diagnosis(text, limits: ParserLimits(maxDepth: 3)) == nil)
    }

    @Test(
        "A document nested 10,000 deep is an error, not a crash",
        arguments: [
            ("", "{a"), ("{", "...{"), ("{a(b:", "["), ("{a(b:", "{c:"), ("type A{b:", "["), ("scalar A @b(c:", "[{d:"),
        ]
    )
    func bottomless(start: String, level: String) {
        let text = start + String(repeating: level, count: 10_000)
        #expect(diagnosis(text)?.hasPrefix("Document is nested too deeply. Parsing aborted. (1:") == true)
    }

    @Test("A client sees the code of a syntax error")
    func code() throws {
        let source = Source(nested("{a", "}", 300, around: ""))
        let error = #expect(throws: SyntaxError.self) { try Document(parsing: source) }
        let graphQLError = try #require(error).graphQLError(in: source)
        #expect(graphQLError.message == "Syntax Error: Document is nested too deeply. Parsing aborted.")
        #expect(graphQLError.code == "GRAPHQL_PARSE_FAILED")
        #expect(graphQLError.locations == [SourceLocation(line: 1, column: 401)])
    }
}
