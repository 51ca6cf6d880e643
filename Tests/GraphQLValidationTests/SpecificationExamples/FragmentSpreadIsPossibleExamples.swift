import GraphQLValidation
import Testing

/// The examples of GraphQL §5.5.2.3.
struct FragmentSpreadIsPossibleExamples {
    @Test(
        "Fragment spread is possible",
        arguments: [
            Check(
                "an object in its own scope",
                """
                fragment dogFragment on Dog {
                  ... on Dog {
                    barkVolume
                  }
                }
                """
            ),
            Check(
                "an object in another scope",
                """
                fragment catInDogFragmentInvalid on Dog {
                  ... on Cat {
                    meowVolume
                  }
                }
                """,
                #"2:3: Fragment cannot be spread here as objects of type "Dog" can never be of type "Cat"."#
            ),
            Check(
                "an interface in the scope of an implementer",
                """
                fragment petNameFragment on Pet {
                  name
                }

                fragment interfaceWithinObjectFragment on Dog {
                  ...petNameFragment
                }
                """
            ),
            Check(
                "a union in the scope of a member",
                """
                fragment catOrDogNameFragment on CatOrDog {
                  ... on Cat {
                    meowVolume
                  }
                }

                fragment unionWithObjectFragment on Dog {
                  ...catOrDogNameFragment
                }
                """
            ),
            Check(
                "objects in abstract scopes",
                """
                fragment petFragment on Pet {
                  name
                  ... on Dog {
                    barkVolume
                  }
                }

                fragment catOrDogFragment on CatOrDog {
                  ... on Cat {
                    meowVolume
                  }
                }
                """
            ),
            Check(
                "objects in abstract scopes that they are not in",
                """
                fragment sentientFragment on Sentient {
                  ... on Dog {
                    barkVolume
                  }
                }

                fragment humanOrAlienFragment on HumanOrAlien {
                  ... on Cat {
                    meowVolume
                  }
                }
                """,
                #"2:3: Fragment cannot be spread here as objects of type "Sentient" can never be of type "Dog"."#,
                #"8:3: Fragment cannot be spread here as objects of type "HumanOrAlien" can never be of type "Cat"."#
            ),
            Check(
                "abstract types with an object in common",
                """
                fragment unionWithInterface on Pet {
                  ...dogOrHumanFragment
                }

                fragment dogOrHumanFragment on DogOrHuman {
                  ... on Dog {
                    barkVolume
                  }
                }
                """
            ),
            Check(
                "abstract types without an object in common",
                """
                fragment nonIntersectingInterfaces on Pet {
                  ...sentientFragment
                }

                fragment sentientFragment on Sentient {
                  name
                }
                """,
                #"2:3: Fragment "sentientFragment" cannot be spread here as objects of type "Pet" can never"#
                    + #" be of type "Sentient"."#
            ),
        ]
    )
    func possibleFragmentSpreads(_ example: Check) throws {
        try example.expect(.possibleFragmentSpreads, schema: Specification.sdl)
    }

    private static let sdl = """
        type Query {
          node: Node
        }
        interface Node {
          id: ID!
        }
        interface Resource implements Node {
          id: ID!
          url: String
        }
        type File implements Resource & Node {
          id: ID!
          url: String
        }
        """

    @Test(
        "Interface spreads in implemented interface scope",
        arguments: [
            Check(
                "an interface in the scope of one it implements",
                """
                fragment interfaceWithInterface on Node {
                  ...resourceFragment
                }

                fragment resourceFragment on Resource {
                  url
                }
                """
            )
        ]
    )
    func interfaceSpreads(_ example: Check) throws { try example.expect(.possibleFragmentSpreads, schema: Self.sdl) }
}
