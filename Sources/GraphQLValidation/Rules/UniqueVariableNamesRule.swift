import GraphQLLanguage

/// No two variables of an operation have the same name (GraphQL §5.8.1).
final class UniqueVariableNamesRule: DocumentRule {
    static let events: WalkEvents = .enterOperation
    private let context: ValidationContext

    init(_ context: ValidationContext) { self.context = context }

    func enterOperation(_ operation: OperationDefinition) {
        for names in operation.variables.map(\.name).repeated() {
            context.report("There can be only one variable named \"$\(names[0].text)\".", at: names.map(\.offset))
        }
    }
}
