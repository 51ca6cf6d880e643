import GraphQLSchema

/// What the reading role may not read: a GRANT that was forgotten would be an error of every read.
extension CatalogCheck {
    /// Checks the rights on a type's table or view as a whole.
    mutating func checkRights(on table: TableMapping, _ relation: Catalog.Relation) {
        // Rows of a composite type are a function's.
        guard let role = catalog.readingRole, !relation.isComposite else { return }
        let name = table.relation
        if !relation.isSchemaUsable {
            report(
                "\(table.typename): \(role) may not use the schema \(name.schema); "
                    + "GRANT USAGE ON SCHEMA \(name.schema) TO \(role)",
                at: table.provenance
            )
        }
        if !relation.isReadable {
            report(
                "\(table.typename): \(role) may not read \(name); GRANT SELECT ON \(name) TO \(role)",
                at: table.provenance
            )
        }
        if !relation.hiddenSources.isEmpty {
            report(
                "\(table.typename): the view \(name) reads with the caller's rights, and \(role) may not read "
                    + relation.hiddenSources.joined(separator: ", "),
                at: table.provenance
            )
        }
    }

    /// Checks a column of a table of which only some may be read.
    mutating func checkRight(
        on column: String,
        of table: TableMapping,
        _ relation: Catalog.Relation,
        _ place: String,
        _ provenance: Provenance?
    ) {
        guard let role = catalog.readingRole, relation.isReadable, !relation.isComposite,
            relation.columns[column]?.isReadable == false
        else { return }
        report(
            "\(place): \(role) may not read \(table.relation).\(column); "
                + "GRANT SELECT (\(column)) ON \(table.relation) TO \(role)",
            at: provenance
        )
    }

    /// Checks that a function may be called, and may read what it reads with the caller's rights.
    ///
    /// `row` is the relation whose rows it takes: PostgreSQL wants the right to every column of those.
    mutating func checkRights(
        on function: Catalog.Function,
        named name: QualifiedName,
        over row: (relation: Catalog.Relation, name: QualifiedName)? = nil,
        _ place: String,
        _ provenance: Provenance?
    ) {
        guard let role = catalog.readingRole else { return }
        if !function.isCallable {
            report(
                "\(place): \(role) may not call \(name); GRANT EXECUTE ON FUNCTION \(name), and USAGE ON SCHEMA "
                    + "\(name.schema), TO \(role)",
                at: provenance
            )
        }
        if let row, row.relation.isReadable, !row.relation.isComposite,
            row.relation.columns.values.contains(where: { !$0.isReadable })
        {
            report(
                "\(place): \(name) takes whole rows, and \(role) may not read every column of \(row.name)",
                at: provenance
            )
        }
        guard !function.isSecurityDefiner else { return }
        // Those of the rows it takes have been spoken of.
        let taken = row.map { "\($0.name)." } ?? "."
        let hidden = function.columns.filter { !$0.hasPrefix(taken) && !isReadable($0) }
        if !hidden.isEmpty {
            report(
                "\(place): \(name) reads with the caller's rights, and \(role) may not read "
                    + hidden.sorted().joined(separator: ", "),
                at: provenance
            )
        }
    }

    /// Whether a column that a function names, `letters.letter.subject`, may be read.
    private func isReadable(_ column: String) -> Bool {
        guard let end = column.lastIndex(of: ".") else { return true }
        let relation = catalog.relations.first { $0.key.description == column[..<end] }?.value
        return relation?.columns[String(column[column.index(after: end)...])]?.isReadable ?? true
    }
}

extension Catalog.Relation {
    /// Whether the reading role may read any of its columns.
    var isReadable: Bool { columns.values.contains { $0.isReadable } }
}
