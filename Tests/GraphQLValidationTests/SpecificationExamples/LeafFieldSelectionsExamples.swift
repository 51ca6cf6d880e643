import GraphQLValidation
import Testing

/// The examples of GraphQL §5.3.3.
struct LeafFieldSelectionsExamples {
    @Test(
        "Leaf field selections",
        arguments: [
            Check(
                "a leaf",
                """
                fragment scalarSelection on Dog {
                  barkVolume
                }
                """
            ),
            Check(
                "a selection on a leaf",
                """
                fragment scalarSelectionsNotAllowedOnInt on Dog {
                  barkVolume {
                    sinceWhen
                  }
                }
                """,
                #"2:14: Field "barkVolume" must not have a selection since type "Int" has no subfields."#
            ),
            Check(
                "no selection on an object, interface and union",
                """
                query directQueryOnObjectWithoutSubFields {
                  human
                }

                query directQueryOnInterfaceWithoutSubFields {
                  pet
                }

                query directQueryOnUnionWithoutSubFields {
                  catOrDog
                }
                """,
                #"2:3: Field "human" of type "Human" must have a selection of subfields. Did you mean"#
                    + #" "human { ... }"?"#,
                #"6:3: Field "pet" of type "Pet" must have a selection of subfields. Did you mean "pet { ... }"?"#,
                #"10:3: Field "catOrDog" of type "CatOrDog" must have a selection of subfields. Did you"#
                    + #" mean "catOrDog { ... }"?"#
            ),
            Check(
                "a selection on an object",
                """
                query directQueryOnObjectWithSubFields {
                  human {
                    name
                  }
                }
                """
            ),
        ]
    )
    func scalarLeafs(_ example: Check) throws { try example.expect(.scalarLeafs, schema: Specification.sdl) }
}
