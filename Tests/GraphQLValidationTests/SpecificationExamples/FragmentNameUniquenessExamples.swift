import GraphQLValidation
import Testing

/// The examples of GraphQL §5.5.1.1.
struct FragmentNameUniquenessExamples {
    @Test(
        "Fragment name uniqueness",
        arguments: [
            Check(
                "two names",
                """
                {
                  dog {
                    ...fragmentOne
                    ...fragmentTwo
                  }
                }

                fragment fragmentOne on Dog {
                  name
                }

                fragment fragmentTwo on Dog {
                  owner {
                    name
                  }
                }
                """
            ),
            Check(
                "one name twice",
                """
                {
                  dog {
                    ...fragmentOne
                  }
                }

                fragment fragmentOne on Dog {
                  name
                }

                fragment fragmentOne on Dog {
                  owner {
                    name
                  }
                }
                """,
                #"7:10,11:10: There can be only one fragment named "fragmentOne"."#
            ),
        ]
    )
    func uniqueFragmentNames(_ example: Check) throws {
        try example.expect(.uniqueFragmentNames, schema: Specification.sdl)
    }
}
