import GraphQLSchema

extension TableMapping {
    /// This object type as far as rows of an abstract type's table serve it: fields that the interface declares and the
    /// table has, what hangs on the key, and the id made of it.
    func shared(with table: TableMapping, _ catalog: Catalog) -> TableMapping {
        var shared: [String: FieldMapping] = [:]
        for (name, field) in fields {
            guard let source = table.source(for: field, name, catalog) else { continue }
            shared[name] = FieldMapping(
                coordinate: field.coordinate,
                type: field.type,
                permission: field.permission,
                source: source,
                provenance: field.provenance
            )
        }
        return TableMapping(
            typename: typename,
            relation: table.relation,
            key: table.key,
            typeColumn: table.typeColumn,
            visibility: table.visibility,
            permission: permission,
            fields: shared,
            provenance: table.provenance
        )
    }

    /// Where rows of this abstract type's table have an object type's field; nil where only its own table has it.
    private func source(for field: FieldMapping, _ name: String, _ catalog: Catalog) -> FieldMapping.Source? {
        if let shared = fields[name], hasColumn(of: shared, name, catalog) { return shared.source }
        switch field.source {
        case .children, .nodeID: return field.source
        default: return nil
        }
    }

    /// Whether the table has the column that a field reads by its name alone.
    func hasColumn(of field: FieldMapping, _ name: String, _ catalog: Catalog) -> Bool {
        guard optionalFields.contains(name), case .column(let column) = field.source else { return true }
        return catalog.relations[relation]?.columns[column] != nil
    }
}
