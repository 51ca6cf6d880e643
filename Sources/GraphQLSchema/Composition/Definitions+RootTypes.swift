import GraphQLLanguage

extension Definitions {
    /// Provides an empty root type, where the first extension stands, for a root that is extended but defined nowhere.
    mutating func addRootTypes() {
        for name in rootTypeNames where firstPosition(of: name, where: { !$0.isExtension }) == nil {
            guard let position = firstPosition(of: name, where: { _ in true }),
                case .type(let first) = all[position].node, case .object = first.body
            else { continue }
            let base = TypeSystemDefinition(
                description: nil,
                isExtension: false,
                name: first.name,
                directives: [],
                body: .object(interfaces: [], fields: []),
                offset: first.offset
            )
            insert([base], from: all[position].origin, at: position)
        }
    }

    /// Names of the root types as schema definitions say, else the default names.
    private var rootTypeNames: [String] {
        let schemas = schemas.map(\.node)
        let isDefined = schemas.contains { !$0.isExtension }
        return OperationKind.all.compactMap { kind in
            let operation = schemas.lazy.flatMap(\.operations).first { $0.kind == kind }
            return operation?.type.text ?? (isDefined ? nil : kind.defaultTypeName)
        }
    }
}
