import GraphQLValidation
import Testing

/// The examples of GraphQL §5.6.2.
struct InputObjectFieldNamesExamples {
    @Test(
        "Input object field names",
        arguments: [
            Check(
                "a defined field",
                """
                {
                  findDog(searchBy: { name: "Fido" }) {
                    name
                  }
                }
                """
            ),
            Check(
                "an unknown field",
                """
                {
                  findDog(searchBy: { favoriteCookieFlavor: "Bacon" }) {
                    name
                  }
                }
                """,
                #"2:23: Expected value of type "FindDogInput" not to include unknown field"#
                    + #" "favoriteCookieFlavor", found: { favoriteCookieFlavor: "Bacon" }."#
            ),
        ]
    )
    func valuesOfCorrectType(_ example: Check) throws {
        try example.expect(.valuesOfCorrectType, schema: Specification.sdl)
    }
}
