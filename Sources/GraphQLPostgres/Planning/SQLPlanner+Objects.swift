import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema

extension SQLPlanner {
    /// Notes what the selections of a position need, where rows of one or of several object types stand.
    func survey(_ selections: [ObjectSelection], of table: TableMapping, alias: Int, _ select: inout Select) {
        if let typeColumn = table.typeColumn {
            survey(selections, of: table, typeColumn, alias: alias, &select)
        } else {
            survey(selections.flatMap(\.fields), of: table, alias: alias, &select)
        }
    }

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
                survey(field.selections, of: target, alias: joined, &select)
            case .children(let rows):
                for name in table.parentColumns(of: rows) { select.add(.column(alias: alias, name)) }
            case .nodeID: select.add(.column(alias: alias, table.key[0]))
            case .resolver(let mapped): for name in mapped.columns { select.add(.column(alias: alias, name)) }
            }
        }
    }

    /// A column that is NULL exactly where the relation leads nowhere: the one that was joined by.
    private func presenceColumn(of reference: ReferenceMapping, _ target: TableMapping) -> String {
        (reference.key ?? target.identity)[0]
    }

    /// The shape of what `field` leads to in a row: an object, or one of several types.
    func element(
        _ field: CollectedField,
        _ row: RowScope,
        presence: Int?,
        _ builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        if let typeColumn = row.table.typeColumn { return try variant(field, row, typeColumn, &builder) }
        return .object(try object(field.selections.first, row, &builder), presence: presence)
    }

    /// The shape of a row's object.
    func object(
        _ selection: ObjectSelection?,
        _ row: RowScope,
        _ builder: inout PlanBuilder
    ) throws(GraphQLError) -> ObjectShape {
        var fields: [OutputField] = []
        for child in selection?.fields ?? [] {
            fields.append(OutputField(child, shape: try shape(child, row, &builder)))
        }
        return ObjectShape(typename: row.table.typename, fields: fields, refusal: selection?.refusal)
    }

    func shape(
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
            return try self.rows(rows, field, of: row, &builder)
        case .resolver(let mapped):
            return try resolver(mapped, field, of: row.table, parent: row.parent(mapped.columns), &builder)
        case .nodeID:
            let key = row.table.key[0]
            return .nodeID(
                typename: row.table.typename,
                key: row.select.position(of: .column(alias: row.alias, key)),
                mapping.column(key, of: row.table).type.encoding(isID: true)
            )
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
        let joined = RowScope(
            select: row.select,
            alias: alias,
            table: target,
            fetch: row.fetch,
            variant: row.variant
        )
        return try element(field, joined, presence: presence, &builder)
    }
}

extension RowScope {
    /// This row as the parent of a keyed fetch.
    func parent(_ columns: [String]) -> Fetch.Parent {
        Fetch.Parent(
            fetch: fetch,
            keyColumns: columns.map { select.position(of: .column(alias: alias, $0)) },
            variant: variant
        )
    }
}
