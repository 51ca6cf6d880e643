/// Whether a composed schema may take the place of the published one.
///
/// It may if every breaking change is allowed by name: by the changed element's coordinate, `Letter.oldField`, or by
/// the name of the one change, `FIELD_REMOVED:Letter.oldField`, as the report prints it.
package struct SchemaCheck: Sendable {
    package let changes: SchemaChanges
    /// Breaking changes that nothing allows.
    package let refused: [SchemaChange]
    /// Breaking changes that are allowed.
    package let allowed: [SchemaChange]
    /// Allowances that no breaking change needs, each once, in the order given.
    package let unusedAllowances: [String]

    package init(published: Schema, composed: Schema, allowed allowances: [String]) {
        changes = SchemaChanges(from: published, to: composed)
        let names = Set(allowances)
        let breaking = changes.breaking
        allowed = breaking.filter { names.contains($0.coordinate) || names.contains($0.name) }
        refused = breaking.filter { !names.contains($0.coordinate) && !names.contains($0.name) }
        let used = Set(allowed.flatMap { [$0.coordinate, $0.name] })
        var seen: Set<String> = []
        unusedAllowances = allowances.filter { !used.contains($0) && seen.insert($0).inserted }
    }

    package var passes: Bool { refused.isEmpty }
}

extension SchemaChange {
    /// What allows this change and no other: `FIELD_REMOVED:Letter.oldField`.
    package var name: String { "\(kind.rawValue):\(coordinate)" }
}
