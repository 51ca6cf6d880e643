import GraphQLLanguage
import GraphQLSchema

extension CatalogCheck {
    /// Checks a function that finds the keys of rows by a text (MATCH): its signature, and that an index serves it.
    mutating func checkSearch(
        _ name: QualifiedName,
        of table: TableMapping,
        _ place: String,
        _ provenance: Provenance?,
        needsIndex: Bool
    ) {
        guard table.key.count == 1 else {
            report(
                "\(place): MATCH needs a type with one key column; \(table.typename) has \(table.key.count)",
                at: provenance
            )
            return
        }
        guard let type = catalog.relations[table.relation]?.columns[table.key[0]]?.type else { return }
        let found = catalog.functions[name]?.first { function in
            function.returnsSet && function.argumentTypes.map { ColumnType(oid: $0) } == [.text]
                && ColumnType(oid: function.returnType) == type
        }
        guard let found else {
            let close = closest(name.description, catalog.functions.keys.map(\.description))
            let fault = catalog.functions[name] == nil ? close : "; it takes or returns something else"
            report(
                "\(place): there is no function \(name)(text) that returns SETOF \(type.sql)\(fault)",
                at: provenance
            )
            return
        }
        checkRights(on: found, named: name, place, provenance)
        guard needsIndex, !catalog.hasSearchIndex(for: found) else { return }
        report(
            found.uses.isEmpty
                ? "\(place): what \(name) searches is not known; it needs a standard SQL body (RETURN or BEGIN ATOMIC)"
                : "\(place): no GIN or GiST index serves an operator of \(name)",
            at: provenance
        )
    }

    /// A prefix is a range of an index that compares bytes.
    mutating func checkPrefixIndex(_ name: String, of table: TableMapping, _ place: String, _ provenance: Provenance?) {
        guard let relation = catalog.relations[table.relation], relation.isTable, relation.columns[name]?.type == .text,
            !relation.hasPrefixIndex(on: name)
        else { return }
        report(
            "\(place): no index of \(table.relation) begins with (\(name) text_pattern_ops), or \(name) in the "
                + "collation \"C\"",
            at: provenance
        )
    }
}
