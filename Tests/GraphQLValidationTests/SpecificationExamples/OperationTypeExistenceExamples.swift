import GraphQLValidation
import Testing

/// The examples of GraphQL §5.2.1.1.
struct OperationTypeExistenceExamples {
    private static let sdl = """
        type Query { hello: String }
        """

    @Test(
        "Operation type existence",
        arguments: [
            Check(
                "a query",
                """
                query helloQuery {
                  hello
                }
                """
            ),
            Check(
                "a mutation without a root type",
                """
                mutation goodbyeMutation {
                  goodbye
                }
                """,
                "1:1: The mutation operation is not supported by the schema."
            ),
        ]
    )
    func knownOperationTypes(_ example: Check) throws { try example.expect(.knownOperationTypes, schema: Self.sdl) }
}
