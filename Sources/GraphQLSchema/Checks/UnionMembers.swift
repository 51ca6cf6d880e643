extension TypeSystemChecks {
    /// A union has members, each an object type, each once (GraphQL §3.8).
    mutating func checkMembers(of union: UnionType) {
        if union.members.isEmpty {
            diagnostics.report(
                "Union type \(union.name) must define one or more member types.",
                at: union.provenance
            )
        }
        var seen: Set<String> = []
        for member in union.members {
            guard seen.insert(member).inserted else {
                diagnostics.report(
                    "Union type \(union.name) can only include type \(member) once.",
                    at: union.provenance
                )
                continue
            }
            switch schema.type(named: member) {
            case .object, nil: break
            default:
                diagnostics.report(
                    "Union type \(union.name) can only include Object types, it cannot include \(member).",
                    at: union.provenance
                )
            }
        }
    }
}
