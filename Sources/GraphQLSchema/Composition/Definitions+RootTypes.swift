import GraphQLLanguage

extension Definitions {
    /// Provides an empty root type, where the first extension stands, for a root that is extended but defined nowhere.
    mutating func addRootTypes() {
        let hasSchemaDefinition = schemas.contains { !$0.node.isExtension }
        let names = OperationKind.all.compactMap { kind in
            rootTypeName(for: kind) ?? (hasSchemaDefinition ? nil : kind.defaultTypeName)
        }
        for name in names where !types.contains(where: { $0.node.name.text == name && !$0.node.isExtension }) {
            guard let position = types.firstIndex(where: { $0.node.name.text == name }) else { continue }
            let first = types[position]
            guard case .object = first.node.body else { continue }
            let base = TypeSystemDefinition(
                description: nil,
                isExtension: false,
                name: first.node.name,
                directives: [],
                body: .object(interfaces: [], fields: []),
                offset: first.node.offset
            )
            types.insert(Sourced(node: base, origin: first.origin), at: position)
        }
    }
}
