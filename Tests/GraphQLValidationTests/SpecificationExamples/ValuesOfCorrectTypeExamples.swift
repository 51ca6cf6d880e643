import GraphQLValidation
import Testing

/// The examples of GraphQL §5.6.1.
struct ValuesOfCorrectTypeExamples {
    @Test(
        "Values of correct type",
        arguments: [
            Check(
                "literals that fit",
                """
                fragment goodBooleanArg on Arguments {
                  booleanArgField(booleanArg: true)
                }

                fragment coercedIntIntoFloatArg on Arguments {
                  # Note: The input coercion rules for Float allow Int literals.
                  floatArgField(floatArg: 123)
                }

                query goodComplexDefaultValue($search: FindDogInput = { name: "Fido" }) {
                  findDog(searchBy: $search) {
                    name
                  }
                }

                mutation addPet($pet: PetInput! = { cat: { name: "Brontie" } }) {
                  addPet(pet: $pet) {
                    name
                  }
                }
                """
            ),
            Check(
                "literals that do not fit",
                """
                fragment stringIntoInt on Arguments {
                  intArgField(intArg: "123")
                }

                query badComplexValue {
                  findDog(searchBy: { name: 123 }) {
                    name
                  }
                }

                mutation oneOfWithNoFields {
                  addPet(pet: {}) {
                    name
                  }
                }

                mutation oneOfWithTwoFields($dog: DogInput) {
                  addPet(pet: { cat: { name: "Brontie" }, dog: $dog }) {
                    name
                  }
                }
                """,
                #"2:23: Int cannot represent non-integer value: "123""#,
                "6:29: String cannot represent a non string value: 123",
                #"12:15: Within OneOf Input Object type "PetInput", exactly one field must be specified,"#
                    + " and the value for that field must be non-null.",
                #"18:15: Within OneOf Input Object type "PetInput", exactly one field must be specified,"#
                    + " and the value for that field must be non-null."
            ),
        ]
    )
    func valuesOfCorrectType(_ example: Check) throws {
        try example.expect(.valuesOfCorrectType, schema: Specification.sdl)
    }

    @Test(
        "Values of correct type for OneOf",
        arguments: [
            Check(
                "a nullable variable in a list of OneOf objects",
                """
                mutation listOfOneOfWithNullableVariable($dog: DogInput) {
                  addPets(pets: [{ dog: $dog }]) {
                    name
                  }
                }
                """,
                #"1:42,2:25: Variable "$dog" is of type "DogInput" but must be non-nullable to be used for"#
                    + #" OneOf Input Object "PetInput"."#
            )
        ]
    )
    func variablesInAllowedPosition(_ example: Check) throws {
        try example.expect(.variablesInAllowedPosition, schema: Specification.sdl)
    }
}
