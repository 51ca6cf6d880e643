/// A document that is not GraphQL: what was expected, what was found, where (graphql-js' wording).
package struct SyntaxError: Error, Sendable {
    /// Without the `Syntax Error: ` prefix.
    package let message: String
    package let offset: Int

    package init(_ message: String, offset: Int) {
        self.message = message
        self.offset = offset
    }

    /// The error as a client sees it.
    package func graphQLError(in source: Source) -> GraphQLError {
        GraphQLError(
            "Syntax Error: \(message)",
            locations: [source.location(at: offset)],
            code: "GRAPHQL_PARSE_FAILED"
        )
    }
}
