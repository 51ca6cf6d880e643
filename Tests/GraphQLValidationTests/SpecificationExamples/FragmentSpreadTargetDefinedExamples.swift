import GraphQLValidation
import Testing

/// The examples of GraphQL §5.5.2.1.
struct FragmentSpreadTargetDefinedExamples {
    @Test(
        "Fragment spread target defined",
        arguments: [
            Check(
                "an undefined fragment",
                """
                {
                  dog {
                    ...undefinedFragment
                  }
                }
                """,
                #"3:8: Unknown fragment "undefinedFragment"."#
            )
        ]
    )
    func knownFragmentNames(_ example: Check) throws {
        try example.expect(.knownFragmentNames, schema: Specification.sdl)
    }
}
