import GraphQLValidation
import Testing

/// The examples of GraphQL §5.5.2.2.
struct FragmentSpreadCyclesExamples {
    @Test(
        "Fragment spreads must not form cycles",
        arguments: [
            Check(
                "an infinite spread",
                """
                {
                  dog {
                    ...nameFragment
                  }
                }

                fragment nameFragment on Dog {
                  name
                  ...barkVolumeFragment
                }

                fragment barkVolumeFragment on Dog {
                  barkVolume
                  ...nameFragment
                }
                """,
                #"9:3,14:3: Cannot spread fragment "nameFragment" within itself via "barkVolumeFragment"."#
            ),
            Check(
                "what it would be inlined",
                """
                {
                  dog {
                    name
                    barkVolume
                    name
                    barkVolume
                    name
                    barkVolume
                    name
                    # forever...
                  }
                }
                """
            ),
            Check(
                "an infinite recursion over cyclic data",
                """
                {
                  dog {
                    ...dogFragment
                  }
                }

                fragment dogFragment on Dog {
                  name
                  owner {
                    ...ownerFragment
                  }
                }

                fragment ownerFragment on Human {
                  name
                  pets {
                    ...dogFragment
                  }
                }
                """,
                #"10:5,17:5: Cannot spread fragment "dogFragment" within itself via "ownerFragment"."#
            ),
        ]
    )
    func noFragmentCycles(_ example: Check) throws { try example.expect(.noFragmentCycles, schema: Specification.sdl) }
}
