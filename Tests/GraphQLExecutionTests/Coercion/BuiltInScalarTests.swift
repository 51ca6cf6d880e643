import GraphQLLanguage
import Testing

@testable import GraphQLExecution

@Suite("BuiltInScalar")
struct BuiltInScalarTests {
    @Test(
        "accepts what fits (GraphQL §3.5, Input Coercion)",
        arguments: [
            (BuiltInScalar.int, "1", JSONValue.integer(1)), (.int, "0", .integer(0)), (.int, "-0", .integer(0)),
            (.int, "2147483647", .integer(2_147_483_647)), (.int, "-2147483648", .integer(-2_147_483_648)),
            (.int, "1.0", .integer(1)), (.int, "1e3", .integer(1000)),
            (.float, "1", .double(1)), (.float, "1.5", .double(1.5)), (.float, "-1e-7", .double(-1e-7)),
            (.float, "9007199254740992", .double(9_007_199_254_740_992)),
            (.float, "9007199254740994", .double(9_007_199_254_740_994)),
            (.float, "-9223372036854775808", .double(-9_223_372_036_854_775_808)),
            (.float, "18446744073709551616", .double(18_446_744_073_709_551_616)),
            (.float, "-100000000000000000000", .double(-1e20)),
            (.string, "\"\"", .string("")), (.string, "\"1\"", .string("1")),
            (.boolean, "true", .boolean(true)), (.boolean, "false", .boolean(false)),
            (.id, "\"\"", .string("")), (.id, "\"a b\"", .string("a b")), (.id, "1", .string("1")),
            (.id, "-9223372036854775808", .string("-9223372036854775808")),
            (.id, "9007199254740993", .string("9007199254740993")), (.id, "4.0", .string("4")),
            (.id, "-1e20", .string("-100000000000000000000")),
            (.id, "1.8446744073709552e19", .string("18446744073709551616")),
            (.id, "123456789012345678901", .string("123456789012345678901")),
        ]
    )
    func accepted(_ scalar: BuiltInScalar, _ json: String, _ expected: JSONValue) throws {
        #expect(try scalar.coerce(JSONReader.read(Array(json.utf8))) == expected)
    }

    @Test(
        "refuses all else",
        arguments: [
            (
                BuiltInScalar.int, ["\"1\"", "true", "1.5", "-1e-3", "[1]", "{}"],
                "Int cannot represent non-integer value"
            ),
            (
                .int, ["2147483648", "-2147483649", "1e100", "9007199254740993", "99999999999999999999"],
                "Int cannot represent non 32-bit signed integer value"
            ),
            (
                .float, ["\"1\"", "\"\"", "true", "[1.5]", "{}", "9007199254740993", "-9223372036854775807"],
                "Float cannot represent non numeric value"
            ),
            (
                .string, ["1", "1.5", "true", "[\"a\"]", "{\"a\":\"b\"}"],
                "String cannot represent a non string value"
            ),
            (
                .boolean, ["0", "1", "\"true\"", "\"\"", "[true]", "{}"],
                "Boolean cannot represent a non boolean value"
            ),
            (.id, ["1.5", "true", "[1]", "{}", "1e-100"], "ID cannot represent value"),
        ] as [(BuiltInScalar, [String], String)]
    )
    func refused(_ scalar: BuiltInScalar, _ values: [String], _ reason: String) throws {
        for json in values {
            let value = try JSONReader.read(Array(json.utf8))
            do throws(ScalarRejection) {
                _ = try scalar.coerce(value)
                Issue.record("accepted \(json)")
            } catch {
                #expect(error.reason == reason)
            }
        }
    }

    @Test(
        "notes why a number is no Float",
        arguments: [
            ("9007199254740993", "value would lose precision"), ("18446744073709551617", "value would lose precision"),
            ("1" + String(repeating: "0", count: 400), "value is too large"),
        ]
    )
    func notes(_ json: String, _ note: String) throws {
        let value = try JSONReader.read(Array(json.utf8))
        #expect {
            try BuiltInScalar.float.coerce(value)
        } throws: { error in
            guard let rejection = error as? ScalarRejection else { return false }
            return InputFault.builtInScalar(rejection, found: "1")
                == "Float cannot represent non numeric value: 1 (\(note))"
        }
    }

    @Test("a number that is none is no Int, Float or ID", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(_ number: Double) {
        for scalar in [BuiltInScalar.int, .float, .id] {
            #expect(throws: ScalarRejection.self) { try scalar.coerce(.double(number)) }
        }
    }
}
