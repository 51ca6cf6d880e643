/// All differences between two type systems, in graphql-js' order: types first, then directives.
package struct SchemaChanges: Sendable {
    package let all: [SchemaChange]

    /// Compares two schemas as a client sees them; applied directives and the order of members do not count.
    package init(from old: Schema, to new: Schema) {
        var search = ChangeSearch(old: old, new: new)
        search.compareTypes()
        search.compareDirectives()
        all = search.changes
    }

    package var breaking: [SchemaChange] { all.filter { $0.severity == .breaking } }
    package var dangerous: [SchemaChange] { all.filter { $0.severity == .dangerous } }
    package var safe: [SchemaChange] { all.filter { $0.severity == .safe } }
}
