import GraphQLValidation
import Testing

struct StreamDirectiveOnListFieldRuleTests {
    @Test(
        "Lists are streamed",
        arguments: [
            Check("a list", "{ letters @stream { id } }"),
            Check("a non-null list", "{ letter { events @stream(initialCount: 2) { at } } }"),
            Check("an unknown field", "{ nothing @stream }"),
            Check("another directive", "{ letter @audited { id } }"),
            Check(
                "an object",
                "{ letter @stream { id } }",
                #"1:10: Stream directive cannot be used on non-list field "letter" on type "Query"."#
            ),
            Check(
                "a leaf under an alias",
                "{ letter { no: id @stream(initialCount: 0) } }",
                #"1:19: Stream directive cannot be used on non-list field "id" on type "Letter"."#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.streamDirectiveOnListField, schema: Registry.sdl) }
}
