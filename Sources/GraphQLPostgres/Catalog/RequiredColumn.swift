package import GraphQLSchema

/// A column that something other than the schema's fields asks for.
package struct RequiredColumn: Sendable {
    /// What asks for it, as a message begins: `Letter's @changes`.
    package let asker: String
    /// With its schema: `letters.letter`.
    package let table: String
    package let name: String
    /// Types that will do, as PostgreSQL shows them: `bigint`.
    package let types: [String]
    /// Whether NULL may stand there.
    package let isNullable: Bool
    package let provenance: Provenance?

    package init(
        asker: String,
        table: String,
        name: String,
        types: [String],
        isNullable: Bool,
        provenance: Provenance?
    ) {
        self.asker = asker
        self.table = table
        self.name = name
        self.types = types
        self.isNullable = isNullable
        self.provenance = provenance
    }
}

extension CatalogCheck {
    /// The column is there, of one of the types, and NOT NULL where no NULL is expected.
    mutating func check(_ required: RequiredColumn) {
        let place = required.asker
        // A table that is not there is told by its type's own check.
        guard let table = QualifiedName(required.table), let relation = catalog.relations[table] else { return }
        guard let column = relation.columns[required.name] else {
            let close = closest(required.name, relation.columns.keys.sorted())
            return report("\(place): \(table) has no column \"\(required.name)\"\(close)", at: required.provenance)
        }
        if !required.types.contains(column.typeName) {
            report(
                "\(place): \(table).\(required.name) is \(column.typeName), but must be \(required.types.joined(separator: " or "))",
                at: required.provenance
            )
        } else if column.isNullable, !required.isNullable {
            report("\(place): \(table).\(required.name) may be NULL, but must be NOT NULL", at: required.provenance)
        }
    }
}
