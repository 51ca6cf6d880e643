import GraphQLLanguage

/// Every fragment is spread by an operation, directly or through others (GraphQL §5.5.1.4).
final class NoUnusedFragmentsRule: DocumentRule {
    static let events: WalkEvents = .leaveDocument
    private let context: ValidationContext

    init(_ context: ValidationContext) { self.context = context }

    func leaveDocument() {
        var used: Set<String> = []
        for (position, definition) in context.document.definitions.enumerated() {
            guard case .operation = definition else { continue }
            for fragment in context.fragments.reachable(from: position) {
                context.fragments.fragment(at: fragment).map { _ = used.insert($0.name.text) }
            }
        }
        for case .fragment(let fragment) in context.document.definitions where !used.contains(fragment.name.text) {
            context.report("Fragment \"\(fragment.name.text)\" is never used.", at: fragment.offset)
        }
    }
}
