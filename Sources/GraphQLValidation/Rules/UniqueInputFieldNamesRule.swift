import GraphQLLanguage

/// No field of an object literal is given twice (GraphQL §5.6.3).
final class UniqueInputFieldNamesRule: DocumentRule {
    static let events: WalkEvents = .enterObject
    private let context: ValidationContext

    init(_ context: ValidationContext) { self.context = context }

    func enterObject(_ fields: [ObjectField]) {
        guard fields.count > 1 else { return }
        for names in fields.map(\.name).repeated() {
            for name in names.dropFirst() {
                context.report(
                    "There can be only one input field named \"\(name.text)\".",
                    at: [names[0].offset, name.offset]
                )
            }
        }
    }
}
