import GraphQLLanguage
import Testing

@testable import GraphQLExecution

@Suite("JSONValue inspection")
struct InspectionTests {
    @Test(
        "shows values as graphql-js does",
        arguments: [
            ("null", "null"), ("true", "true"), ("\"a\\\"\\u0001信\"", "\"a\\\"\\u0001信\""), ("[]", "[]"), ("{}", "{}"),
            ("[1,\"a\",[2,[3,[]]]]", "[1, \"a\", [2, [Array]]]"),
            ("{\"a\":{\"b\":{\"c\":1}}}", "{ a: { b: [Object] } }"),
            ("{\"a b\":[{}],\"c\":[[]]}", "{ a b: [{}], c: [[]] }"),
            ("[1,2,3,4,5,6,7,8,9,10]", "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]"),
            ("[1,2,3,4,5,6,7,8,9,10,11]", "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ... 1 more item]"),
            ("[1,2,3,4,5,6,7,8,9,10,11,12]", "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ... 2 more items]"),
            ("12345678901234567890", "12345678901234567890"),
            ("-123456789012345678901", "-123456789012345678901"),
            ("-1234567890123456789012", "-1.2345678901234568e+21"), (String(repeating: "9", count: 400), "Infinity"),
        ]
    )
    func values(_ json: String, _ expected: String) throws {
        #expect(try JSONReader.read(Array(json.utf8)).inspected == expected)
    }

    @Test("does not show more than a message should hold")
    func long() {
        let members = (0..<100_000).map { JSONValue.Member("name\($0)", .integer($0)) }
        let object = JSONValue.object(members).inspected
        #expect(object.utf8.count < 10_100)
        #expect(object.hasPrefix("{ name0: 0, name1: 1, ") && object.hasSuffix(", ... }"))
        let text = JSONValue.string(String(repeating: "信", count: 100_000)).inspected
        #expect(text.utf8.count < 10_100)
        #expect(text.hasSuffix("信...\""))
        let long = JSONValue.string(String(repeating: "a", count: 9000))
        let lists = JSONValue.array(Array(repeating: .array(Array(repeating: long, count: 9)), count: 9)).inspected
        #expect(lists.utf8.count < 20_000)
        #expect(lists.hasSuffix("aa\", ...], ...]"))
        #expect(JSONValue.object([.init(String(repeating: "b", count: 20_000), .null)]).inspected.utf8.count < 3000)
    }

    @Test(
        "lays numbers out as ECMAScript does",
        arguments: [
            (0, "0"), (-0.0, "0"), (1, "1"), (-1.5, "-1.5"), (0.1, "0.1"), (1e-6, "0.000001"), (1.5e-6, "0.0000015"),
            (1e-7, "1e-7"), (-1.25e-9, "-1.25e-9"), (.leastNonzeroMagnitude, "5e-324"), (123_456.789, "123456.789"),
            (1e16, "10000000000000000"), (9_007_199_254_740_992, "9007199254740992"), (1e20, "100000000000000000000"),
            (1.2345e20, "123450000000000000000"), (1e21, "1e+21"), (1.5e300, "1.5e+300"),
            (.greatestFiniteMagnitude, "1.7976931348623157e+308"), (.infinity, "Infinity"), (-.infinity, "-Infinity"),
            (.nan, "NaN"),
        ] as [(Double, String)]
    )
    func numbers(_ number: Double, _ expected: String) {
        #expect(JSONValue.double(number).inspected == expected)
    }
}
