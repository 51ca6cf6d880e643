import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema

extension SQLPlanner {
    /// Notes the columns and joins that fields of a row need, hidden keys of what hangs on it included.
    func survey(_ fields: [CollectedField], of table: TableMapping, alias: Int, _ select: inout Select) {
        for field in fields {
            guard field.refusal == nil, let mapped = table.fields[field.definition.name], allows(mapped.permission),
                allowsType(of: field)
            else { continue }
            switch mapped.source {
            case .column(let name): select.add(.column(alias: alias, name))
            case .function(let name): select.add(.function(alias: alias, name))
            case .reference(let reference):
                let target = mapping.table(reference.target)
                let joined = select.join(reference, to: target, from: alias)
                select.add(.column(alias: joined, presenceColumn(of: reference, target)))
                survey(field.selections.flatMap(\.fields), of: target, alias: joined, &select)
            case .children: for name in table.key { select.add(.column(alias: alias, name)) }
            case .resolver(let columns): for name in columns { select.add(.column(alias: alias, name)) }
            }
        }
    }

    /// A column that is NULL exactly where the relation leads nowhere: the one that was joined by.
    private func presenceColumn(of reference: ReferenceMapping, _ target: TableMapping) -> String {
        (reference.key ?? target.key)[0]
    }

    /// The shape of a row's object; `field` leads to it.
    func object(
        _ field: CollectedField,
        _ row: RowScope,
        _ builder: inout PlanBuilder
    ) throws(GraphQLError) -> ObjectShape {
        var fields: [OutputField] = []
        for child in field.selections.first?.fields ?? [] {
            fields.append(OutputField(child, shape: try shape(child, row, &builder)))
        }
        return ObjectShape(typename: row.table.typename, fields: fields, refusal: field.selections.first?.refusal)
    }

    private func shape(
        _ field: CollectedField,
        _ row: RowScope,
        _ builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        if let refusal = field.refusal { return .refused(refusal) }
        if field.definition.name == "__typename" { return .typename(row.table.typename) }
        guard let mapped = row.table.fields[field.definition.name] else {
            throw GraphQLError("The field \"\(field.parentType).\(field.definition.name)\" has no mapping.")
        }
        guard allows(mapped.permission), allowsType(of: field) else { return Self.refusal }
        switch mapped.source {
        case .column(let name):
            let position = row.select.position(of: .column(alias: row.alias, name))
            return .leaf(
                column: position,
                mapping.encoding(of: mapped.type, mapping.column(name, of: row.table).type)
            )
        case .function(let name):
            let position = row.select.position(of: .function(alias: row.alias, name))
            return .leaf(
                column: position,
                mapping.encoding(of: mapped.type, mapping.function(name, over: row.table))
            )
        case .reference(let reference): return try joined(reference, field, row, &builder)
        case .children(let rows):
            return try self.rows(rows, field, parent: (row.parent(row.table.key), row.table), &builder)
        case .resolver(let columns):
            return try resolver(field, columns: columns, of: row.table, parent: row.parent(columns), &builder)
        }
    }

    private func joined(
        _ reference: ReferenceMapping,
        _ field: CollectedField,
        _ row: RowScope,
        _ builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        guard let alias = row.select.alias(of: reference, from: row.alias) else {
            preconditionFailure("\(reference.coordinate) was not surveyed")
        }
        let target = mapping.table(reference.target)
        let presence = row.select.position(of: .column(alias: alias, presenceColumn(of: reference, target)))
        let joined = RowScope(select: row.select, alias: alias, table: target, fetch: row.fetch)
        return .object(try object(field, joined, &builder), presence: presence)
    }
}

extension RowScope {
    /// This row as the parent of a keyed fetch.
    func parent(_ columns: [String]) -> Fetch.Parent {
        Fetch.Parent(
            fetch: fetch,
            keyColumns: columns.map { select.position(of: .column(alias: alias, $0)) }
        )
    }
}
