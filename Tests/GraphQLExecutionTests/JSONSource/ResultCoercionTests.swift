import GraphQLExecution
import GraphQLLanguage
import Testing

@Suite("Result coercion (§3.5, §6.4.3)")
struct ResultCoercionTests {
    private let sdl = """
        enum Color { RED GREEN }
        scalar Any
        type Query { int: Int float: Float string: String boolean: Boolean id: ID color: Color any: Any }
        """

    @Test(
        "values that a scalar has a form for",
        arguments: [
            ("int", "7", "7"), ("int", "-2147483648", "-2147483648"), ("int", "true", "1"), ("int", "false", "0"),
            ("int", #""42""#, "42"), ("int", #"" -42 ""#, "-42"), ("int", "1e2", "100"), ("int", "3.0", "3"),
            ("float", "1.5", "1.5"), ("float", "7", "7"), ("float", "true", "1"), ("float", #""1.25""#, "1.25"),
            ("float", #""1e3""#, "1000"), ("float", "-0.5", "-0.5"),
            ("string", #""a\"b""#, #""a\"b""#), ("string", "1", #""1""#), ("string", "-1.5", #""-1.5""#),
            ("string", "true", #""true""#), ("string", #""""#, #""""#),
            ("string", "99999999999999999999", #""99999999999999999999""#),
            ("boolean", "true", "true"), ("boolean", "0", "false"), ("boolean", "3", "true"),
            ("boolean", "0.5", "true"),
            ("boolean", "99999999999999999999", "true"),
            ("id", #""a""#, #""a""#), ("id", "12", #""12""#),
            ("id", "12345678901234567890", #""12345678901234567890""#),
            ("id", "1e20", #""100000000000000000000""#), ("id", "-3.0", #""-3""#),
            ("color", #""RED""#, #""RED""#),
            ("any", "[1, {\"a\": [null]}]", #"[1,{"a":[null]}]"#), ("any", "1.5", "1.5"), ("any", #""x""#, #""x""#),
        ]
    )
    func accepted(_ field: String, _ value: String, _ expected: String) async throws {
        #expect(
            try await answer(sdl, "{ \(field) }", root: #"{"\#(field)": \#(value)}"#)
                == #"{"data":{"\#(field)":\#(expected)}}"#
        )
    }

    @Test(
        "values that it has none for",
        arguments: [
            ("int", "1.5", "Int cannot represent non-integer value: 1.5"),
            ("int", #""one""#, #"Int cannot represent non-integer value: "one""#),
            ("int", #""""#, #"Int cannot represent non-integer value: """#),
            ("int", #""1.5""#, #"Int cannot represent non-integer value: "1.5""#),
            ("int", "{\"a\": 1}", "Int cannot represent non-integer value: { a: 1 }"),
            ("int", "[5]", "Int cannot represent non-integer value: [5]"),
            ("int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648"),
            ("int", #""-2147483649""#, #"Int cannot represent non 32-bit signed integer value: "-2147483649""#),
            (
                "int", #""99999999999999999999""#,
                #"Int cannot represent non 32-bit signed integer value: "99999999999999999999""#
            ),
            ("int", "1e100", "Int cannot represent non 32-bit signed integer value: 1e+100"),
            (
                "int", "99999999999999999999",
                "Int cannot represent non 32-bit signed integer value: 99999999999999999999"
            ),
            ("float", #""one""#, #"Float cannot represent non numeric value: "one""#),
            ("float", #""""#, #"Float cannot represent non numeric value: """#),
            ("float", #""inf""#, #"Float cannot represent non numeric value: "inf""#),
            ("float", #""0x10""#, #"Float cannot represent non numeric value: "0x10""#),
            ("float", #""1e999""#, #"Float cannot represent non numeric value: "1e999""#),
            ("float", "[5]", "Float cannot represent non numeric value: [5]"),
            (
                "float", "9007199254740993",
                "Float cannot represent non numeric value: 9007199254740993 (value would lose precision)"
            ),
            ("string", "[1]", "String cannot represent value: [1]"),
            ("string", "{}", "String cannot represent value: {}"),
            ("boolean", #""true""#, #"Boolean cannot represent a non boolean value: "true""#),
            ("boolean", "{}", "Boolean cannot represent a non boolean value: {}"),
            ("id", "true", "ID cannot represent value: true"),
            ("id", "1.5", "ID cannot represent value: 1.5"),
            ("id", "[\"a\"]", #"ID cannot represent value: ["a"]"#),
            ("color", #""BLUE""#, #"Enum "Color" cannot represent value: "BLUE""#),
            ("color", "1", #"Enum "Color" cannot represent value: 1"#),
            ("color", "[\"RED\"]", #"Enum "Color" cannot represent value: ["RED"]"#),
        ]
    )
    func refused(_ field: String, _ value: String, _ message: String) async throws {
        let quoted = message.replacing("\"", with: "\\\"")
        #expect(
            try await answer(sdl, "{ \(field) }", root: #"{"\#(field)": \#(value)}"#)
                == #"{"errors":[{"message":"\#(quoted)","locations":[{"line":1,"column":3}],"path":["\#(field)"]}],"#
                + #""data":{"\#(field)":null}}"#
        )
    }

    @Test("a custom scalar's own coercion (§3.5.6)")
    func custom() async throws {
        let results = ResultCoercions([
            "Any": { (value) throws(ScalarRejection) in
                switch value {
                case .integer(let number): .string("#\(number)")
                case .boolean: .null
                default: throw ScalarRejection("Any is a number")
                }
            }
        ])
        func run(_ value: String) async throws -> String {
            try await answer(sdl, "{ any }", root: #"{"any": \#(value)}"#, results: results)
        }
        #expect(try await run("3") == ##"{"data":{"any":"#3"}}"##)
        #expect(try await run("null") == #"{"data":{"any":null}}"#)
        let place = #""locations":[{"line":1,"column":3}],"path":["any"]}],"data":{"any":null}}"#
        #expect(try await run(#""x""#) == #"{"errors":[{"message":"Any is a number","# + place)
        #expect(
            try await run("true")
                == #"{"errors":[{"message":"Expected `Any.coerceOutputValue(true)` to return non-nullable value, "#
                + #"returned: null","# + place
        )
    }
}
