import GraphQLLanguage

/// No two fragments have the same name (GraphQL §5.5.1.1).
final class UniqueFragmentNamesRule: DocumentRule {
    static let events: WalkEvents = .enterFragment
    private let context: ValidationContext
    private var known: [String: Int] = [:]

    init(_ context: ValidationContext) { self.context = context }

    func enterFragment(_ fragment: FragmentDefinition) {
        let name = fragment.name
        if let first = known[name.text] {
            context.report("There can be only one fragment named \"\(name.text)\".", at: [first, name.offset])
        } else {
            known[name.text] = name.offset
        }
    }
}
