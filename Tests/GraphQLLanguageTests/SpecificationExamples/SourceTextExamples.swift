import Testing

@testable import GraphQLLanguage

/// The examples of GraphQL §2.1, and of what §2 says of lexical analysis.
@Suite("The specification's examples of source text (§2.1)")
struct SourceTextExamples {
    @Test(
        "Digits are one token, unless something ignored is between them (§2)",
        arguments: [
            ("[123]", ["123"]), ("[12 3]", ["12", "3"]), ("[12,3]", ["12", "3"]), ("[1\n2\t3]", ["1", "2", "3"]),
        ]
    )
    func longestMatch(text: String, digits: [String]) throws {
        let tokens = try value(text).items.map { item in
            if case .int(let digits) = item.kind { digits } else { "" }
        }
        #expect(tokens == digits)
    }

    @Test(
        "Any Unicode scalar value may be in a string and in a comment, and nowhere else (§2.1)",
        arguments: ["\u{0}", "\u{7}", "é", "\u{A0}", "\u{D7FF}", "\u{E000}", "信", "\u{FFFF}", "💩", "\u{10FFFF}"]
    )
    func unicode(character: String) throws {
        #expect(diagnosis("{ field } # \(character)") == nil)
        #expect(try value("\"\(character)\"").stringText == character)
        #expect(try value("\"\"\"\(character)\"\"\"").stringText == character)
        let code = String(character.unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
        #expect(diagnosis("{ \(character) }") == "Unexpected character: \(name). (1:3)")
    }

    @Test("A code point that is half of a pair is no source character (§2.1)")
    func surrogates() {
        // U+D83D, written as UTF-8 writes other code points.
        #expect(diagnosis(Source(bytes: [0x7B, 0x61, 0x20, 0x23, 0xED, 0xA0, 0xBD, 0x0A, 0x7D])) != nil)
    }

    @Test(
        "White space and line terminators separate tokens and mean nothing else (§2.1.1, §2.1.2)",
        arguments: [" ", "\t", "\n", "\r", "\r\n", " \t \t", "\n\r\n\r", "\r\r\n\n"]
    )
    func whiteSpace(ignored: String) throws {
        let text = ["", "{", "a", "(", "b", ":", "1", ")", "c", "}", ""].joined(separator: ignored)
        #expect(try outline(document(text)) == outline(document("{a(b:1)c}")))
    }

    @Test("A space of Unicode's category Zs is no white space (§2.1.1)", arguments: ["\u{A0}", "\u{2003}", "\u{3000}"])
    func otherSpaces(space: String) {
        #expect(diagnosis("{ a\(space)b }")?.hasPrefix("Unexpected character: U+") == true)
    }

    @Test("Each line terminator before an error counts a line (§2.1.2)")
    func lines() {
        #expect(diagnosis("{\n?") == #"Unexpected character: "?". (2:1)"#)
        #expect(diagnosis("{\r?") == #"Unexpected character: "?". (2:1)"#)
        #expect(diagnosis("{\r\n?") == #"Unexpected character: "?". (2:1)"#)
        #expect(diagnosis("{\n\r\r\n ?") == #"Unexpected character: "?". (4:2)"#)
    }

    @Test(
        "A comment goes up to the end of its line or of the source, and means nothing (§2.1.3)",
        arguments: [
            "# before\n{ a(b: 1) c }", "{ # {\n a(b: 1) c }", "{ a(b: 1#, d: 2\n) c }", "{ a(b: 1) #\u{A0}é💩\r c }",
            "{ a(b: 1) c }# \\u{}", "{ a(b: 1) c } #", "{ a(b: 1) c } # \"\"\"",
        ]
    )
    func comments(text: String) throws {
        #expect(try outline(document(text)) == outline(document("{ a(b: 1) c }")))
    }

    @Test("Commas mean nothing, trailing and repeated ones neither (§2.1.4)")
    func commas() throws {
        let plain = try outline(document("query Q($a: Int $b: [Int] = [1 2]) { a(c: $a d: { e: $b f: 1 }) g }"))
        for text in [
            "query Q($a: Int, $b: [Int] = [1, 2]) { a(c: $a, d: { e: $b, f: 1 }), g }",
            "query Q($a: Int, $b: [Int] = [1, 2,],) { a(c: $a, d: { e: $b, f: 1, },), g, }",
            ",query,Q,(,$,a,:,Int,,$,b,:,[,Int,],=,[,,1,,,2,],),{,a,(,c,:,$,a,d,:,{,e,:,$,b,f,:,1,},),g,},",
        ] {
            #expect(try outline(document(text)) == plain)
        }
    }

    @Test("A byte order mark may stand before and after any token (§2.1.6)")
    func byteOrderMarks() throws {
        let mark = "\u{FEFF}"
        let text = ["", "{", "a", "(", "b", ":", "1", ")", "c", "}", ""].joined(separator: mark)
        #expect(try outline(document(text)) == outline(document("{a(b:1)c}")))
        #expect(try value("\"\(mark)\"").stringText == mark)
    }

    @Test("Nothing is ignored within a token (§2.1.6)")
    func withinTokens() throws {
        #expect(
            diagnosis("{ a(b: 1 .5) }") == #"Invalid number, expected digit before ".", did you mean "0.5"? (1:10)"#
        )
        #expect(diagnosis("{ a(b: - 5) }") == #"Invalid number, expected digit but got: " ". (1:9)"#)
        #expect(diagnosis("{ . ..a }") == #"Unexpected character: ".". (1:3)"#)
        #expect(try document("{ fo o }").printed == "{\n  fo\n  o\n}")
    }

    @Test("Every punctuator has its place in a document (§2.1.7)")
    func punctuators() throws {
        let text = """
            query Q($a: [Int!] = [1]) @d {
              b(c: { e: $a })
              ... on F {
                g
              }
            }

            type T implements A & B {
              c: D
            }

            union U = A | B
            """
        #expect(try document(text).printed == text)
    }

    @Test("Names differ by case and by underscores (§2.1.8)")
    func names() throws {
        let selections = try operation("{ name Name NAME other_name othername _ __a a1 }").selections
        let names: [String] = selections.compactMap { if case .field(let field) = $0 { field.name.text } else { nil } }
        #expect(names == ["name", "Name", "NAME", "other_name", "othername", "_", "__a", "a1"])
        #expect(Set(names).count == names.count)
    }

    @Test("A name is the longest that there is, and starts with no digit (§2.1.8)")
    func longestName() throws {
        #expect(try operation("{ a1 }").selections.count == 1)
        #expect(diagnosis("{ 1a }") == #"Invalid number, expected digit but got: "a". (1:4)"#)
        #expect(diagnosis("{ a-b }") == #"Invalid number, expected digit but got: "b". (1:5)"#)
    }
}
