import GraphQLValidation
import Testing

/// The examples of GraphQL §5.5.1.3.
struct FragmentsOnCompositeTypesExamples {
    @Test(
        "Fragments on object, interface or union types",
        arguments: [
            Check(
                "an object, an interface and a union",
                """
                fragment fragOnObject on Dog {
                  name
                }

                fragment fragOnInterface on Pet {
                  name
                }

                fragment fragOnUnion on CatOrDog {
                  ... on Dog {
                    name
                  }
                }
                """
            ),
            Check(
                "scalars",
                """
                fragment fragOnScalar on Int {
                  something
                }

                fragment inlineFragOnScalar on Dog {
                  ... on Boolean {
                    somethingElse
                  }
                }
                """,
                #"1:26: Fragment "fragOnScalar" cannot condition on non composite type "Int"."#,
                #"6:10: Fragment cannot condition on non composite type "Boolean"."#
            ),
        ]
    )
    func fragmentsOnCompositeTypes(_ example: Check) throws {
        try example.expect(.fragmentsOnCompositeTypes, schema: Specification.sdl)
    }
}
