import GraphQLLanguage

/// No two fragments have the same name (GraphQL §5.5.1.1).
enum UniqueFragmentNamesRule: DocumentRule {
    static let events: WalkEvents = .enterFragment

    static func enterFragment(_ fragment: FragmentDefinition, _ context: ValidationContext) {
        let name = fragment.name
        if let first = context.memory.fragmentNames[name.text] {
            context.report("There can be only one fragment named \"\(name.text)\".", at: [first, name.offset])
        } else {
            context.memory.fragmentNames[name.text] = name.offset
        }
    }
}
