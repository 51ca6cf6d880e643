import GraphQLLanguage
import GraphQLSchema

extension CatalogCheck {
    /// A batch resolver is asked with a column's value.
    mutating func checkResolverKey(
        _ name: String,
        of table: TableMapping,
        _ place: String,
        _ provenance: Provenance?
    ) {
        guard let type = column(name, of: table, place, provenance)?.type, !type.isResolverKey else { return }
        report("\(place): \(table.relation).\(name) is \(type.sql), which a resolver is not asked with", at: provenance)
    }

    /// Rows that a resolver answers are named by the key of their table.
    mutating func checkAnswer(_ type: TypeReference?, _ coordinate: String, _ provenance: Provenance?) {
        var seen: Set<String> = []
        if let type { checkAnswer(type.namedType, coordinate, provenance, &seen) }
    }

    private mutating func checkAnswer(
        _ typename: String,
        _ coordinate: String,
        _ provenance: Provenance?,
        _ seen: inout Set<String>
    ) {
        guard seen.insert(typename).inserted, case .object(let object) = mapping.schema.type(named: typename) else {
            return
        }
        guard let table = mapping.tables[typename] else {
            for field in object.fields { checkAnswer(field.type.namedType, coordinate, provenance, &seen) }
            return
        }
        for name in table.key {
            guard let type = catalog.relations[table.relation]?.columns[name]?.type, !type.isResolverKey else {
                continue
            }
            report(
                "@resolve of \(coordinate): the key \(table.relation).\(name) of \(typename) is \(type.sql), by which a "
                    + "resolver names no row",
                at: provenance
            )
        }
    }
}
