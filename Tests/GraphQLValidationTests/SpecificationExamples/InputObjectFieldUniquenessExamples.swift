import GraphQLValidation
import Testing

/// The examples of GraphQL §5.6.3.
struct InputObjectFieldUniquenessExamples {
    @Test(
        "Input object field uniqueness",
        arguments: [
            Check(
                "a field twice",
                """
                {
                  field(arg: { field: true, field: false })
                }
                """,
                #"2:16,2:29: There can be only one input field named "field"."#
            )
        ]
    )
    func uniqueInputFieldNames(_ example: Check) throws {
        try example.expect(.uniqueInputFieldNames, schema: Specification.sdl)
    }
}
