import GraphQLValidation
import Testing

/// The examples of GraphQL §5.5.1.4.
struct FragmentsMustBeUsedExamples {
    @Test(
        "Fragments must be used",
        arguments: [
            Check(
                "an unused fragment",
                """
                fragment nameFragment on Dog { # unused
                  name
                }

                {
                  dog {
                    name
                  }
                }
                """,
                #"1:1: Fragment "nameFragment" is never used."#
            )
        ]
    )
    func noUnusedFragments(_ example: Check) throws {
        try example.expect(.noUnusedFragments, schema: Specification.sdl)
    }
}
