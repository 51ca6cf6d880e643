import GraphQLLanguage

/// An operation without a name is the document's only one (GraphQL §5.2.3.1).
enum LoneAnonymousOperationRule: DocumentRule {
    static let events: WalkEvents = .enterOperation

    static func enterOperation(_ operation: OperationDefinition, _ context: ValidationContext) {
        guard operation.name == nil, !isLone(context.document) else { return }
        context.report("This anonymous operation must be the only defined operation.", at: operation.offset)
    }

    private static func isLone(_ document: Document) -> Bool {
        var count = 0
        for case .operation in document.definitions {
            count += 1
            if count > 1 { return false }
        }
        return true
    }
}
