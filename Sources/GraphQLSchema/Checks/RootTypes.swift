import GraphQLLanguage

extension TypeSystemChecks {
    /// There is a query root, roots are objects, and no two are the same (GraphQL §3.3.1).
    mutating func checkRootTypes() {
        if schema.queryTypeName == nil {
            report("Query root type must be provided.", at: schema.places.definition)
        }
        var roots: [(name: String, kinds: [OperationKind])] = []
        for kind in OperationKind.all {
            guard let name = schema.rootTypeName(for: kind), let type = schema.type(named: name) else { continue }
            guard case .object = type else {
                let condition = kind == .query ? "" : " if provided"
                report(
                    "\(kind.title) root type must be Object type\(condition), it cannot be \(name).",
                    at: schema.places.rootTypes[kind] ?? type.provenance
                )
                continue
            }
            if let index = roots.firstIndex(where: { $0.name == name }) {
                roots[index].kinds.append(kind)
            } else {
                roots.append((name, [kind]))
            }
        }
        for (name, kinds) in roots where kinds.count > 1 {
            let names = kinds.map(\.rawValue)
            let list = names.count == 2 ? names.joined(separator: " and ") : "query, mutation, and subscription"
            report(
                "All root types must be different, \"\(name)\" type is used as \(list) root types.",
                at: kinds.map { schema.places.rootTypes[$0] }
            )
        }
    }
}
