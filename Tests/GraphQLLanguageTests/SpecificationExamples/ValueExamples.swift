import Testing

@testable import GraphQLLanguage

/// The examples of GraphQL §2.10 that are no numbers and no strings.
@Suite("The specification's examples of input values (§2.10)")
struct ValueExamples {
    @Test(
        "are read and printed as they are",
        arguments: [
            Example("§2.10.5 null and nothing", "{\n  field(arg: null)\n  field\n}"),
            Example("§2.10.8 lon before lat", "{\n  nearestThing(location: { lon: 12.43, lat: -53.211 })\n}"),
            Example("§2.10.8 lat before lon", "{\n  nearestThing(location: { lat: -53.211, lon: 12.43 })\n}"),
        ]
    )
    func documents(_ example: Example) throws { try example.expect() }

    @Test("§2.10.3 The two keywords are booleans, in lower case only")
    func booleans() throws {
        guard case .boolean(true) = try value("true").kind, case .boolean(false) = try value("false").kind else {
            throw NotThat()
        }
        #expect(try value("True").enumName == "True")
        #expect(try value("FALSE").enumName == "FALSE")
    }

    @Test("§2.10.5 Null is given or nothing is given, which is not the same")
    func null() throws {
        let fields = try operation("{ field(arg: null) field }").selections
        guard case .field(let given) = fields[0], case .field(let absent) = fields[1] else { throw NotThat() }
        guard case .null = given.arguments[0].value.kind else { throw NotThat() }
        #expect(absent.arguments.isEmpty)
    }

    @Test("§2.10.6 An enum value is a name that is no keyword")
    func enums() throws {
        #expect(try value("MOBILE_WEB").enumName == "MOBILE_WEB")
        for keyword in ["true", "false", "null"] {
            #expect(try value(keyword).enumName == nil)
            #expect(
                diagnosis("enum E { \(keyword) }")
                    == "Name \"\(keyword)\" is reserved and cannot be used for an enum value. (1:10)"
            )
        }
    }

    @Test(
        "§2.10.7 A list has its items in order, commas do not count",
        arguments: [
            ("[]", []), ("[,,]", []), ("[1, 2, 3]", ["1", "2", "3"]), ("[1 2 3]", ["1", "2", "3"]),
            ("[1, 2, 3,]", ["1", "2", "3"]), ("[1,,,2,,3]", ["1", "2", "3"]),
            ("[1, [2, 3], $a]", ["1", "[2, 3]", "$a"]),
        ]
    )
    func lists(text: String, items: [String]) throws {
        #expect(try value(text).items.map(\.printed) == items)
    }

    @Test("§2.10.8 An object has its fields, as many as there are")
    func objects() throws {
        guard case .object(let fields) = try value(#"{ name: "Hello world", score: 1.0 }"#).kind else {
            throw NotThat()
        }
        #expect(fields.map(\.name.text) == ["name", "score"])
        #expect(fields.map(\.value.printed) == [#""Hello world""#, "1.0"])
        guard case .object(let none) = try value("{ }").kind else { throw NotThat() }
        #expect(none.isEmpty)
        #expect(diagnosis("{ a(b: { c 1 }) }") == #"Expected ":", found Int "1". (1:12)"#)
    }

    @Test("§2.10 A constant has no variables, not even deep within it")
    func constants() {
        #expect(
            diagnosis("query Q($a: Int = $b) { a }") == #"Unexpected variable "$b" in constant value. (1:19)"#
        )
        #expect(
            diagnosis("query Q($a: [T] = [{ c: $b }]) { a }") == #"Unexpected variable "$b" in constant value. (1:25)"#
        )
        #expect(diagnosis("type T @d(a: $b) { c: Int }") == #"Unexpected variable "$b" in constant value. (1:14)"#)
    }
}
