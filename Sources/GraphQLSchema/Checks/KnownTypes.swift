import GraphQLLanguage

extension DefinitionChecks {
    /// Every named type that is referred to is defined; the engine's own types serve only its own directives.
    mutating func checkKnownTypes() {
        let engineTypes = Set(baseTypes.values.lazy.filter { $0.origin.role == .engine }.map(\.node.name.text))
        var known: [String] = Standard.typeNames
        for type in definitions.types where !type.node.isExtension && type.origin.role != .engine {
            known.append(type.node.name.text)
        }
        let knownToFragments = Set(known)
        let knownToEngine = knownToFragments.union(engineTypes)
        for (name, origin) in references {
            let isKnown = (origin.role == .engine ? knownToEngine : knownToFragments).contains(name.text)
            guard !isKnown else { continue }
            diagnostics.report(
                "Unknown type \"\(name.text)\"." + Suggestions.didYouMean(name.text, among: known),
                at: origin.provenance(at: name.offset)
            )
        }
    }

    /// Every type name that is written where a type is meant.
    private var references: [(Name, Origin)] {
        var result: [(Name, Origin)] = []
        func add(_ type: TypeReference, _ origin: Origin) { result.append((type.innermostName, origin)) }
        for schema in definitions.schemas {
            result += schema.node.operations.map { ($0.type, schema.origin) }
        }
        for type in definitions.types {
            result += (type.node.interfaces + type.node.members).map { ($0, type.origin) }
            for field in type.node.fields {
                for argument in field.arguments { add(argument.type, type.origin) }
                add(field.type, type.origin)
            }
            for field in type.node.inputFields { add(field.type, type.origin) }
        }
        for directive in definitions.directives {
            for argument in directive.node.arguments { add(argument.type, directive.origin) }
        }
        return result
    }
}

extension TypeReference {
    fileprivate var innermostName: Name {
        switch self {
        case .named(let name): name
        case .list(let inner, _), .nonNull(let inner): inner.innermostName
        }
    }
}
