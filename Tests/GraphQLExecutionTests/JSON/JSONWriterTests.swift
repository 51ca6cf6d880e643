import GraphQLExecution
import GraphQLLanguage
import Testing

@Suite("JSONWriter")
struct JSONWriterTests {
    private func write(_ body: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        body(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test(
        "escapes exactly what must be escaped, wherever it stands",
        arguments: [
            ("", #""""#), ("plain text of some length", #""plain text of some length""#), ("信访条例", #""信访条例""#),
            ("\"", #""\"""#), ("1234567\"", #""1234567\"""#), ("12345678\\9", #""12345678\\9""#),
            ("a\nb\rc\td\u{8}\u{c}", #""a\nb\rc\td\b\f""#), ("\u{0}\u{1f}", #""\u0000\u001f""#),
            ("\u{7f}/", "\"\u{7f}/\""), ("12345678\u{1}2345678\u{1}", #""12345678\u00012345678\u0001""#),
            ("!!!!!!!! \"\"\"\"\"\"\"\"\"", #""!!!!!!!! \"\"\"\"\"\"\"\"\"""#),
        ]
    )
    func strings(_ text: String, _ expected: String) { #expect(write { $0.append(string: text) } == expected) }

    @Test(
        "writes integers",
        arguments: [
            (0, "0"), (7, "7"), (-1, "-1"), (10, "10"), (1_000_000, "1000000"), (.max, "9223372036854775807"),
            (.min, "-9223372036854775808"),
        ] as [(Int64, String)]
    )
    func integers(_ value: Int64, _ expected: String) { #expect(write { $0.append(value) } == expected) }

    @Test(
        "writes doubles so that they read back",
        arguments: [
            (0, "0"), (1.5, "1.5"), (-2, "-2"), (0.1, "0.1"), (1e300, "1e+300"), (1.5e-10, "1.5e-10"),
            (9_007_199_254_740_992, "9007199254740992.0"),
        ] as [(Double, String)]
    )
    func doubles(_ value: Double, _ expected: String) throws {
        let text = write { $0.append(value) }
        #expect(text == expected)
        #expect(Double(text) == value)
        _ = try JSONReader.read(Array(text.utf8))
    }

    @Test("writes numbers of every length")
    func lengths() {
        var value: UInt64 = 0
        for length in 1...20 {
            value = value &* 10 &+ UInt64(length % 10)
            #expect(write { $0.append(digits: value) } == String(value))
            #expect(write { $0.append(digits: value, width: 22) }.hasSuffix("0" + String(value)))
        }
        #expect(write { $0.append(digits: .max) } == "18446744073709551615")
        #expect(write { $0.append(digits: 100) } == "100")
        #expect(write { $0.append(digits: 99) } == "99")
    }

    @Test("grows with its text, and forgets what is cut off")
    func growth() {
        var json = JSONWriter()
        var expected: [UInt8] = []
        for number in 0..<2_000 {
            let byte = UInt8(truncatingIfNeeded: number)
            json.append(byte)
            json.append(json: [byte, byte])
            expected += [byte, byte, byte]
        }
        #expect(json.bytes == expected)
        json.truncate(to: 4)
        json.append(json: [])
        #expect(json.bytes == [0, 0, 0, 1])
        #expect(json.count == 4)
    }

    @Test("appends texts of every length as they are")
    func textsOfEveryLength() {
        let text = Array("0123456789abcdefghijklmnopqrstuvwxyzäöü".utf8)
        for count in 0...text.count {
            let expected = String(decoding: [0x3C] + text[..<count] + [0x3E], as: UTF8.self)
            let written = write { json in
                json.append(ascii: "<")
                json.append(json: text, in: 0..<count)
                json.append(ascii: ">")
            }
            #expect(written == expected)
        }
    }

    @Test("pads digits")
    func padding() {
        #expect(write { $0.append(digits: 7, width: 2) } == "07")
        #expect(write { $0.append(digits: 0, width: 4) } == "0000")
        #expect(write { $0.append(digits: 12345, width: 4) } == "12345")
    }

    @Test("writes what the reader reads")
    func roundTrip() throws {
        let text = #"{"a":[1,-2.5,1e-07,-123456789012345678901234567890,"x\n",null,true,false],"b":{"c":{}},"d":[]}"#
        let value = try JSONReader.read(Array(text.utf8))
        #expect(write { $0.append(value) } == text)
    }

    @Test("writes a number that JSON does not have as null")
    func notFinite() {
        #expect(write { $0.append(JSONValue.array([.double(.nan), .double(.infinity)])) } == "[null,null]")
    }

    @Test("writes an error with what it has")
    func errors() {
        let bare = GraphQLError("No \"x\".")
        #expect(write { $0.append([bare]) } == #"[{"message":"No \"x\"."}]"#)
        let full = GraphQLError(
            "m",
            locations: [SourceLocation(line: 1, column: 2)],
            path: [.field("a"), .index(3)],
            code: "C",
            extensions: [.init("n", .integer(1))]
        )
        #expect(
            write { $0.append(full) }
                == #"{"message":"m","locations":[{"line":1,"column":2}],"path":["a",3],"extensions":{"code":"C","n":1}}"#
        )
    }

    @Test("truncates to what it was")
    func truncation() {
        #expect(
            write { json in
                json.append(json: "[1")
                let mark = json.count
                json.append(json: ",2,3")
                json.truncate(to: mark)
                json.append(json: "]")
            } == "[1]"
        )
    }
}
