import GraphQLValidation
import Testing

/// The examples of GraphQL §5.2.4.1.
struct SingleRootFieldExamples {
    @Test(
        "Single root field",
        arguments: [
            Check(
                "one field",
                """
                subscription sub {
                  newMessage {
                    body
                    sender
                  }
                }
                """
            ),
            Check(
                "one field in a fragment",
                """
                subscription sub {
                  ...newMessageFields
                }

                fragment newMessageFields on Subscription {
                  newMessage {
                    body
                    sender
                  }
                }
                """
            ),
            Check(
                "two fields",
                """
                subscription sub {
                  newMessage {
                    body
                    sender
                  }
                  disallowedSecondRootField
                }
                """,
                #"6:3: Subscription "sub" must select only one top level field."#
            ),
            Check(
                "two fields in a fragment",
                """
                subscription sub {
                  ...multipleSubscriptions
                }

                fragment multipleSubscriptions on Subscription {
                  newMessage {
                    body
                    sender
                  }
                  disallowedSecondRootField
                }
                """,
                #"10:3: Subscription "sub" must select only one top level field."#
            ),
            Check(
                "conditions at the root",
                """
                subscription requiredRuntimeValidation($bool: Boolean!) {
                  newMessage @include(if: $bool) {
                    body
                    sender
                  }
                  disallowedSecondRootField @skip(if: $bool)
                }
                """,
                #"2:14,6:29: Subscription "requiredRuntimeValidation" must not use `@skip` or `@include`"#
                    + " directives in the top level selection."
            ),
            Check(
                "an introspection field",
                """
                subscription sub {
                  __typename
                }
                """,
                #"2:3: Subscription "sub" must not select an introspection top level field."#
            ),
        ]
    )
    func singleFieldSubscriptions(_ example: Check) throws {
        try example.expect(.singleFieldSubscriptions, schema: Specification.sdl)
    }
}
