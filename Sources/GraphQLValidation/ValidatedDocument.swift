package import GraphQLLanguage
package import GraphQLSchema

/// A document that may be executed against the schema it was checked with (GraphQL §5).
package struct ValidatedDocument: Sendable {
    package let document: Document
    package let schema: Schema
    /// Whether no message repeats one of its literals: it writes, or takes personal data.
    package let hidesValues: Bool
    /// Whether no message repeats the value of any variable: it writes.
    package let hidesVariables: Bool
    /// The variables whose values no message repeats: those that stand where personal data is taken, or may hold some.
    package let personalVariables: Set<String>
    /// Whether messages name nothing of the schema that the client did not write.
    package let hidesSuggestions: Bool

    /// Checks the limits, then every rule; the only way to a validated document.
    package init(
        validating document: Document,
        against schema: Schema,
        options: ValidationOptions = ValidationOptions()
    ) throws(ValidationFailure) {
        let context = ValidationContext(document: document, schema: schema, options: options)
        if let error = LimitCheck(limits: options.limits).firstViolation(in: document, fragments: context.fragments) {
            throw ValidationFailure(errors: [error])
        }
        let errors = context.errors(breaking: .specified)
        guard errors.isEmpty else { throw ValidationFailure(errors: errors) }
        self.document = document
        self.schema = schema
        hidesValues = context.hidesValues
        hidesVariables = options.personalDataDirective != nil && document.writes
        personalVariables = context.personalInputs.variables
        hidesSuggestions = options.hidesSuggestions
    }
}

/// Checks a document against rules alone: of the limits, only the comparison budget holds.
package func validate(
    _ document: Document,
    against schema: Schema,
    rules: [ValidationRule] = ValidationRule.specified,
    options: ValidationOptions = ValidationOptions()
) -> [GraphQLError] {
    ValidationContext(document: document, schema: schema, options: options)
        .errors(breaking: rules == ValidationRule.specified ? .specified : RuleSchedule(rules))
}
