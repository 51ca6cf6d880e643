import GraphQLSchema

extension CatalogCheck {
    /// Columns that decide who sees a row are there, and of the types that the caller's values have.
    mutating func checkVisibility(of table: TableMapping) {
        let place = "@\(mapping.terms.directive) of \(table.typename)"
        for named in table.visibility.condition?.columns ?? [] {
            guard let type = column(named.name, of: table, place, table.provenance)?.type, !named.types.contains(type)
            else { continue }
            report(
                "\(place): \(table.relation).\(named.name) is \(type.sql), but must be "
                    + named.types.map(\.sql).joined(separator: " or "),
                at: table.provenance
            )
        }
        for parent in table.visibility.parents {
            guard let target = mapping.tables[parent.typename] else { continue }
            for (here, there) in zip(parent.columns, parent.key) {
                checkPair(here, of: table, there, of: target, place, table.provenance)
            }
            checkPairing(parent.columns, of: table, parent.key, of: target, place, table.provenance)
        }
    }
}

extension TableVisibility {
    /// The same, told which of its columns hold lists.
    func settled(for relation: QualifiedName, _ catalog: Catalog) -> TableVisibility {
        var settled = self
        let columns = catalog.relations[relation]?.columns ?? [:]
        settled.lists = Set((condition?.columns ?? []).map(\.name).filter { columns[$0]?.type?.isArray == true })
        settled.parents = parents.map { parent in
            var parent = parent
            parent.visibility = parent.visibility.settled(for: parent.relation, catalog)
            return parent
        }
        return settled
    }
}
