import GraphQLLanguage
import GraphQLValidation
import Testing

@testable import GraphQLExecution

/// The tables of GraphQL §3.10 and §3.10.1, Input Coercion.
@Suite("The specification's examples of input objects (§3.10)")
struct InputObjectExamples {
    private static let sdl = """
        input ExampleInputObject { a: String b: Int! }
        input ExampleOneOfInputObject @oneOf { a: String b: Int }
        type Query {
          example(value: ExampleInputObject): String
          oneOf(value: ExampleOneOfInputObject): String
          oneOfRequired(value: ExampleOneOfInputObject!): String
        }
        """

    /// The response to `value` as the argument of a field that answers its arguments.
    private func respond(
        _ field: String,
        _ value: String,
        _ definitions: String,
        _ variables: String
    ) async throws -> String {
        try await answer(
            Self.sdl,
            "query \(definitions) { \(field)(value: \(value)) }",
            root: #"{"\#(field)": {"__args": true}}"#,
            variables: variables
        )
    }

    @Test(
        "an input object as its coerced value",
        arguments: [
            (#"{ a: "abc", b: 123 }"#, "", "{}", #"{"a":"abc","b":123}"#),
            ("{ a: null, b: 123 }", "", "{}", #"{"a":null,"b":123}"#),
            ("{ b: 123 }", "", "{}", #"{"b":123}"#),
            ("{ a: $var, b: 123 }", "($var: String)", #"{"var": null}"#, #"{"a":null,"b":123}"#),
            ("{ a: $var, b: 123 }", "($var: String)", "{}", #"{"b":123}"#),
            ("{ b: $var }", "($var: Int!)", #"{"var": 123}"#, #"{"b":123}"#),
            ("$var", "($var: ExampleInputObject)", #"{"var": {"b": 123}}"#, #"{"b":123}"#),
        ]
    )
    func coerced(_ value: String, _ definitions: String, _ variables: String, _ expected: String) async throws {
        #expect(
            try await respond("example", value, definitions, variables)
                == #"{"data":{"example":{"value":\#(expected)}}}"#
        )
    }

    @Test(
        "a literal that is refused before execution",
        arguments: [
            (#""abc123""#, "", #"Expected value of type "ExampleInputObject" to be an object, found: "abc123"."#),
            (#"{ a: "abc", b: "123" }"#, "", #"Int cannot represent non-integer value: "123""#),
            (
                #"{ a: "abc" }"#, "",
                #"Expected value of type "ExampleInputObject" to include required field "b", found: { a: "abc" }."#
            ),
            ("{ b: $var }", "($var: Int)", #"Variable "$var" of type "Int" used in position expecting type "Int!"."#),
            (#"{ a: "abc", b: null }"#, "", #"Expected value of non-null type "Int!" not to be null."#),
            (
                #"{ b: 123, c: "xyz" }"#, "",
                #"Expected value of type "ExampleInputObject" not to include unknown field "c". "#
                    + #"Did you mean "a" or "b"? Found: { b: 123, c: "xyz" }."#
            ),
        ]
    )
    func refusedLiteral(_ value: String, _ definitions: String, _ message: String) async throws {
        await #expect {
            try await respond("example", value, definitions, "{}")
        } throws: { error in
            (error as? ValidationFailure)?.errors.map(\.message) == [message]
        }
    }

    @Test(
        "a variable's value that is refused before execution",
        arguments: [
            (
                "$var", "($var: ExampleInputObject)", #"{"var": "abc123"}"#,
                #"Expected value of type "ExampleInputObject" to be an object, found: "abc123"."#
            ),
            (
                "$var", "($var: ExampleInputObject)", #"{"var": {"a": "abc"}}"#,
                #"Expected value of type "ExampleInputObject" to include required field "b", found: { a: "abc" }."#
            ),
            (
                "{ b: $var }", "($var: Int!)", #"{"var": null}"#,
                #"Expected value of non-null type "Int!" not to be null."#
            ),
        ]
    )
    func refusedValue(_ value: String, _ definitions: String, _ variables: String, _ reason: String) async throws {
        let text = try await respond("example", value, definitions, variables)
        #expect(try message(text) == #"Variable "$var" has invalid value: "# + reason)
    }

    /// The message of a response that has one error and no data.
    private func message(_ text: String) throws -> String? {
        let response = try JSONReader.read(Array(text.utf8))
        #expect(response["data"] == nil)
        guard case .array(let errors) = response["errors"], errors.count == 1,
            case .string(let message) = errors[0]["message"]
        else { return nil }
        return message
    }

    private static let notOneOf =
        #"Within OneOf Input Object type "ExampleOneOfInputObject", exactly one field must be specified, "#
        + "and the value for that field must be non-null."

    @Test(
        "a OneOf Input Object as its coerced value",
        arguments: [
            (#"{ a: "abc" }"#, "", "{}", #"{"a":"abc"}"#), ("{ b: 123 }", "", "{}", #"{"b":123}"#),
            ("$var", "($var: ExampleOneOfInputObject)", #"{"var": {"a": "abc"}}"#, #"{"a":"abc"}"#),
            ("{ a: $var }", "($var: String!)", #"{"var": "abc"}"#, #"{"a":"abc"}"#),
            ("{ b: $var }", "($var: Int!)", #"{"var": 123}"#, #"{"b":123}"#),
        ]
    )
    func oneOf(_ value: String, _ definitions: String, _ variables: String, _ expected: String) async throws {
        #expect(
            try await respond("oneOf", value, definitions, variables) == #"{"data":{"oneOf":{"value":\#(expected)}}}"#
        )
    }

    @Test(
        "a OneOf literal that is refused before execution",
        arguments: [
            (#"{ a: "abc", b: 123 }"#, "", [notOneOf]), (#"{ a: "abc", b: null }"#, "", [notOneOf]),
            ("{ a: null }", "", [notOneOf]), ("{}", "", [notOneOf]),
            (
                "{ b: $var }", "($var: Int)",
                [
                    #"Variable "$var" is of type "Int" but must be non-nullable to be used for OneOf Input Object "#
                        + #""ExampleOneOfInputObject"."#
                ]
            ),
            (
                #"{ a: "abc", b: $var }"#, "($var: Int)",
                [
                    #"Variable "$var" is of type "Int" but must be non-nullable to be used for OneOf Input Object "#
                        + #""ExampleOneOfInputObject"."#, notOneOf,
                ]
            ),
            (
                #"{ a: "abc", c: "xyz" }"#, "",
                [
                    #"Expected value of type "ExampleOneOfInputObject" not to include unknown field "c". "#
                        + #"Did you mean "a" or "b"? Found: { a: "abc", c: "xyz" }."#
                ]
            ),
        ] as [(String, String, [String])]
    )
    func refusedOneOfLiteral(_ value: String, _ definitions: String, _ messages: [String]) async throws {
        await #expect {
            try await respond("oneOf", value, definitions, "{}")
        } throws: { error in
            (error as? ValidationFailure)?.errors.map(\.message).sorted() == messages.sorted()
        }
    }

    @Test(
        "a OneOf value that is refused before execution",
        arguments: [
            (#"{"a": "abc", "b": 123}"#, ": " + notOneOf), (#"{"a": "abc", "b": null}"#, ": " + notOneOf),
            (#"{"a": null}"#, " at .a: " + notOneOf), ("{}", ": " + notOneOf),
            (
                #"{"b": "123"}"#, #" at .b: Int cannot represent non-integer value: "123""#
            ),
            (
                #"{"a": "abc", "c": "xyz"}"#,
                #": Expected value of type "ExampleOneOfInputObject" not to include unknown field "c". "#
                    + #"Did you mean "a" or "b"? Found: { a: "abc", c: "xyz" }."#
            ),
        ]
    )
    func refusedOneOfValue(_ value: String, _ fault: String) async throws {
        let text = try await respond("oneOf", "$var", "($var: ExampleOneOfInputObject)", "{\"var\": \(value)}")
        #expect(try message(text) == #"Variable "$var" has invalid value"# + fault)
    }
}
