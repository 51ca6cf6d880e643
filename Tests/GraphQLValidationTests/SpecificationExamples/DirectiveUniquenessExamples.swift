import GraphQLValidation
import Testing

/// The examples of GraphQL §5.7.3.
struct DirectiveUniquenessExamples {
    @Test(
        "Directives are unique per location",
        arguments: [
            Check(
                "a directive twice",
                """
                query ($foo: Boolean = true, $bar: Boolean = false) {
                  field @skip(if: $foo) @skip(if: $bar)
                }
                """,
                #"2:9,2:25: The directive "@skip" can only be used once at this location."#
            ),
            Check(
                "a directive at two places",
                """
                query ($foo: Boolean = true, $bar: Boolean = false) {
                  field @skip(if: $foo) {
                    subfieldA
                  }
                  field @skip(if: $bar) {
                    subfieldB
                  }
                }
                """
            ),
        ]
    )
    func uniqueDirectivesPerLocation(_ example: Check) throws {
        try example.expect(.uniqueDirectivesPerLocation, schema: Specification.sdl)
    }
}
