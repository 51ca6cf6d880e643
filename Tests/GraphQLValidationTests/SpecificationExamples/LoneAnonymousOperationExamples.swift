import GraphQLValidation
import Testing

/// The examples of GraphQL §5.2.3.1.
struct LoneAnonymousOperationExamples {
    @Test(
        "Lone anonymous operation",
        arguments: [
            Check(
                "the only operation",
                """
                {
                  dog {
                    name
                  }
                }
                """
            ),
            Check(
                "beside a named one",
                """
                {
                  dog {
                    name
                  }
                }

                query getName {
                  dog {
                    owner {
                      name
                    }
                  }
                }
                """,
                "1:1: This anonymous operation must be the only defined operation."
            ),
        ]
    )
    func loneAnonymousOperation(_ example: Check) throws {
        try example.expect(.loneAnonymousOperation, schema: Specification.sdl)
    }
}
