import GraphQLLanguage
import GraphQLSchema

extension CatalogCheck {
    /// Checks that rows of an abstract type lead to rows of its object types, and show no more than those do.
    mutating func checkTypes(of table: TableMapping, _ relation: Catalog.Relation) {
        guard let typeColumn = table.typeColumn else { return }
        checkColumn(typeColumn, of: table, is: .text, "@table(typename:) of \(table.typename)", table.provenance)
        for name in table.types {
            guard let own = mapping.tables[name], let ownRelation = catalog.relations[own.relation] else { continue }
            for (here, there) in zip(table.key, own.key) {
                checkPair(here, of: table, there, of: own, "The key of \(table.typename)", table.provenance)
            }
            if ownRelation.hasRowSecurity, !relation.hasRowSecurity {
                report(
                    "\(table.typename): \(own.relation) of its type \(name) has row security, but \(table.relation) "
                        + "has none; a view needs security_invoker",
                    at: table.provenance
                )
            }
        }
    }

    mutating func checkNodeID(_ field: FieldMapping, of table: TableMapping) {
        guard let name = table.key.first, let type = column(name, of: table, field.coordinate, field.provenance)?.type
        else { return }
        switch type {
        case .int2, .int4, .int8, .text, .uuid: return
        default:
            report(
                "\(field.coordinate): the key \(table.relation).\(name) is \(type.sql), but an id is made of an integer, "
                    + "a text or a uuid",
                at: field.provenance
            )
        }
    }
}
