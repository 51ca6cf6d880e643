import GraphQLValidation
import Testing

/// The examples of GraphQL §5.5.1.2.
struct FragmentSpreadTypeExistenceExamples {
    @Test(
        "Fragment spread type existence",
        arguments: [
            Check(
                "types of the schema",
                """
                fragment correctType on Dog {
                  name
                }

                fragment inlineFragment on Dog {
                  ... on Dog {
                    name
                  }
                }

                fragment inlineFragment2 on Dog {
                  ... @include(if: true) {
                    name
                  }
                }
                """
            ),
            Check(
                "types that are not in the schema",
                """
                fragment notOnExistingType on NotInSchema {
                  name
                }

                fragment inlineNotExistingType on Dog {
                  ... on NotInSchema {
                    name
                  }
                }
                """,
                #"1:31: Unknown type "NotInSchema". Did you mean "__Schema"?"#,
                #"6:10: Unknown type "NotInSchema". Did you mean "__Schema"?"#
            ),
        ]
    )
    func knownTypeNames(_ example: Check) throws { try example.expect(.knownTypeNames, schema: Specification.sdl) }
}
