import GraphQLExecution
import GraphQLLanguage
import Testing

@Suite("JSONReader")
struct JSONReaderTests {
    private func read(_ text: String) throws -> JSONValue { try JSONReader.read(Array(text.utf8)) }

    @Test(
        "reads every kind of value",
        arguments: [
            ("null", JSONValue.null), (" true ", .boolean(true)), ("false", .boolean(false)),
            ("0", .integer(0)), ("-12", .integer(-12)), ("9223372036854775807", .integer(.max)),
            ("1.5", .double(1.5)), ("-0.25e2", .integer(-25)), ("1e3", .integer(1000)), ("1.0", .integer(1)),
            ("9223372036854775808", .bigInteger("9223372036854775808")), ("1E-2", .double(0.01)),
            (#""""#, .string("")), (#""信访""#, .string("信访")), ("[]", .array([])), ("{}", .object([])),
            ("[1, [2], {\"a\": null}]", .array([.integer(1), .array([.integer(2)]), .object([.init("a", .null)])])),
        ]
    )
    func values(_ text: String, _ expected: JSONValue) throws { #expect(try read(text) == expected) }

    @Test(
        "reads numbers as the nearest double, and integers exactly",
        arguments: [
            ("999999999999999999", JSONValue.integer(999_999_999_999_999_999)),
            ("-9223372036854775808", .integer(.min)), ("1000000000000000000", .integer(1_000_000_000_000_000_000)),
            ("-0", .integer(0)), ("-0.0", .integer(0)), ("9007199254740993", .integer(9_007_199_254_740_993)),
            ("123456789012345678901234567890", .bigInteger("123456789012345678901234567890")),
            ("0.1", .double(0.1)), ("0.30000000000000004", .double(0.1 + 0.2)), ("1e22", .double(1e22)),
            ("1e23", .double(1e23)), ("123456789012345678e-10", .double(12_345_678.9012345678)),
            ("9007199254740992.5", .double(9_007_199_254_740_992)), ("4.9e-324", .double(.leastNonzeroMagnitude)),
            ("1.7976931348623157e308", .double(.greatestFiniteMagnitude)), ("1e-400", .integer(0)),
            ("0e99999999999999999999", .integer(0)), ("5e-1", .double(0.5)), ("50e-1", .integer(5)),
        ]
    )
    func numbers(_ text: String, _ expected: JSONValue) throws { #expect(try read(text) == expected) }

    @Test("reads every number as the standard library does")
    func randomNumbers() throws {
        var seed: UInt64 = 42
        func random(below bound: UInt64) -> UInt64 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (seed >> 33) % bound
        }
        for _ in 0..<20_000 {
            var text = random(below: 2) == 0 ? "-" : ""
            text += "\(random(below: 10))"
            if random(below: 4) > 0 {
                text = String(text.dropLast()) + "\(1 + random(below: 9))"
                for _ in 0..<random(below: 12) { text += "\(random(below: 10))" }
            }
            text += "."
            for _ in 0...random(below: 12) { text += "\(random(below: 10))" }
            if random(below: 2) == 0 { text += "e\(Int(random(below: 80)) - 40)" }
            switch try read(text) {
            case .double(let number): #expect(number == Double(text))
            case .integer(let number): #expect(Double(number) == Double(text))
            default: Issue.record("\(text) is no number")
            }
        }
    }

    @Test(
        "reads escapes",
        arguments: [
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"), (#""\u4fe1""#, "信"), (#""a\u00e9b""#, "aéb"),
            (#""\ud83d\ude00""#, "😀"),
            (
                #""long enough to be read in words\u0020\u00E9 and on \\ and on""#,
                "long enough to be read in words é and on \\ and on"
            ), (#""\ud83d\ude00\ud83d\ude00""#, "😀😀"), (#""\u0000""#, "\0"), (#""信\n访""#, "信\n访"),
        ]
    )
    func escapes(_ text: String, _ expected: String) throws { #expect(try read(text) == .string(expected)) }

    @Test("keeps the last of duplicate members, in the first one's place")
    func duplicates() throws {
        #expect(try read(#"{"a":1,"b":2,"a":3}"#) == .object([.init("a", .integer(3)), .init("b", .integer(2))]))
    }

    @Test("keeps the last of duplicate members in a large object")
    func manyMembers() throws {
        let members = (0..<2000).map { "\"k\($0 % 1000)\":\($0)" }
        let value = try read("{\(members.joined(separator: ","))}")
        #expect(value["k0"] == .integer(1000))
        #expect(value["k999"] == .integer(1999))
        guard case .object(let all) = value else {
            Issue.record("no object")
            return
        }
        #expect(all.count == 1000)
    }

    @Test(
        "refuses what is not JSON",
        arguments: [
            ("", "Unexpected end of the JSON text, expected a value", 0),
            ("nul", "Unexpected end of the JSON text, expected \"null\"", 3),
            ("nulx", "Unexpected letter, expected \"null\"", 3), ("[1,]", "Unexpected \"]\", expected a value", 3),
            ("{\"a\":1,}", "Unexpected \"}\", expected a name in double quotes", 7),
            ("{a:1}", "Unexpected letter, expected a name in double quotes", 1),
            ("{张:1}", "Unexpected letter, expected a name in double quotes", 1),
            ("{\"a\" 1}", "Unexpected digit, expected \":\"", 5),
            ("{\"a\"：1}", "Unexpected U+FF1A, expected \":\"", 4),
            ("[1 2]", "Unexpected digit, expected \",\" or \"]\"", 3),
            ("{\"a\":1，}", "Unexpected U+FF0C, expected \",\" or \"}\"", 6),
            ("[1", "Unexpected end of the JSON text, expected \",\" or \"]\"", 2),
            ("{\"a\"", "Unexpected end of the JSON text, expected \":\"", 4),
            ("01", "Unexpected digit, expected the end of the text", 1),
            ("1.", "Unexpected end of the JSON text, expected a digit", 2),
            ("-", "Unexpected end of the JSON text, expected a digit", 1),
            ("+1", "Unexpected \"+\", expected a value", 0),
            ("1e", "Unexpected end of the JSON text, expected a digit", 2),
            (".5", "Unexpected \".\", expected a value", 0),
            ("1e999", "The number is out of range", 0), ("NaN", "Unexpected letter, expected a value", 0),
            ("1 2", "Unexpected digit, expected the end of the text", 2),
            ("'a'", "Unexpected \"'\", expected a value", 0), ("“a”", "Unexpected U+201C, expected a value", 0),
            ("[\u{1}]", "Unexpected byte 0x01 (a control character), expected a value", 1),
            ("\"a", "Unterminated string, expected a closing double quote", 2),
            ("\"\\", "Unterminated string, expected a closing double quote", 2),
            ("\"\\n", "Unterminated string, expected a closing double quote", 3),
            ("\"\\x\"", #"Invalid escape in a string, expected one of \" \\ \/ \b \f \n \r \t \u"#, 1),
            ("\"\\u12g4\"", "Invalid Unicode escape in a string, expected four hexadecimal digits", 5),
            ("\"\\ud83d\"", "Lone surrogate in a string, expected a pair of them", 1),
            ("\"\\ude00\"", "Lone surrogate in a string, expected a pair of them", 1),
            ("\"\\ud83d\\u0041\"", "Lone surrogate in a string, expected a pair of them", 1),
            ("\"a\nb\"", #"Unescaped control character in a string: byte 0x0A, expected \n"#, 2),
            ("\"\\t\u{1}\"", #"Unescaped control character in a string: byte 0x01, expected \u0001"#, 3),
            ("// x", "Unexpected \"/\", expected a value", 0),
            ("\u{feff}\u{feff}1", "Unexpected U+FEFF, expected a value", 3),
        ]
    )
    func malformed(_ text: String, _ message: String, _ offset: Int) {
        #expect {
            try read(text)
        } throws: { error in
            let failure = error as? JSONReader.Failure
            return failure?.message == message && failure?.offset == offset
        }
    }

    @Test(
        "refuses invalid UTF-8",
        arguments: [
            ([0x22, 0xFF, 0x22], "FF", 1), ([0x22, 0xC0, 0x80, 0x22], "C0", 1), ([0x22, 0xE4, 0xBF, 0x22], "E4", 1),
            ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], "F4", 1), ([0x22, 0x61, 0xD5, 0xC5, 0xC8, 0x22], "D5", 2),
            ([0x22, 0x5C, 0x6E, 0xED, 0xA0, 0x80, 0x22], "ED", 3),
        ] as [([UInt8], String, Int)]
    )
    func invalidUTF8(_ bytes: [UInt8], _ byte: String, _ offset: Int) {
        let message = "Invalid UTF-8 in a string: byte 0x\(byte), expected UTF-8 text"
        #expect(throws: JSONReader.Failure(message: message, offset: offset)) { try JSONReader.read(bytes) }
    }

    @Test("a byte outside of strings that is no text is named")
    func strayByte() {
        let message = "Unexpected byte 0xD5 (not UTF-8), expected a value"
        #expect(throws: JSONReader.Failure(message: message, offset: 1)) { try JSONReader.read([0x5B, 0xD5, 0xC5]) }
    }

    @Test("reads 200 levels and refuses 201")
    func depth() throws {
        let deep = { (levels: Int) in String(repeating: "[", count: levels) + String(repeating: "]", count: levels) }
        _ = try read(deep(200))
        #expect(throws: JSONReader.Failure(message: "JSON is nested deeper than 200 levels", offset: 200)) {
            try read(deep(201))
        }
        #expect(throws: JSONReader.Failure.self) { try read(String(repeating: "{\"a\":", count: 100_000)) }
    }

    @Test("A byte-order mark of UTF-8 is ignored; another encoding is named")
    func byteOrderMark() throws {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        #expect(try JSONReader.read(mark + Array(" {\"a\": 1}".utf8)) == .object([.init("a", .integer(1))]))
        #expect(throws: JSONReader.Failure(message: "Unexpected U+FEFF, expected a value", offset: 3)) {
            try JSONReader.read(mark + mark + Array("1".utf8))
        }
        let utf16 = "{\"a\": 1}".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        for bytes in [utf16, [0xFF, 0xFE] + utf16, [0xFE, 0xFF, 0x00, 0x7B], [0x00, 0x7B]] {
            #expect(
                throws: JSONReader.Failure(message: "The JSON text is UTF-16 or UTF-32 and must be UTF-8", offset: 0)
            ) {
                try JSONReader.read(bytes)
            }
        }
    }
}
