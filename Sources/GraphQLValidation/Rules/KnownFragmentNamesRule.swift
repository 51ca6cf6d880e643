import GraphQLLanguage

/// Spread fragments are defined in the document (GraphQL §5.5.2.1).
enum KnownFragmentNamesRule: DocumentRule {
    static let events: WalkEvents = .enterSpread

    static func enterSpread(_ spread: FragmentSpread, _ context: ValidationContext) {
        guard context.fragments.position(of: spread.name.text) == nil else { return }
        context.report("Unknown fragment \"\(spread.name.text)\".", at: spread.name.offset)
    }
}
