import GraphQLLanguage

/// The fields of an object, interface or input object, its extensions' included, have different names (GraphQL §3.6,
/// §3.7, §3.10).
final class UniqueFieldDefinitionNamesRule: DefinitionRule {
    private let context: DefinitionContext
    private var defined: [String: [String: Provenance?]] = [:]

    init(_ context: DefinitionContext) { self.context = context }

    func enterType(_ type: TypeSystemDefinition) {
        let fields = type.fields.map(\.name) + type.inputFields.map(\.name)
        guard !fields.isEmpty else { return }
        let typeName = type.name.text
        // Taken out while it is added to, so that a type of many extensions is not copied for each.
        var names = defined.removeValue(forKey: typeName) ?? [:]
        for field in fields {
            let name = field.text
            let place = context.place(field.offset)
            if context.schema?.type(named: typeName)?.hasField(named: name) ?? false {
                context.report(
                    """
                    Field "\(typeName).\(name)" already exists in the schema. \
                    It cannot also be defined in this type extension.
                    """,
                    at: place
                )
            } else if let first = names[name] {
                context.report(
                    "Field \"\(typeName).\(name)\" can only be defined once.",
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

extension TypeDefinition {
    fileprivate func hasField(named name: String) -> Bool {
        switch self {
        case .object(let object): object.field(named: name) != nil
        case .interface(let interface): interface.field(named: name) != nil
        case .input(let input): input.field(named: name) != nil
        case .scalar, .union, .enumeration: false
        }
    }
}
