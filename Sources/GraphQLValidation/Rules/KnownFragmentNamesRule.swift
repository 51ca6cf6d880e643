import GraphQLLanguage

/// Spread fragments are defined in the document (GraphQL §5.5.2.1).
final class KnownFragmentNamesRule: DocumentRule {
    static let events: WalkEvents = .enterSpread
    private let context: ValidationContext

    init(_ context: ValidationContext) { self.context = context }

    func enterSpread(_ spread: FragmentSpread) {
        guard context.fragments.position(of: spread.name.text) == nil else { return }
        context.report("Unknown fragment \"\(spread.name.text)\".", at: spread.name.offset)
    }
}
