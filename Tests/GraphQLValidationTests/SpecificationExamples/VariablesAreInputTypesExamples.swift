import GraphQLValidation
import Testing

/// The examples of GraphQL §5.8.2.
struct VariablesAreInputTypesExamples {
    @Test(
        "Variables are input types",
        arguments: [
            Check(
                "input types",
                """
                query takesBoolean($atOtherHomes: Boolean) {
                  dog {
                    isHouseTrained(atOtherHomes: $atOtherHomes)
                  }
                }

                query takesComplexInput($search: FindDogInput) {
                  findDog(searchBy: $search) {
                    name
                  }
                }

                query TakesListOfBooleanBang($booleans: [Boolean!]) {
                  booleanList(booleanListArg: $booleans)
                }
                """
            ),
            Check(
                "an object, a list of interfaces and a union",
                """
                query takesCat($cat: Cat) {
                  dog { name }
                }

                query takesDogBang($dog: Dog!) {
                  dog { name }
                }

                query takesListOfPet($pets: [Pet]) {
                  dog { name }
                }

                query takesCatOrDog($catOrDog: CatOrDog) {
                  dog { name }
                }
                """,
                #"1:22: Variable "$cat" cannot be non-input type "Cat"."#,
                #"5:26: Variable "$dog" cannot be non-input type "Dog!"."#,
                #"9:29: Variable "$pets" cannot be non-input type "[Pet]"."#,
                #"13:32: Variable "$catOrDog" cannot be non-input type "CatOrDog"."#
            ),
        ]
    )
    func variablesAreInputTypes(_ example: Check) throws {
        try example.expect(.variablesAreInputTypes, schema: Specification.sdl)
    }
}
