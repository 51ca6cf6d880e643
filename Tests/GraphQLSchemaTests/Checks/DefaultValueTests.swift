import GraphQLSchema
import Testing

@Suite("Default values")
struct DefaultValueTests {
    private static let types = """
        scalar Date enum Color { RED GREEN } input Point { x: Int! y: Int = 0 tags: [String!] }
        input Choice @oneOf { a: Int b: String }
        """

    private func report(_ type: String, _ value: String) throws -> [String] {
        try problems(of: "type Query { f(x: \(type) = \(value)): Int } " + Self.types)
    }

    @Test(
        "A literal of the right type is a default",
        arguments: [
            ("Int", "1"), ("Int", "-2147483648"), ("Int", "null"), ("Int!", "1"), ("Float", "1"), ("Float", "1.5e3"),
            ("String", "\"a\""), ("String", "\"\"\"a\"\"\""), ("Boolean", "true"), ("ID", "\"a\""), ("ID", "7"),
            ("[Int]", "1"), ("[Int]", "[1, null]"), ("[[Int!]]", "[[1], null]"), ("Color", "RED"),
            ("Date", "\"2018-06-29\""),
            ("Date", "{ any: [THING] }"), ("Point", "{ x: 1 }"), ("Point", "{ x: 1, y: null, tags: \"a\" }"),
            ("Choice", "{ a: 1 }"), ("[Point!]", "[{ x: 1 }, { x: 2, y: 3 }]"),
        ]
    )
    func valid(type: String, value: String) throws {
        #expect(try report(type, value) == [])
    }

    @Test(
        "A literal of another type is refused",
        arguments: [
            ("Int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648"),
            ("Int", "1.0", "Int cannot represent non-integer value: 1.0"),
            ("Int", "\"1\"", "Int cannot represent non-integer value: \"1\""),
            ("Float", "\"1\"", "Float cannot represent non numeric value: \"1\""),
            ("String", "1", "String cannot represent a non string value: 1"),
            ("String", "RED", "String cannot represent a non string value: RED"),
            ("Boolean", "1", "Boolean cannot represent a non boolean value: 1"),
            ("ID", "true", "ID cannot represent a non-string and non-integer value: true"),
            ("Int!", "null", "Expected value of non-null type \"Int!\" not to be null."),
            (
                "Color", "\"RED\"",
                "Enum \"Color\" cannot represent non-enum value: \"RED\". Did you mean the enum value \"RED\" or \"GREEN\"?"
            ),
            ("Color", "1", "Enum \"Color\" cannot represent non-enum value: 1."),
            ("Color", "BLUE", "Value \"BLUE\" does not exist in \"Color\" enum."),
            (
                "Color", "GREN",
                "Value \"GREN\" does not exist in \"Color\" enum. Did you mean the enum value \"GREEN\" or \"RED\"?"
            ),
            ("Point", "1", "Expected value of type \"Point\" to be an object, found: 1."),
            ("Point", "{ y: 1 }", "Expected value of type \"Point\" to include required field \"x\", found: { y: 1 }."),
            (
                "Point", "{ x: 1, z: 2 }",
                "Expected value of type \"Point\" not to include unknown field \"z\". Did you mean \"x\" or \"y\"? Found: { x: 1, z: 2 }."
            ),
            (
                "Point", "{ x: 1, elsewhere: 2 }",
                "Expected value of type \"Point\" not to include unknown field \"elsewhere\", found: { x: 1, elsewhere: 2 }."
            ),
            (
                "Choice", "{ a: 1, b: \"x\" }",
                "Within OneOf Input Object type \"Choice\", exactly one field must be specified, and the value for that field must be non-null."
            ),
        ]
    )
    func invalid(type: String, value: String, message: String) throws {
        #expect(try report(type, value) == ["Query.f(x:) has invalid default value: \(message)"])
    }

    @Test(
        "A problem inside a default names its path",
        arguments: [
            ("[Int]", "[1, \"a\"]", " at [1]: Int cannot represent non-integer value: \"a\""),
            ("[[Int!]]", "[[null]]", " at [0][0]: Expected value of non-null type \"Int!\" not to be null."),
            ("[Point]", "[{ x: 1, tags: [2] }]", " at [0].tags[0]: String cannot represent a non string value: 2"),
            (
                "Choice", "{ a: null }",
                " at .a: Within OneOf Input Object type \"Choice\", exactly one field must be specified, and the value for that field must be non-null."
            ),
        ]
    )
    func paths(type: String, value: String, message: String) throws {
        #expect(try report(type, value) == ["Query.f(x:) has invalid default value\(message)"])
    }

    @Test("The part of the literal that is wrong is the place, of an unknown field its name")
    func locations() throws {
        let sdl = """
            type Query { f(x: Point = {y: true, z: 1}): Int }
            input Point { x: Int! y: Int tags: [[String]] = [["a"], [1]] }
            """
        #expect(
            try typeSystemReport(of: sdl) == [
                """
                Query.f(x:) has invalid default value: Expected value of type "Point" to include required field "x", \
                found: { y: true, z: 1 }. (1:27)
                """,
                """
                Query.f(x:) has invalid default value at .y: Int cannot represent non-integer value: true (1:31)
                """,
                """
                Query.f(x:) has invalid default value: Expected value of type "Point" not to include unknown field "z". \
                Did you mean "x" or "y"? Found: { y: true, z: 1 }. (1:37)
                """,
                """
                Point.tags has invalid default value at [1][0]: String cannot represent a non string value: 1 (2:58)
                """,
            ]
        )
    }

    @Test("Every default of a wrong type is found: in arguments, input fields and directives")
    func everywhere() throws {
        #expect(
            try problems(
                of:
                    "type Query { f(x: Int = true): Int } input I { a: Int = true } directive @d(x: Int = true) on FIELD"
            ).sorted() == [
                "@d(x:) has invalid default value: Int cannot represent non-integer value: true",
                "I.a has invalid default value: Int cannot represent non-integer value: true",
                "Query.f(x:) has invalid default value: Int cannot represent non-integer value: true",
            ]
        )
    }
}
