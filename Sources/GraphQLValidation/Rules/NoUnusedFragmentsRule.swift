import GraphQLLanguage

/// Every fragment is spread by an operation, directly or through others (GraphQL §5.5.1.4).
enum NoUnusedFragmentsRule: DocumentRule {
    static let events: WalkEvents = .leaveDocument

    static func leaveDocument(_ context: ValidationContext) {
        guard !context.fragments.isEmpty else { return }
        let operations = context.document.definitions.indices.filter {
            if case .operation = context.document.definitions[$0] { true } else { false }
        }
        guard let id = context.references.reached(from: operations) else { return context.abort() }
        let used = Set(context.references.fragments(id).map(\.name.text))
        for case .fragment(let fragment) in context.document.definitions where !used.contains(fragment.name.text) {
            context.report("Fragment \"\(fragment.name.text)\" is never used.", at: fragment.offset)
        }
    }
}
