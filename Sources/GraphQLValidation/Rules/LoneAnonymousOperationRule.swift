import GraphQLLanguage

/// An operation without a name is the document's only one (GraphQL §5.2.3.1).
final class LoneAnonymousOperationRule: DocumentRule {
    static let events: WalkEvents = .enterOperation
    private let context: ValidationContext
    private let isLone: Bool

    init(_ context: ValidationContext) {
        self.context = context
        let operations = context.document.definitions.filter { if case .operation = $0 { true } else { false } }
        isLone = operations.count <= 1
    }

    func enterOperation(_ operation: OperationDefinition) {
        guard operation.name == nil, !isLone else { return }
        context.report("This anonymous operation must be the only defined operation.", at: operation.offset)
    }
}
