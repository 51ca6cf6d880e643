import GraphQLLanguage
import GraphQLSchema

/// Types named by variables and type conditions exist (GraphQL §5.5.1.2, §5.8.2).
enum KnownTypeNamesRule: DocumentRule {
    static let events: WalkEvents = .enterTypeName

    static func enterTypeName(_ name: Name, inTypeSystem: Bool, _ context: ValidationContext) {
        guard context.schema.type(named: name.text) == nil else { return }
        let defined = definedTypeNames(context)
        if defined.contains(name.text) || (inTypeSystem && standard.contains(name.text)) { return }
        let known = context.schema.types.map(\.name) + defined + (inTypeSystem ? standard : [])
        let suggestion = context.suggestion(for: name.text, from: known)
        context.report("Unknown type \"\(name.text)\".\(suggestion)", at: name.offset)
    }

    /// Types that the document itself defines; mostly none.
    private static func definedTypeNames(_ context: ValidationContext) -> Set<String> {
        if let names = context.memory.definedTypeNames { return names }
        var names: Set<String> = []
        for case .type(let type) in context.document.definitions where !type.isExtension {
            names.insert(type.name.text)
        }
        context.memory.definedTypeNames = names
        return names
    }

    /// Types that a type system has without defining them.
    private static let standard = [
        "Int", "Float", "String", "Boolean", "ID", "__Schema", "__Directive", "__DirectiveLocation", "__Type",
        "__Field",
        "__InputValue", "__EnumValue", "__TypeKind",
    ]
}
