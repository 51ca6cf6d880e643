import GraphQLValidation
import Testing

struct DeferStreamDirectiveOnValidOperationsRuleTests {
    private static let deferred =
        "Defer directive not supported on subscription operations."
        + " Disable `@defer` by setting the `if` argument to `false`."
    private static let streamed =
        "Stream directive not supported on subscription operations."
        + " Disable `@stream` by setting the `if` argument to `false`."

    @Test(
        "What a subscription defers and streams can be turned off",
        arguments: [
            Check("queries and mutations", "{ ... @defer { letter { id } } } mutation { reopen @stream { id } }"),
            Check(
                "false",
                "subscription { received { ... @defer(if: false) { id } events @stream(if: false) { at } } }"
            ),
            Check("a variable", "subscription ($a: Boolean!) { received { ... @defer(if: $a) { id } } }"),
            Check("deferred", "subscription { received { ... @defer { id } } }", "1:31: \(deferred)"),
            Check("streamed", "subscription { received { events @stream { at } } }", "1:34: \(streamed)"),
            Check("true", "subscription { received { ... @defer(if: true) { id } } }", "1:31: \(deferred)"),
            Check("no Boolean", #"subscription { received { ... @defer(if: "no") { id } } }"#, "1:31: \(deferred)"),
            Check(
                "under a condition",
                """
                subscription ($a: Boolean!) {
                  received {
                    ... @defer @skip(if: $a) { id }
                    ... @defer @include(if: $a) { id }
                    ... @defer @skip(if: true) { id }
                    ... @defer @include(if: false) { id }
                    ... @defer @skip { id }
                    events @skip(if: $a) { ... @defer { at } }
                  }
                }
                """
            ),
            Check(
                "under a condition that always holds",
                """
                subscription {
                  received {
                    ... @defer @skip(if: false) { id }
                    ... @defer @include(if: true) { id }
                    ... @defer @include { id }
                  }
                }
                """,
                "3:9: \(deferred)",
                "4:9: \(deferred)",
                "5:9: \(deferred)"
            ),
            Check(
                "in fragments, with the spreads that lead there",
                """
                subscription { received { ...F } }
                fragment F on Letter { answer { ...G } }
                fragment G on Letter { events @stream { at } ...F }
                """,
                "3:31,2:33,1:27: \(streamed)"
            ),
            Check(
                "a faulty fragment of two operations",
                """
                subscription A { received { ...F } }
                subscription B { received { ...F } }
                fragment F on Letter { events @stream { at } }
                """,
                "3:31,1:29: \(streamed)",
                "3:31,2:29: \(streamed)"
            ),
            Check("an unknown fragment", "subscription { received { ...F } }"),
        ]
    )
    func rule(_ check: Check) throws {
        try check.expect(.deferStreamDirectiveOnValidOperations, schema: Registry.sdl)
    }
}
