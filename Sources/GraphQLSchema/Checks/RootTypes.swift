import GraphQLLanguage

extension TypeSystemChecks {
    /// There is a query root, roots are objects, and no two are the same (GraphQL §3.3.1).
    mutating func checkRootTypes() {
        if schema.queryTypeName == nil { diagnostics.report("Query root type must be provided.") }
        let roots: [(OperationKind, String?)] = [
            (.query, schema.queryTypeName),
            (.mutation, schema.mutationTypeName),
            (.subscription, schema.subscriptionTypeName),
        ]
        var kinds: [(type: TypeDefinition, kinds: [String])] = []
        for case (let kind, let name?) in roots {
            guard let type = schema.type(named: name) else { continue }
            guard case .object = type else {
                let condition = kind == .query ? "" : " if provided"
                diagnostics.report(
                    "\(kind.title) root type must be Object type\(condition), it cannot be \(name).",
                    at: type.provenance
                )
                continue
            }
            if let index = kinds.firstIndex(where: { $0.type.name == name }) {
                kinds[index].kinds.append(kind.rawValue)
            } else {
                kinds.append((type, [kind.rawValue]))
            }
        }
        for (type, kinds) in kinds where kinds.count > 1 {
            let list =
                kinds.count == 2
                ? kinds.joined(separator: " and ") : "\(kinds.dropLast().joined(separator: ", ")), and \(kinds[2])"
            diagnostics.report(
                "All root types must be different, \"\(type.name)\" type is used as \(list) root types.",
                at: type.provenance
            )
        }
    }
}
