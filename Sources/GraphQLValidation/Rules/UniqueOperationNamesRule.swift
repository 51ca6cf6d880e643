import GraphQLLanguage

/// No two operations have the same name (GraphQL §5.2.2.1).
enum UniqueOperationNamesRule: DocumentRule {
    static let events: WalkEvents = .enterOperation

    static func enterOperation(_ operation: OperationDefinition, _ context: ValidationContext) {
        guard let name = operation.name, context.document.definitions.count > 1 else { return }
        if let first = context.memory.operationNames[name.text] {
            context.report("There can be only one operation named \"\(name.text)\".", at: [first, name.offset])
        } else {
            context.memory.operationNames[name.text] = name.offset
        }
    }
}
