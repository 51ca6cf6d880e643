import Testing

/// The table of GraphQL §3.10.1, row by row, with what the tables of §3.10 and §3.11 leave to say.
@Suite("The specification's table of OneOf Input Objects (§3.10.1)")
struct OneOfExamples {
    private static let sdl = """
        input ExampleOneOfInputObject @oneOf { a: String b: Int }
        type Query { oneOf(value: ExampleOneOfInputObject): String nested(value: [[Int]]): String }
        """
    private static let notOne = """
        Within OneOf Input Object type "ExampleOneOfInputObject", exactly one field must be specified, \
        and the value for that field must be non-null.
        """

    private func respond(_ literal: String, _ definitions: String, _ variables: String) async throws -> String {
        try await answer(
            Self.sdl,
            "query\(definitions) { oneOf(value: \(literal)) }",
            root: #"{"oneOf": {"__args": true}}"#,
            variables: variables
        )
    }

    @Test(
        "rows with a coerced value",
        arguments: [
            (#"{ a: "abc" }"#, "", "{}", #"{"a":"abc"}"#), ("{ b: 123 }", "", "{}", #"{"b":123}"#),
            ("$var", "($var: ExampleOneOfInputObject)", #"{"var": {"a": "abc"}}"#, #"{"a":"abc"}"#),
        ]
    )
    func coerced(literal: String, definitions: String, variables: String, value: String) async throws {
        #expect(
            try await respond(literal, definitions, variables) == #"{"data":{"oneOf":{"value":\#(value)}}}"#
        )
    }

    @Test(
        "rows whose literal has not exactly one field that is not null",
        arguments: [
            "{ a: null }", #"{ a: "abc", b: 123 }"#, #"{ a: "abc", b: null }"#, "{}",
        ]
    )
    func refusedLiterals(literal: String) async {
        await expectRefusal("1:22: \(Self.notOne)") { try await respond(literal, "", "{}") }
    }

    @Test("the row whose literal has two fields of the other's type")
    func twoWrongFields() async {
        await expectRefusal(
            "1:22: \(Self.notOne)",
            "1:27: String cannot represent a non string value: 456",
            #"1:35: Int cannot represent non-integer value: "xyz""#
        ) {
            try await respond(#"{ a: 456, b: "xyz" }"#, "", "{}")
        }
    }

    private static func nullable(_ name: String, _ type: String) -> String {
        """
        Variable "$\(name)" is of type "\(type)" but must be non-nullable to be used for OneOf Input Object \
        "ExampleOneOfInputObject".
        """
    }

    @Test("rows whose literal has variables that may be null, or that are not given")
    func variables() async throws {
        await expectRefusal("1:8,1:40: \(Self.nullable("a", "String"))") {
            try await respond("{ a: $a }", " ($a: String)", "{}")
        }
        #expect(
            try await respond("{ a: $a }", " ($a: String!)", "{}")
                == #"{"errors":[{"message":"Variable \"$a\" has invalid value: Expected a value of non-null type "#
                + #"\"String!\" to be provided.","locations":[{"line":1,"column":8}],"#
                + #""extensions":{"code":"BAD_USER_INPUT"}}]}"#
        )
        await expectRefusal("1:32: \(Self.notOne)", "1:8,1:47: \(Self.nullable("b", "Int"))") {
            try await respond(#"{ a: "abc", b: $b }"#, " ($b: Int)", "{}")
        }
        await expectRefusal(
            "1:44: \(Self.notOne)",
            "1:8,1:49: \(Self.nullable("a", "String"))",
            "1:20,1:56: \(Self.nullable("b", "Int"))"
        ) {
            try await respond("{ a: $a, b: $b }", " ($a: String, $b: Int)", #"{"a": "abc"}"#)
        }
        await expectRefusal("1:46: \(Self.notOne)") {
            try await respond("{ a: $a, b: $b }", " ($a: String!, $b: Int!)", #"{"a": "abc", "b": 1}"#)
        }
    }

    @Test(
        "rows whose variable has not exactly one field that is not null",
        arguments: [(#"{"a": null}"#, " at .a"), (#"{"a": "abc", "b": 123}"#, ""), ("{}", "")]
    )
    func refusedValues(value: String, place: String) async throws {
        let quoted = Self.notOne.replacing("\"", with: "\\\"")
        #expect(
            try await respond("$var", " ($var: ExampleOneOfInputObject)", #"{"var": \#(value)}"#)
                == #"{"errors":[{"message":"Variable \"$var\" has invalid value\#(place): \#(quoted)","#
                + #""locations":[{"line":1,"column":8}],"extensions":{"code":"BAD_USER_INPUT"}}]}"#
        )
    }

    @Test("the row of §3.11 with a wrong item in a list of lists, as a literal")
    func nested() async {
        await expectRefusal(#"1:24: Int cannot represent non-integer value: "b""#) {
            try await answer(Self.sdl, #"{ nested(value: [[1], ["b"]]) }"#)
        }
    }
}
