import GraphQLLanguage

/// No two variables of an operation have the same name (GraphQL §5.8.1).
enum UniqueVariableNamesRule: DocumentRule {
    static let events: WalkEvents = .enterOperation

    static func enterOperation(_ operation: OperationDefinition, _ context: ValidationContext) {
        guard operation.variables.count > 1 else { return }
        for names in operation.variables.map(\.name).repeated() {
            context.report("There can be only one variable named \"$\(names[0].text)\".", at: names.map(\.offset))
        }
    }
}
