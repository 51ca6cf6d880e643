import GraphQLLanguage

/// Types have different names (GraphQL §3.3).
final class UniqueTypeNamesRule: DefinitionRule {
    private let context: DefinitionContext
    private var defined: [String: Provenance?] = [:]

    init(_ context: DefinitionContext) { self.context = context }

    func enterType(_ type: TypeSystemDefinition) {
        guard !type.isExtension else { return }
        let name = type.name.text
        let place = context.place(type.name.offset)
        if context.schema?.type(named: name) != nil {
            context.report(
                """
                Type "\(name)" already exists in the schema. It cannot also be defined in this type definition.
                """,
                at: place
            )
        } else if let first = defined[name] {
            context.report("There can be only one type named \"\(name)\".", at: first, place, primary: 1)
        } else {
            defined[name] = place
        }
    }
}
