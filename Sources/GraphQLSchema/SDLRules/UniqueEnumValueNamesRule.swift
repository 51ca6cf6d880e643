import GraphQLLanguage

/// The values of an enum, its extensions' included, have different names (GraphQL §3.9).
final class UniqueEnumValueNamesRule: DefinitionRule {
    private let context: DefinitionContext
    private var defined: [String: [String: Provenance?]] = [:]

    init(_ context: DefinitionContext) { self.context = context }

    func enterType(_ type: TypeSystemDefinition) {
        guard case .enumeration(let values) = type.body else { return }
        let typeName = type.name.text
        // Taken out while it is added to, so that a type of many extensions is not copied for each.
        var names = defined.removeValue(forKey: typeName) ?? [:]
        for value in values {
            let name = value.name.text
            let place = context.place(value.name.offset)
            if case .enumeration(let existing) = context.schema?.type(named: typeName),
                existing.value(named: name) != nil
            {
                context.report(
                    """
                    Enum value "\(typeName).\(name)" already exists in the schema. \
                    It cannot also be defined in this type extension.
                    """,
                    at: place
                )
            } else if let first = names[name] {
                context.report(
                    "Enum value \"\(typeName).\(name)\" can only be defined once.",
                    at: first,
                    place,
                    primary: 1
                )
            } else {
                names[name] = place
            }
        }
        defined[typeName] = names
    }
}
