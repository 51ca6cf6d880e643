import Testing

/// The examples of GraphQL §3.13.1 and §3.13.2.
@Suite("The specification's examples of @skip and @include (§3.13.1, §3.13.2)")
struct ConditionExamples {
    private func respond(_ document: String, _ variables: String) async throws -> String {
        try await answer(
            "type Query { experimentalField: Int }",
            document,
            root: #"{"experimentalField": 1}"#,
            variables: variables
        )
    }

    @Test(
        "a field is queried by the value of a variable",
        arguments: [("skip", true, false), ("skip", false, true), ("include", true, true), ("include", false, false)]
    )
    func condition(directive: String, someTest: Bool, isQueried: Bool) async throws {
        let document = """
            query myQuery($someTest: Boolean!) {
              experimentalField @\(directive)(if: $someTest)
            }
            """
        #expect(
            try await respond(document, #"{"someTest": \#(someTest)}"#)
                == (isQueried ? #"{"data":{"experimentalField":1}}"# : #"{"data":{}}"#)
        )
    }

    @Test(
        "a field is queried if it is not skipped and is included, in whatever order",
        arguments: [(false, false), (false, true), (true, false), (true, true)]
    )
    func both(skip: Bool, include: Bool) async throws {
        for directives in ["@skip(if: $a) @include(if: $b)", "@include(if: $b) @skip(if: $a)"] {
            #expect(
                try await respond(
                    "query ($a: Boolean!, $b: Boolean!) { experimentalField \(directives) }",
                    #"{"a": \#(skip), "b": \#(include)}"#
                ) == (!skip && include ? #"{"data":{"experimentalField":1}}"# : #"{"data":{}}"#)
            )
        }
    }
}
