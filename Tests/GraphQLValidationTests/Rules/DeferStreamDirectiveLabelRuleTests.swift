import GraphQLValidation
import Testing

struct DeferStreamDirectiveLabelRuleTests {
    @Test(
        "Labels are literals and unique in the document",
        arguments: [
            Check("none", "{ ...F @defer letters @stream { id } } fragment F on Query { letter { id } }"),
            Check("null twice", "{ ... @defer(label: null) { letter { id } } letters @stream(label: null) { id } }"),
            Check(
                "different ones",
                #"{ ... @defer(label: "a") { letter { id } } letters @stream(label: "b") { id } }"#
            ),
            Check("one of another directive", #"{ letter @audited(label: $a) { id } }"#),
            Check(
                "one twice",
                #"{ ... @defer(label: "a") { letter { id } } letters @stream(label: "a") { id } }"#,
                "1:7,1:52: Defer/Stream directive label argument must be unique."
            ),
            Check(
                "one twice in two definitions",
                """
                { letter { ... @defer(label: "a") { id } } }
                fragment F on Letter { ... @defer(label: \"\"\"a\"\"\") { id } }
                """,
                "1:16,2:28: Defer/Stream directive label argument must be unique."
            ),
            Check(
                "variables and other literals",
                "query ($a: String) { ... @defer(label: $a) { letter { id } } letters @stream(label: A) { id } }",
                "1:26: Defer directive label argument must be a static string.",
                "1:70: Stream directive label argument must be a static string."
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.deferStreamDirectiveLabel, schema: Registry.sdl) }
}
