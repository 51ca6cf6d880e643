import Testing

@testable import GraphQLLanguage

/// The examples of GraphQL §2.10.4.
@Suite("The specification's examples of strings (§2.10.4)")
struct StringExamples {
    @Test("six quotes are one empty block string, two are an empty string")
    func empty() throws {
        guard case .string("", isBlock: true) = try value(#""""""""#).kind else { throw NotThat() }
        guard case .string("", isBlock: false) = try value(#""""#).kind else { throw NotThat() }
        #expect(diagnosis(#"{ a(b: """"""""") }"#) == "Unterminated string. (1:20)")
    }

    @Test(
        "are the same texts with other escapes",
        arguments: [
            (#""\n""#, #""\u000A""#), (#""\n""#, #""\u{A}""#), (#""\u{1F4A9}""#, #""\uD83D\uDCA9""#),
            (#""\u{1F4A9}""#, #""💩""#), (#""\u0041\u0042""#, #""AB""#),
            (#""\u00e9""#, #""\u00E9""#),
        ]
    )
    func equal(one: String, other: String) throws {
        let texts = try [one, other].map { try Array(#require(try value($0).stringText).unicodeScalars) }
        #expect(texts[0] == texts[1])
    }

    @Test(
        "are the characters of the table",
        arguments: [
            (#"\""#, 0x22), (#"\\"#, 0x5C), (#"\/"#, 0x2F), (#"\b"#, 0x08), (#"\f"#, 0x0C), (#"\n"#, 0x0A),
            (#"\r"#, 0x0D), (#"\t"#, 0x09),
        ] as [(String, UInt32)]
    )
    func escapes(escape: String, scalar: UInt32) throws {
        let text = try #require(try value("\"\(escape)\"").stringText)
        #expect(text.unicodeScalars.map(\.value) == [scalar])
    }

    @Test(
        "are no strings",
        arguments: [
            (#""\uDEAD""#, #"Invalid Unicode escape sequence: "\uDEAD". (1:9)"#),
            (#""\u{110000}""#, #"Invalid Unicode escape sequence: "\u{110000}". (1:9)"#),
            (#""\u{D83D}\u{DCA9}""#, #"Invalid Unicode escape sequence: "\u{D83D}". (1:9)"#),
            (#""\uD83D""#, #"Invalid Unicode escape sequence: "\uD83D". (1:9)"#),
            (#""\uDCA9\uD83D""#, #"Invalid Unicode escape sequence: "\uDCA9". (1:9)"#),
            (#""\a""#, #"Invalid character escape sequence: "\a". (1:9)"#),
            ("\"\n\"", "Unterminated string. (1:9)"),
        ]
    )
    func invalid(text: String, message: String) {
        #expect(diagnosis("{ a(b: \(text)) }") == message)
    }

    @Test("have no escapes when they are block strings, but for three quotes")
    func blockEscapes() throws {
        let text = try #require(try value(#""""\n""""#).stringText)
        #expect(text.unicodeScalars.map(\.value) == [0x5C, 0x6E])
        #expect(try value(#""""\u{1F4A9}\"""\uDEAD""""#).stringText == #"\u{1F4A9}"""\uDEAD"#)
    }

    @Test("are printed with escapes for control characters and for no others")
    func printing() throws {
        for scalar in (0...0x1F).map({ $0 }) + Array(0x7F...0x9F) {
            let character = String(try #require(Unicode.Scalar(UInt32(scalar))))
            let printed = try value(#""\u{\#(String(scalar, radix: 16))}""#).printed
            #expect(printed.hasPrefix("\"\\") && printed.hasSuffix("\""))
            #expect(!printed.contains(character))
            #expect(try value(printed).stringText == character)
        }
        #expect(try value(#""\u{1F4A9}\/\u00e9""#).printed == #""💩/é""#)
    }

    private static let block = #"""
        mutation {
          sendEmail(message: """
            Hello,
              World!

            Yours,
              GraphQL.
          """)
        }
        """#
    private static let quoted = #"""
        mutation {
          sendEmail(message: "Hello,\n  World!\n\nYours,\n  GraphQL.")
        }
        """#

    @Test("mean the same text as a block string and as a standard string")
    func sameText() throws {
        let messages = try [Self.block, Self.quoted].map { text in
            guard case .field(let field) = try operation(text).selections[0] else { throw NotThat() }
            return field.arguments[0].value.stringText
        }
        #expect(messages == Array(repeating: "Hello,\n  World!\n\nYours,\n  GraphQL.", count: 2))
    }

    @Test(
        "are read and printed as they are",
        arguments: [
            Example(
                "a block string, which is printed with the indentation of its field",
                block,
                printed: "mutation {\n  sendEmail(message: \"\"\"\n  Hello,\n    World!\n  \n  Yours,\n    GraphQL.\n"
                    + "  \"\"\")\n}"
            ),
            Example("a standard string", quoted),
        ]
    )
    func documents(_ example: Example) throws { try example.expect() }

    @Test("are easier to read with empty lines at both ends, and are printed so")
    func emptyLines() throws {
        let easy = #"""
            """
            This starts with and ends with an empty line,
            which makes it easier to read.
            """
            """#
        let hard = #"""
            """This does not start with or end with any empty lines,
            which makes it a little harder to read."""
            """#
        #expect(try value(easy).printed == easy)
        #expect(
            try value(hard).printed == #"""
                """
                This does not start with or end with any empty lines,
                which makes it a little harder to read.
                """
                """#
        )
    }

    @Test(
        "lose uniform indentation and blank lines at both ends (BlockStringValue)",
        arguments: [
            ("", ""), (" \t", ""), ("\n\n \n", ""), ("a", "a"), ("  a", "  a"), ("\n  a\n  b", "a\nb"),
            ("\n  a\n    b\n c", " a\n   b\nc"), ("a\n  b\n   c", "a\nb\n c"), ("\r\n\t\ta\r\n\tb\r\n", "\ta\nb"),
            ("\n    \n  a\n \n  b\n\t\n", "a\n\nb"), ("\n  a \n", "a "), ("\n \u{A0}a\n  b", "\u{A0}a\n b"),
        ]
    )
    func blockStringValue(raw: String, text: String) throws {
        #expect(try value("\"\"\"\(raw)\"\"\"").stringText == text)
    }
}
