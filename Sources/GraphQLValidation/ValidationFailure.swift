package import GraphQLLanguage

/// Why a document was refused; nothing of it may be executed.
package struct ValidationFailure: Error, Sendable {
    /// At least one, in document order where rules allow it.
    ///
    /// Their codes are `GRAPHQL_VALIDATION_FAILED` for a broken rule, `QUERY_TOO_COMPLEX` for a passed limit.
    package let errors: [GraphQLError]

    package init(errors: [GraphQLError]) { self.errors = errors }
}

/// The codes of `extensions.code` that validation gives.
enum ValidationCode {
    static let ruleBroken = "GRAPHQL_VALIDATION_FAILED"
    static let limitPassed = "QUERY_TOO_COMPLEX"
}
