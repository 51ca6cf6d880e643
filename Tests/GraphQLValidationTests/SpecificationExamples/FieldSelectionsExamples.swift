import GraphQLValidation
import Testing

/// The examples of GraphQL §5.3.1.
struct FieldSelectionsExamples {
    @Test(
        "Field selections",
        arguments: [
            Check(
                "fields of another type",
                """
                fragment fieldNotDefined on Dog {
                  meowVolume
                }

                fragment aliasedLyingFieldTargetNotDefined on Dog {
                  barkVolume: kawVolume
                }
                """,
                #"2:3: Cannot query field "meowVolume" on type "Dog". Did you mean "barkVolume"?"#,
                #"6:3: Cannot query field "kawVolume" on type "Dog". Did you mean "barkVolume"?"#
            ),
            Check(
                "an interface's field",
                """
                fragment interfaceFieldSelection on Pet {
                  name
                }
                """
            ),
            Check(
                "an implementer's field on an interface",
                """
                fragment definedOnImplementersButNotInterface on Pet {
                  nickname
                }
                """,
                #"2:3: Cannot query field "nickname" on type "Pet". Did you mean to use an inline fragment"#
                    + #" on "Cat" or "Dog"?"#
            ),
            Check(
                "fragments on a union",
                """
                fragment inDirectFieldSelectionOnUnion on CatOrDog {
                  __typename
                  ... on Pet {
                    name
                  }
                  ... on Dog {
                    barkVolume
                  }
                }
                """
            ),
            Check(
                "fields on a union",
                """
                fragment directFieldSelectionOnUnion on CatOrDog {
                  name
                  barkVolume
                }
                """,
                #"2:3: Cannot query field "name" on type "CatOrDog". Did you mean to use an inline fragment"#
                    + #" on "Pet", "Cat", or "Dog"?"#,
                #"3:3: Cannot query field "barkVolume" on type "CatOrDog". Did you mean to use an inline"#
                    + #" fragment on "Dog"?"#
            ),
        ]
    )
    func fieldsOnCorrectType(_ example: Check) throws {
        try example.expect(.fieldsOnCorrectType, schema: Specification.sdl)
    }
}
