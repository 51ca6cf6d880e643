import GraphQLLanguage

/// No field of an object literal is given twice (GraphQL §5.6.3).
enum UniqueInputFieldNamesRule: DocumentRule {
    static let events: WalkEvents = .enterObject

    static func enterObject(_ fields: [ObjectField], _ context: ValidationContext) {
        guard fields.count > 1 else { return }
        for names in fields.map(\.name).repeated() {
            for name in names.dropFirst() {
                // A name in a value is a part of it.
                let named = context.hidesValues ? "of a name" : "named \"\(name.text)\""
                context.report(
                    "There can be only one input field \(named).",
                    at: [names[0].offset, name.offset]
                )
            }
        }
    }
}
