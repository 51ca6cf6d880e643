import GraphQLValidation
import Testing

/// The examples of GraphQL §5.8.5.
struct VariableUsagesAllowedExamples {
    @Test(
        "All variable usages are allowed",
        arguments: [
            Check(
                "another type",
                """
                query intCannotGoIntoBoolean($intArg: Int) {
                  arguments {
                    booleanArgField(booleanArg: $intArg)
                  }
                }
                """,
                #"1:30,3:33: Variable "$intArg" of type "Int" used in position expecting type "Boolean"."#
            ),
            Check(
                "a list for one value",
                """
                query booleanListCannotGoIntoBoolean($booleanListArg: [Boolean]) {
                  arguments {
                    booleanArgField(booleanArg: $booleanListArg)
                  }
                }
                """,
                #"1:38,3:33: Variable "$booleanListArg" of type "[Boolean]" used in position expecting type"#
                    + #" "Boolean"."#
            ),
            Check(
                "a nullable variable for a non-null argument",
                """
                query booleanArgQuery($booleanArg: Boolean) {
                  arguments {
                    nonNullBooleanArgField(nonNullBooleanArg: $booleanArg)
                  }
                }
                """,
                #"1:23,3:47: Variable "$booleanArg" of type "Boolean" used in position expecting type "Boolean!"."#
            ),
            Check(
                "a non-null list",
                """
                query nonNullListToList($nonNullBooleanList: [Boolean]!) {
                  arguments {
                    booleanListArgField(booleanListArg: $nonNullBooleanList)
                  }
                }
                """
            ),
            Check(
                "a nullable list for a non-null list",
                """
                query listToNonNullList($booleanList: [Boolean]) {
                  arguments {
                    nonNullBooleanListField(nonNullBooleanListArg: $booleanList)
                  }
                }
                """,
                #"1:25,3:52: Variable "$booleanList" of type "[Boolean]" used in position expecting type"#
                    + #" "[Boolean]!"."#
            ),
            Check(
                "non-null variables in a OneOf object",
                """
                mutation addCat($cat: CatInput!) {
                  addPet(pet: { cat: $cat }) {
                    name
                  }
                }

                mutation addCatWithDefault($cat: CatInput! = { name: "Brontie" }) {
                  addPet(pet: { cat: $cat }) {
                    name
                  }
                }
                """
            ),
            Check(
                "a nullable variable in a OneOf object",
                """
                mutation addNullableCat($cat: CatInput) {
                  addPet(pet: { cat: $cat }) {
                    name
                  }
                }
                """,
                #"1:25,2:22: Variable "$cat" is of type "CatInput" but must be non-nullable to be used for"#
                    + #" OneOf Input Object "PetInput"."#
            ),
            Check(
                "an argument with a default",
                """
                query booleanArgQueryWithDefault($booleanArg: Boolean) {
                  arguments {
                    optionalNonNullBooleanArgField(optionalBooleanArg: $booleanArg)
                  }
                }
                """
            ),
            Check(
                "a variable with a default",
                """
                query booleanArgQueryWithDefault($booleanArg: Boolean = true) {
                  arguments {
                    nonNullBooleanArgField(nonNullBooleanArg: $booleanArg)
                  }
                }
                """
            ),
        ]
    )
    func variablesInAllowedPosition(_ example: Check) throws {
        try example.expect(.variablesInAllowedPosition, schema: Specification.sdl)
    }
}
