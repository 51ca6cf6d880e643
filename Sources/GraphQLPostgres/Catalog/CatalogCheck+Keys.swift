import GraphQLSchema

extension CatalogCheck {
    /// A key tells rows apart, and puts them in an order where nothing else does.
    mutating func checkKey(_ table: TableMapping, _ relation: Catalog.Relation) {
        let place = "The key of \(table.typename)"
        for name in table.key { checkOrdered(name, of: table, place, table.provenance) }
        let key = (table.typeColumn.map { [$0] } ?? []) + table.key
        let columns = key.compactMap { name in relation.columns[name].map { (name, $0) } }
        guard relation.isTable, columns.count == key.count else { return }
        if !relation.isUnique(key) {
            report(
                "\(place): no unique index of \(table.relation) is within (\(key.joined(separator: ", ")))",
                at: table.provenance
            )
        }
        // A materialized view's columns are never declared NOT NULL.
        guard relation.columns.values.contains(where: { !$0.isNullable }) else { return }
        for (name, column) in columns where column.isNullable {
            report("\(place): \(table.relation).\(name) may be NULL", at: table.provenance)
        }
    }

    /// Columns that a foreign key pairs otherwise are in the wrong order, though their types agree.
    mutating func checkPairing(
        _ here: [String],
        of table: TableMapping,
        _ there: [String],
        of target: TableMapping,
        _ place: String,
        _ provenance: Provenance?
    ) {
        let keys = (catalog.relations[table.relation]?.foreignKeys ?? []).filter { key in
            key.target == target.relation && Set(key.columns) == Set(here) && Set(key.targetColumns) == Set(there)
        }
        let pairs = Dictionary(zip(here, there)) { first, _ in first }
        func agrees(_ key: Catalog.ForeignKey) -> Bool {
            zip(key.columns, key.targetColumns).allSatisfy { pairs[$0] == $1 }
        }
        guard let key = keys.first, !keys.contains(where: agrees),
            let (column, other) = zip(key.columns, key.targetColumns).first(where: { pairs[$0] != $1 })
        else { return }
        report(
            "\(place): the foreign key pairs \(table.relation).\(column) with \(target.relation).\(other), not with "
                + (pairs[column] ?? ""),
            at: provenance
        )
    }
}

extension Catalog.Function {
    /// Why PostgreSQL does not write the function's body into a statement; nil where nothing is known to hinder it.
    var inliningObstacle: String? {
        if language != "sql" { return "written in \(language)" }
        if isVolatile { return "VOLATILE" }
        if isSecurityDefiner { return "SECURITY DEFINER" }
        return hasSettings ? "declared with SET" : nil
    }

    /// Names of the arguments that every call must give.
    var requiredArguments: ArraySlice<String> {
        argumentNames.prefix(argumentTypes.count).dropLast(defaultCount)
    }
}
