import Testing

@testable import GraphQLLanguage

struct UnicodeTests {
    @Test(
        "§2.1 Bytes that are not UTF-8 are a syntax error wherever they stand",
        arguments: [
            ([0x80], 0), ([0xBF], 0), ([0xC0, 0xAF], 0), ([0xC1, 0x81], 0), ([0xFF], 0), ([0xFE], 0),
            ([0xC3], 0), ([0xC3, 0x28], 0), ([0xE4, 0xBF], 0), ([0xE4, 0xBF, 0x28], 0),
            ([0xE0, 0x80, 0xAF], 0), ([0xED, 0xA0], 0), ([0xED, 0xBF], 0),
            ([0xF0, 0x80, 0x80, 0xAF], 0), ([0xF0, 0x9F, 0x98], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
            ([0xF5, 0x80, 0x80, 0x80], 0), ([0xC4, 0xE3], 0), ([0x61, 0xE4, 0xBF, 0xA1, 0xE9], 4),
        ] as [([UInt8], Int)]
    )
    func invalid(bytes: [UInt8], offset: Int) {
        let text = Array("{ a(b: \"".utf8)
        let source = Source(bytes: text + bytes + Array("\") }".utf8))
        #expect(source.firstInvalidOffset == text.count + offset)
        let byte = hexadecimal(UInt32(bytes[offset]), digits: 2)
        let message = "Invalid UTF-8: unexpected byte 0x\(byte), expected UTF-8 text. (1:"
        #expect(diagnosis(source)?.hasPrefix(message) == true)
        #expect(diagnosis(Source(bytes: Array("#".utf8) + bytes)) != nil)
    }

    @Test(
        "§2.1 The edges of each sequence length are text",
        arguments: [0x0, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF] as [UInt32]
    )
    func valid(codePoint: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(codePoint))
        #expect(Source("{ é \(Character(scalar)) }").firstInvalidOffset == nil)
    }

    @Test("An invalid byte is reported as a client sees it")
    func graphQLError() throws {
        let source = Source(bytes: [0x7B, 0x0A, 0x61, 0xFF, 0x7D])
        let error = #expect(throws: SyntaxError.self) { try Document(parsing: source) }
        let graphQLError = try #require(error).graphQLError(in: source)
        #expect(graphQLError.message == "Syntax Error: Invalid UTF-8: unexpected byte 0xFF, expected UTF-8 text.")
        #expect(graphQLError.locations == [SourceLocation(line: 2, column: 2)])
        #expect(graphQLError.code == "GRAPHQL_PARSE_FAILED")
    }

    @Test("§2.1.6 A byte order mark is ignored")
    func byteOrderMark() throws {
        #expect(diagnosis(Source(bytes: [0xEF, 0xBB, 0xBF] + Array("{ a }".utf8))) == nil)
        #expect(diagnosis("\u{FEFF}\u{FEFF} { a }") == nil)
    }

    @Test(
        "§2.1.2 Columns count code points, lines end at LF, CR or CR LF",
        arguments: [
            ("{ \"信访😀\" }", #"Expected Name, found String "信访😀". (1:3)"#),
            ("#信访😀\n  }", #"Unexpected "}". (2:3)"#),
            ("\"信访😀\" }", #"Unexpected "}". (1:7)"#),
            ("\n\n\n }", #"Unexpected "}". (4:2)"#),
            ("\r\r\r }", #"Unexpected "}". (4:2)"#),
            ("\r\n\r\n\r\n }", #"Unexpected "}". (4:2)"#),
            ("\n\r }", #"Unexpected "}". (3:2)"#),
        ]
    )
    func location(text: String, message: String) {
        #expect(diagnosis(text) == message)
    }

    @Test(
        "§2.1 A lone surrogate is no source character, and is named after what is wrong before it",
        arguments: [
            ([], "", "Invalid character: U+DEAD. (1:1)"),
            (Array("{ a } # ".utf8), "", "Invalid character: U+DEAD. (1:9)"),
            (Array("{ a(b: \"信".utf8), "\") }", "Invalid character within String: U+DEAD. (1:10)"),
            (Array("\"\"\"\n".utf8), "\"\"\" type A", "Invalid character within String: U+DEAD. (2:1)"),
            (Array("{ a(b: \"\n".utf8), "\") }", "Unterminated string. (1:9)"),
        ]
    )
    func loneSurrogate(before: [UInt8], after: String, message: String) {
        let source = Source(bytes: before + [0xED, 0xBA, 0xAD] + Array(after.utf8))
        #expect(diagnosis(source) == message)
    }
}
