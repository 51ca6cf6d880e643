import GraphQLValidation
import Testing

struct SingleFieldSubscriptionsRuleTests {
    @Test(
        "A subscription selects one field",
        arguments: [
            Check("one field", "subscription S { births }"),
            Check("one field twice", "subscription { births births }"),
            Check("one field through fragments", "subscription { ...F ...F } fragment F on Subscription { births }"),
            Check("a query with two fields", "{ dog { name } cat { name } }"),
            Check("a cycle", "subscription { ...F } fragment F on Subscription { births ...F }"),
            Check(
                "two fields",
                "subscription S { births deaths }",
                #"1:25: Subscription "S" must select only one top level field."#
            ),
            Check(
                "two fields of an anonymous subscription, one of them twice",
                "subscription { births deaths deaths }",
                "1:23,1:30: Anonymous Subscription must select only one top level field."
            ),
            Check(
                "two fields through a fragment",
                "subscription S { births ...F }\nfragment F on Subscription { ... on Subscription { deaths } }",
                #"2:52: Subscription "S" must select only one top level field."#
            ),
            Check(
                "a field under two names",
                "subscription S { births b: births }",
                #"1:25: Subscription "S" must select only one top level field."#
            ),
            Check(
                "introspection",
                "subscription S { __typename }",
                #"1:18: Subscription "S" must not select an introspection top level field."#
            ),
            Check(
                "introspection beside a field",
                "subscription { births __typename }",
                "1:23: Anonymous Subscription must select only one top level field.",
                "1:23: Anonymous Subscription must not select an introspection top level field."
            ),
            Check(
                "conditions",
                "subscription S($b: Boolean!) { births @skip(if: $b) ... @include(if: $b) { deaths } }",
                "1:39,1:57: Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection."
            ),
            Check(
                "conditions on fragments, which are not looked into",
                """
                subscription ($b: Boolean!) { ...F @skip(if: $b) ... @include(if: $b) @skip(if: $b) { births @skip(if: $b) } }
                fragment F on Subscription { births @include(if: $b) deaths }
                """,
                "1:36,1:71: Anonymous Subscription must not use `@skip` or `@include` directives"
                    + " in the top level selection."
            ),
            Check("conditions below the root", "subscription { births { at @skip(if: true) } }"),
            Check(
                "a field that is deferred twice",
                "subscription { ...F @defer ...F @defer } fragment F on Subscription { births }"
            ),
            Check(
                "no field",
                "subscription S($a: Int = 1) @onSubscription { }",
                #"1:45: Subscription "S" must select one top level field."#
            ),
            Check(
                "no field but in fragments that are unknown or do not apply",
                "subscription { ...Unknown ... on Query { dog { name } } }",
                "1:14: Anonymous Subscription must select one top level field."
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.singleFieldSubscriptions) }
}
