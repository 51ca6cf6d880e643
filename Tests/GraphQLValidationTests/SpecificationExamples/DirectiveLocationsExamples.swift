import GraphQLValidation
import Testing

/// The examples of GraphQL §5.7.2.
struct DirectiveLocationsExamples {
    @Test(
        "Directives are in valid locations",
        arguments: [
            Check(
                "a condition on a query",
                """
                query @skip(if: $foo) {
                  field
                }
                """,
                #"1:7: Directive "@skip" may not be used on QUERY."#
            )
        ]
    )
    func knownDirectives(_ example: Check) throws { try example.expect(.knownDirectives, schema: Specification.sdl) }
}
