import GraphQLLanguage

/// No two operations have the same name (GraphQL §5.2.2.1).
final class UniqueOperationNamesRule: DocumentRule {
    static let events: WalkEvents = .enterOperation
    private let context: ValidationContext
    private var known: [String: Int] = [:]

    init(_ context: ValidationContext) { self.context = context }

    func enterOperation(_ operation: OperationDefinition) {
        guard let name = operation.name else { return }
        if let first = known[name.text] {
            context.report("There can be only one operation named \"\(name.text)\".", at: [first, name.offset])
        } else {
            known[name.text] = name.offset
        }
    }
}
