import GraphQLValidation
import Testing

struct DeferStreamDirectiveOnRootFieldRuleTests {
    @Test(
        "The root of a mutation or subscription is delivered whole",
        arguments: [
            Check("a query's root", "{ ... @defer { letter { id } } letters @stream { id } }"),
            Check(
                "below the root",
                "mutation { close { ... @defer { id } events @stream { at } ...F @defer } } fragment F on Letter { id }"
            ),
            Check(
                "a fragment on the root",
                "mutation { ... @defer { close { id } } }",
                #"1:16: Defer directive cannot be used on root mutation type "Mutation"."#
            ),
            Check(
                "a list on the root",
                "subscription { changes @stream { id } }",
                #"1:24: Stream directive cannot be used on root subscription type "Subscription"."#
            ),
            Check(
                "turned off on the root",
                "mutation { ... @defer(if: false) { close { id } } }",
                #"1:16: Defer directive cannot be used on root mutation type "Mutation"."#
            ),
            Check(
                "within fragments on the root",
                """
                mutation { ...F @defer ... { ... on Mutation { reopen @stream { id } } } }
                fragment F on Mutation { ...G @defer }
                fragment G on Mutation { reopen @stream { id } ...F }
                """,
                #"1:17: Defer directive cannot be used on root mutation type "Mutation"."#,
                #"1:55: Stream directive cannot be used on root mutation type "Mutation"."#,
                #"2:31: Defer directive cannot be used on root mutation type "Mutation"."#,
                #"3:33: Stream directive cannot be used on root mutation type "Mutation"."#
            ),
            Check(
                "a faulty fragment of two operations",
                """
                mutation A { ...F }
                mutation B { ...F }
                fragment F on Mutation { reopen @stream { id } }
                """,
                #"3:33: Stream directive cannot be used on root mutation type "Mutation"."#,
                #"3:33: Stream directive cannot be used on root mutation type "Mutation"."#
            ),
            Check("an unknown fragment", "mutation { ...F @defer }"),
        ]
    )
    func rule(_ check: Check) throws {
        try check.expect(.deferStreamDirectiveOnRootField, schema: Registry.sdl)
    }

    @Test("A kind of operation that the schema does not have is not looked at")
    func noRoot() throws {
        try Check("a mutation", "mutation { ... @defer { close { id } } }")
            .expect(.deferStreamDirectiveOnRootField, schema: "type Query { id: ID }")
    }
}
