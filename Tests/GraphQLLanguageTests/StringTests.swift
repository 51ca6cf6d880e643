import Testing

@testable import GraphQLLanguage

struct StringTests {
    @Test(
        "§2.10.4 A string means its text with escapes resolved",
        arguments: [
            (#""""#, ""),
            (#""simple""#, "simple"),
            (#"" white space ""#, " white space "),
            (#""quote \"""#, "quote \""),
            (#""\n\r\b\t\f""#, "\n\r\u{8}\t\u{C}"),
            (#""slashes \\ \/""#, "slashes \\ /"),
            (#""unescaped 信访 😀""#, "unescaped 信访 😀"),
            (#""\u4fe1\u8BBF""#, "信访"),
            (#""\u{4FE1}\u{1F600}\u{0}\u{0010FFFF}""#, "信😀\u{0}\u{10FFFF}"),
            (#""\u{0000041}""#, "A"),
            (#""\uD83D\uDE00!""#, "😀!"),
            (##""# no comment""##, "# no comment"),
            ("\"control \u{7}\u{0} stays\"", "control \u{7}\u{0} stays"),
            ("\"\u{FEFF}\"", "\u{FEFF}"),
        ]
    )
    func meaning(literal: String, text: String) throws {
        #expect(try value(literal).stringText.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }

    @Test(
        "§2.10.4 A string that does not end says where the line does",
        arguments: [
            (#"""#, "Unterminated string. (1:2)"),
            (#""no end quote"#, "Unterminated string. (1:14)"),
            ("\"multi\nline\"", "Unterminated string. (1:7)"),
            ("\"multi\rline\"", "Unterminated string. (1:7)"),
            ("\"\"\"never", "Unterminated string. (1:9)"),
            ("\"\"\"a\nb\\\"\"\"", "Unterminated string. (2:6)"),
            ("\"\"\"\"", "Unterminated string. (1:5)"),
        ]
    )
    func unterminated(literal: String, message: String) {
        #expect(diagnosis(literal) == message)
    }

    @Test(
        "§2.10.4 An escape sequence that is none is shown",
        arguments: [
            (#""bad \z esc""#, #"Invalid character escape sequence: "\z". (1:6)"#),
            (#""bad \x esc""#, #"Invalid character escape sequence: "\x". (1:6)"#),
            (#""bad \é esc""#, #"Invalid character escape sequence: "\é". (1:6)"#),
            ("\"bad \\", #"Invalid character escape sequence: "\". (1:6)"#),
            ("\"bad \\\n", "Invalid character escape sequence: \"\\\n\". (1:6)"),
            (#""bad \u1 esc""#, #"Invalid Unicode escape sequence: "\u1 es". (1:6)"#),
            (#""bad \u0XX1 esc""#, #"Invalid Unicode escape sequence: "\u0XX1". (1:6)"#),
            (#""bad \uXXXF esc""#, #"Invalid Unicode escape sequence: "\uXXXF". (1:6)"#),
            (#""bad \u+041 esc""#, #"Invalid Unicode escape sequence: "\u+041". (1:6)"#),
            (#""bad \u{} esc""#, #"Invalid Unicode escape sequence: "\u{}". (1:6)"#),
            (#""bad \u{FXXX} esc""#, #"Invalid Unicode escape sequence: "\u{FX". (1:6)"#),
            (#""bad \u{FFFF esc""#, #"Invalid Unicode escape sequence: "\u{FFFF ". (1:6)"#),
            (#""bad \u{110000} esc""#, #"Invalid Unicode escape sequence: "\u{110000}". (1:6)"#),
            (#""bad \u{D800} esc""#, #"Invalid Unicode escape sequence: "\u{D800}". (1:6)"#),
            (#""bad \u{FFFFFFFF} esc""#, #"Invalid Unicode escape sequence: "\u{FFFFFFFF". (1:6)"#),
            (#""bad \u{000000000041} esc""#, #"Invalid Unicode escape sequence: "\u{000000000". (1:6)"#),
            (#""bad \uD83D esc""#, #"Invalid Unicode escape sequence: "\uD83D". (1:6)"#),
            (#""bad \uDE00 esc""#, #"Invalid Unicode escape sequence: "\uDE00". (1:6)"#),
            (#""bad \uD83D\u0041 esc""#, #"Invalid Unicode escape sequence: "\uD83D". (1:6)"#),
            (#""bad \uD83D\n esc""#, #"Invalid Unicode escape sequence: "\uD83D". (1:6)"#),
            (#""bad \uDE00\uD83D esc""#, #"Invalid Unicode escape sequence: "\uDE00". (1:6)"#),
            (#""bad \uD83D\u{DE00} esc""#, #"Invalid Unicode escape sequence: "\uD83D". (1:6)"#),
            (#""bad \uD83D\u"#, #"Invalid Unicode escape sequence: "\uD83D". (1:6)"#),
        ]
    )
    func invalidEscape(literal: String, message: String) {
        #expect(diagnosis(literal) == message)
    }
}

struct BlockStringTests {
    @Test(
        "§2.10.4 A block string loses its common indentation and its blank edges",
        arguments: [
            ("", ""),
            ("simple", "simple"),
            (" white space ", " white space "),
            ("contains \" quote", "contains \" quote"),
            (#"contains \""" triple quote"#, #"contains """ triple quote"#),
            (#"unescaped \n\u0041"#, #"unescaped \n\u0041"#),
            ("multi\nline", "multi\nline"),
            ("multi\rline\r\nnormalized", "multi\nline\nnormalized"),
            ("\n\n    spans\n      multiple\n        lines\n\n    ", "spans\n  multiple\n    lines"),
            ("\n\tHello,\n\t\tWorld!\n\n\tYours,\n", "Hello,\n\tWorld!\n\nYours,"),
            ("    first\n  second", "    first\nsecond"),
            ("\n  a\n \n  b\n", "a\n\nb"),
            ("\n  a\n      \n  b  \n", "a\n    \nb  "),
            ("\n\n  \t\n", ""),
            ("信\n    访\n  件", "信\n  访\n件"),
        ]
    )
    func meaning(raw: String, text: String) throws {
        let value = try value("\"\"\"\(raw)\"\"\"")
        guard case .string(let actual, isBlock: true) = value.kind else { throw NotThat() }
        #expect(actual == text)
    }

    @Test(
        "§2.10.4 A text is printed as a block string that means it",
        arguments: [
            ("", "\"\"\"\"\"\""),
            ("one line", "\"\"\"one line\"\"\""),
            ("two\nlines", "\"\"\"\ntwo\nlines\n\"\"\""),
            (" leading blank", "\"\"\" leading blank\"\"\""),
            ("ends with \"", "\"\"\"\nends with \"\n\"\"\""),
            ("ends with \\", "\"\"\"\nends with \\\n\"\"\""),
            ("has \"\"\" inside", "\"\"\"has \\\"\"\" inside\"\"\""),
            ("ends with \"\"\"", "\"\"\"\nends with \\\"\"\"\n\"\"\""),
            ("\"\"\"\"", "\"\"\"\n\\\"\"\"\"\n\"\"\""),
            ("first\n  indented", "\"\"\"\nfirst\n  indented\n\"\"\""),
            (
                String(repeating: "x", count: 70),
                "\"\"\"\(String(repeating: "x", count: 70))\"\"\""
            ),
            (
                String(repeating: "x", count: 71),
                "\"\"\"\n\(String(repeating: "x", count: 71))\n\"\"\""
            ),
        ]
    )
    func printed(text: String, literal: String) throws {
        #expect(BlockString.printed(text) == literal)
        #expect(try value(literal).stringText == text)
    }
}
