import GraphQLValidation
import Testing

/// The examples of GraphQL §5.1.1.
struct ExecutableDefinitionsExamples {
    @Test(
        "Executable definitions",
        arguments: [
            Check(
                "an extension beside an operation",
                """
                query getDogName {
                  dog {
                    name
                    color
                  }
                }

                extend type Dog {
                  color: String
                }
                """,
                #"8:1: The "Dog" definition is not executable."#
            )
        ]
    )
    func executableDefinitions(_ example: Check) throws {
        try example.expect(.executableDefinitions, schema: Specification.sdl)
    }
}
