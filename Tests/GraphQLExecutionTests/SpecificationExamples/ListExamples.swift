import GraphQLLanguage
import GraphQLValidation
import Testing

@testable import GraphQLExecution

/// The tables of GraphQL §3.11 and §3.12.
@Suite("The specification's examples of lists and Non-Null (§3.11, §3.12)")
struct ListExamples {
    private static let sdl = """
        type Query {
          list(value: [Int]): String
          nested(value: [[Int]]): String
          fieldWithNonNullArg(nonNullArg: String!): String
        }
        """

    @Test(
        "what is given for a list, as a literal and as a variable's value (§3.11, Input Coercion)",
        arguments: [
            ("list", "[Int]", "[1, 2, 3]", "[1,2,3]"), ("list", "[Int]", "1", "[1]"), ("list", "[Int]", "null", "null"),
            ("nested", "[[Int]]", "[[1], [2, 3]]", "[[1],[2,3]]"), ("nested", "[[Int]]", "[1, 2, 3]", "[[1],[2],[3]]"),
            ("nested", "[[Int]]", "[1, null, 3]", "[[1],null,[3]]"), ("nested", "[[Int]]", "1", "[[1]]"),
            ("nested", "[[Int]]", "null", "null"),
        ]
    )
    func coerced(_ field: String, _ type: String, _ value: String, _ expected: String) async throws {
        let root = #"{"\#(field)": {"__args": true}}"#
        let response = #"{"data":{"\#(field)":{"value":\#(expected)}}}"#
        #expect(try await answer(Self.sdl, "{ \(field)(value: \(value)) }", root: root) == response)
        #expect(
            try await answer(
                Self.sdl,
                "query ($value: \(type)) { \(field)(value: $value) }",
                root: root,
                variables: #"{"value": \#(value)}"#
            ) == response
        )
    }

    @Test("items that do not fit (§3.11, Input Coercion)")
    func refused() async throws {
        await #expect {
            try await answer(Self.sdl, #"{ list(value: [1, "b", true]) }"#)
        } throws: { error in
            (error as? ValidationFailure)?.errors.map(\.message) == [
                #"Int cannot represent non-integer value: "b""#, "Int cannot represent non-integer value: true",
            ]
        }
        let values = try await answer(
            Self.sdl,
            "query ($list: [Int], $nested: [[Int]]) { list(value: $list) nested(value: $nested) }",
            variables: #"{"list": [1, "b", true], "nested": [[1], ["b"]]}"#
        )
        guard case .array(let errors) = try JSONReader.read(Array(values.utf8))["errors"] else {
            Issue.record("no errors")
            return
        }
        #expect(
            errors.map { $0["message"] } == [
                .string(#"Variable "$list" has invalid value at [1]: Int cannot represent non-integer value: "b""#),
                .string(#"Variable "$list" has invalid value at [2]: Int cannot represent non-integer value: true"#),
                .string(
                    #"Variable "$nested" has invalid value at [1][0]: Int cannot represent non-integer value: "b""#
                ),
            ]
        )
    }

    @Test(
        "a Non-Null argument cannot be left out, be null, or be a nullable variable (§3.12)",
        arguments: [
            (
                "{ fieldWithNonNullArg }",
                #"Argument "Query.fieldWithNonNullArg(nonNullArg:)" of type "String!" is required, but it was not provided."#
            ),
            (
                "{ fieldWithNonNullArg(nonNullArg: null) }",
                #"Expected value of non-null type "String!" not to be null."#
            ),
            (
                "query withNullableVariable($var: String) { fieldWithNonNullArg(nonNullArg: $var) }",
                #"Variable "$var" of type "String" used in position expecting type "String!"."#
            ),
        ]
    )
    func nonNull(_ document: String, _ message: String) async throws {
        await #expect {
            try await answer(Self.sdl, document)
        } throws: { error in
            (error as? ValidationFailure)?.errors.map(\.message) == [message]
        }
    }

    @Test(
        "what becomes of nulls and errors in lists (§3.12, Combining List and Non-Null)",
        arguments: [
            ("[Int]", "[1, 2, 3]", "[1,2,3]", false), ("[Int]", "null", "null", false),
            ("[Int]", "[1, 2, null]", "[1,2,null]", false), ("[Int]", Self.faulty, "[1,2,null]", true),
            ("[Int]!", "[1, 2, 3]", "[1,2,3]", false), ("[Int]!", "null", nil, true),
            ("[Int]!", "[1, 2, null]", "[1,2,null]", false), ("[Int]!", Self.faulty, "[1,2,null]", true),
            ("[Int!]", "[1, 2, 3]", "[1,2,3]", false), ("[Int!]", "null", "null", false),
            ("[Int!]", "[1, 2, null]", "null", true), ("[Int!]", Self.faulty, "null", true),
            ("[Int!]!", "[1, 2, 3]", "[1,2,3]", false), ("[Int!]!", "null", nil, true),
            ("[Int!]!", "[1, 2, null]", nil, true), ("[Int!]!", Self.faulty, nil, true),
        ] as [(String, String, String?, Bool)]
    )
    func combined(_ type: String, _ value: String, _ expected: String?, _ hasError: Bool) async throws {
        let text = try await answer("type Query { list: \(type) }", "{ list }", root: #"{"list": \#(value)}"#)
        #expect(text.hasSuffix(#""data":"# + (expected.map { #"{"list":\#($0)}}"# } ?? "null}")))
        #expect(text.hasPrefix(#"{"errors":"#) == hasError)
    }

    private static let faulty = #"[1, 2, {"__error": "Error"}]"#
}
