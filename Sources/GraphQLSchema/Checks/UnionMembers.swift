extension TypeSystemChecks {
    /// A union has members, each an object type, each once (GraphQL §3.8).
    mutating func checkMembers(of union: UnionType) {
        if union.members.isEmpty {
            report(
                "Union type \(union.name) must define one or more member types.",
                at: TypeDefinition.union(union).definitionPlaces
            )
        }
        var seen: Set<String> = []
        for member in union.members {
            let places = union.places.references(to: member, in: union.members)
            switch schema.type(named: member) {
            case nil: break
            case .object:
                guard !seen.insert(member).inserted else { continue }
                report(
                    "Union type \(union.name) can only include type \(member) once.",
                    at: places,
                    primary: places.count - 1
                )
            default:
                report(
                    "Union type \(union.name) can only include Object types, it cannot include \(member).",
                    at: places
                )
            }
        }
    }
}
