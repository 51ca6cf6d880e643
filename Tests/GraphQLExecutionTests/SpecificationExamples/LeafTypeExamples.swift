import Testing

/// The examples of coercion of GraphQL §3.5 and §3.9.
@Suite("The specification's examples of coercion of scalars and enums (§3.5, §3.9)")
struct LeafTypeExamples {
    private static let sdl = """
        enum Direction { NORTH EAST SOUTH WEST }
        type Query {
          int(value: Int): Int float(value: Float): Float string(value: String): String
          boolean(value: Boolean): Boolean id(value: ID): ID direction(value: Direction): Direction
        }
        """
    private static let types = [
        "int": "Int", "float": "Float", "string": "String", "boolean": "Boolean", "id": "ID", "direction": "Direction",
    ]

    @Test(
        "a result that can be coerced without losing information (Result Coercion)",
        arguments: [
            ("int", "1.0", "1"), ("int", #""123""#, "123"), ("int", "true", "1"), ("int", "2147483647", "2147483647"),
            ("int", "-2147483648", "-2147483648"), ("float", "1", "1"), ("float", #""123""#, "123"),
            ("string", "true", #""true""#), ("string", "1", #""1""#), ("boolean", "1", "true"),
            ("boolean", "-2.5", "true"), ("boolean", "0", "false"), ("id", "4", #""4""#), ("id", #""4""#, #""4""#),
            ("id", "340282366920938463463374607431768211455", #""340282366920938463463374607431768211455""#),
            ("direction", #""NORTH""#, #""NORTH""#), ("int", "null", "null"), ("direction", "null", "null"),
        ]
    )
    func results(field: String, value: String, result: String) async throws {
        #expect(
            try await answer(Self.sdl, "{ \(field) }", root: #"{"\#(field)": \#(value)}"#)
                == #"{"data":{"\#(field)":\#(result)}}"#
        )
    }

    @Test(
        "a result that cannot be coerced (Result Coercion)",
        arguments: [
            ("int", "1.2", "Int cannot represent non-integer value: 1.2"),
            ("int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648"),
            ("int", "-2147483649", "Int cannot represent non 32-bit signed integer value: -2147483649"),
            ("float", #""NaN""#, #"Float cannot represent non numeric value: "NaN""#),
            ("float", #""Infinity""#, #"Float cannot represent non numeric value: "Infinity""#),
            ("id", "4.5", "ID cannot represent value: 4.5"),
            ("direction", #""UP""#, #"Enum "Direction" cannot represent value: "UP""#),
        ]
    )
    func refusedResults(field: String, value: String, message: String) async throws {
        #expect(
            try await answer(Self.sdl, "{ \(field) }", root: #"{"\#(field)": \#(value)}"#)
                == #"{"errors":[{"message":"\#(message.replacing("\"", with: "\\\""))","#
                + #""locations":[{"line":1,"column":3}],"path":["\#(field)"]}],"data":{"\#(field)":null}}"#
        )
    }

    @Test(
        "a literal of the type (Input Coercion)",
        arguments: [
            ("int", "1", "1"), ("int", "-2147483648", "-2147483648"), ("int", "2147483647", "2147483647"),
            ("float", "1", "1"), ("float", "1.5", "1.5"), ("string", #""text""#, #""text""#),
            ("boolean", "true", "true"), ("id", #""4""#, #""4""#), ("id", "4", #""4""#), ("id", "-4", #""-4""#),
            ("direction", "NORTH", #""NORTH""#), ("int", "null", "null"), ("direction", "null", "null"),
        ]
    )
    func literals(field: String, literal: String, coerced: String) async throws {
        #expect(
            try await answer(Self.sdl, "{ \(field)(value: \(literal)) }", root: #"{"\#(field)": {"__args": true}}"#)
                == #"{"data":{"\#(field)":{"value":\#(coerced)}}}"#
        )
    }

    @Test(
        "a literal that is not of the type (Input Coercion)",
        arguments: [
            ("int", "1.0", "Int cannot represent non-integer value: 1.0"),
            ("int", #""123""#, #"Int cannot represent non-integer value: "123""#),
            ("int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648"),
            ("int", "-2147483649", "Int cannot represent non 32-bit signed integer value: -2147483649"),
            ("float", #""123""#, #"Float cannot represent non numeric value: "123""#),
            ("string", "1", "String cannot represent a non string value: 1"),
            ("boolean", "1", "Boolean cannot represent a non boolean value: 1"),
            ("boolean", #""true""#, #"Boolean cannot represent a non boolean value: "true""#),
            ("id", "4.0", "ID cannot represent a non-string and non-integer value: 4.0"),
            (
                "direction", #""NORTH""#,
                #"Enum "Direction" cannot represent non-enum value: "NORTH". Did you mean the enum value "NORTH"?"#
            ),
            ("direction", "UP", #"Value "UP" does not exist in "Direction" enum."#),
        ]
    )
    func refusedLiterals(field: String, literal: String, message: String) async throws {
        await expectRefusal("1:\(field.count + 11): \(message)") {
            try await answer(Self.sdl, "{ \(field)(value: \(literal)) }")
        }
    }

    private func respond(_ field: String, _ value: String) async throws -> String {
        try await answer(
            Self.sdl,
            "query ($value: \(Self.types[field] ?? "")) { \(field)(value: $value) }",
            root: #"{"\#(field)": {"__args": true}}"#,
            variables: #"{"value": \#(value)}"#
        )
    }

    @Test(
        "a variable's value of the type (Input Coercion)",
        arguments: [
            ("int", "1", "1"), ("int", "1.0", "1"), ("float", "1", "1"), ("float", "1.5", "1.5"),
            ("string", #""text""#, #""text""#), ("boolean", "true", "true"), ("id", #""4""#, #""4""#),
            ("id", "4", #""4""#), ("id", "-4", #""-4""#), ("id", "4.0", #""4""#),
            ("direction", #""NORTH""#, #""NORTH""#), ("int", "null", "null"), ("direction", "null", "null"),
        ]
    )
    func values(field: String, value: String, coerced: String) async throws {
        #expect(try await respond(field, value) == #"{"data":{"\#(field)":{"value":\#(coerced)}}}"#)
    }

    @Test(
        "a variable's value that is not of the type (Input Coercion)",
        arguments: [
            ("int", "1.5", "Int cannot represent non-integer value: 1.5"),
            ("int", #""123""#, #"Int cannot represent non-integer value: "123""#),
            ("int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648"),
            ("float", #""123""#, #"Float cannot represent non numeric value: "123""#),
            ("string", "1", "String cannot represent a non string value: 1"),
            ("boolean", "1", "Boolean cannot represent a non boolean value: 1"),
            ("id", "4.5", "ID cannot represent value: 4.5"),
            ("direction", #""UP""#, #"Value "UP" does not exist in "Direction" enum."#),
            ("direction", "1", #"Enum "Direction" cannot represent non-string value: 1."#),
        ]
    )
    func refusedValues(field: String, value: String, message: String) async throws {
        let quoted = message.replacing("\"", with: "\\\"")
        #expect(
            try await respond(field, value)
                == #"{"errors":[{"message":"Variable \"$value\" has invalid value: \#(quoted)","#
                + #""locations":[{"line":1,"column":8}],"extensions":{"code":"BAD_USER_INPUT"}}]}"#
        )
    }

    @Test("a number that is not finite is no Float (Input Coercion, §3.5.2)", arguments: ["1e400", "-1e400"])
    func infinite(literal: String) async throws {
        #expect(
            try await answer(Self.sdl, "{ float(value: \(literal)) }", root: #"{"float": {"__args": true}}"#)
                == #"{"errors":[{"message":"Argument \"Query.float(value:)\" has invalid value: Float cannot represent non numeric "#
                + #"value: \#(literal)","locations":[{"line":1,"column":16}],"path":["float"],"#
                + #""extensions":{"code":"BAD_USER_INPUT"}}],"data":{"float":null}}"#
        )
    }
}
