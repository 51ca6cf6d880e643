import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema

/// Groups and aggregates of a connection: one statement for each field of groups, one for all of its own aggregates.
extension SQLPlanner {
    func groups(
        _ groups: GroupsMapping,
        _ field: CollectedField,
        _ request: RowsRequest,
        _ builder: inout PlanBuilder
    ) -> Shape {
        if let refusal = field.refusal { return .refused(refusal) }
        guard allows(groups.permission) else { return Self.refusal }
        let table = request.table
        let selection = field.selections.first
        var columns = AggregateColumns(isKeyed: request.keys != nil)
        var fields: [OutputField] = []
        for child in selection?.fields ?? [] {
            let shape: Shape
            if let refusal = child.refusal {
                shape = .refused(refusal)
            } else if let position = groups.key(named: child.definition.name) {
                let key = groups.keys[position]
                shape =
                    allows(key, of: table)
                    ? .leaf(
                        column: columns.position(of: .key(position)),
                        mapping.encoding(of: key.type, type(of: key, table))
                    )
                    : Self.refusal
            } else if let aggregate = groups.aggregate(named: child.definition.name) {
                shape =
                    self.aggregate(aggregate, of: table, &columns).map { .leaf(column: $0.column, $0.encoding) }
                    ?? Self.refusal
            } else {
                shape = .typename(child.parentType)
            }
            fields.append(OutputField(child, shape: shape))
        }
        let select = GroupSelect(
            by: field.argument("by"),
            keys: groups.keys.map { key in
                GroupSelect.Key(
                    value: key.value,
                    source: key.source,
                    type: type(of: key, table),
                    isAllowed: allows(key, of: table)
                )
            },
            columns: columns.list,
            minimum: groups.minimum,
            limit: ListLimit(coordinate: groups.coordinate, maxRows: groups.maxGroups)
        )
        let fetch = builder.add(SQLFetch(request.template(select)), parent: request.parent)
        let object = ObjectShape(
            typename: selection?.typename ?? "",
            fields: fields,
            refusal: selection?.refusal
        )
        return .rows(
            fetch: fetch,
            element: .object(object, presence: nil),
            elementIsNonNull: field.definition.type.listItem?.isNonNull ?? false
        )
    }

    /// The parts of a connection that are aggregates over all of its rows, by response key.
    func aggregates(
        _ fields: [CollectedField],
        of connection: ConnectionMapping,
        _ request: RowsRequest,
        _ builder: inout PlanBuilder
    ) -> [String: ConnectionShape.Part] {
        var columns = AggregateColumns(isKeyed: request.keys != nil)
        var read: [(field: CollectedField, isCount: Bool, column: Int, encoding: LeafEncoding)] = []
        var parts: [String: ConnectionShape.Part] = [:]
        for field in fields {
            guard let aggregate = connection.aggregates[field.definition.name] else { continue }
            if let refusal = field.refusal {
                parts[field.responseKey] = .field(OutputField(field, shape: .refused(refusal)))
            } else if let value = self.aggregate(aggregate, of: request.table, &columns) {
                read.append((field, aggregate.function.isCount, value.column, value.encoding))
            } else {
                parts[field.responseKey] = .field(OutputField(field, shape: Self.refusal))
            }
        }
        guard !read.isEmpty else { return parts }
        let select = GroupSelect(by: nil, keys: [], columns: columns.list, minimum: 1, limit: nil)
        let fetch = builder.add(SQLFetch(request.template(select)), parent: request.parent)
        for (field, isCount, column, encoding) in read {
            parts[field.responseKey] =
                isCount
                ? .totalCount(fetch: fetch, column: column)
                : .field(OutputField(field, shape: .row(fetch: fetch, .leaf(column: column, encoding))))
        }
        return parts
    }

    private func aggregate(
        _ aggregate: AggregateMapping,
        of table: TableMapping,
        _ columns: inout AggregateColumns
    ) -> (column: Int, encoding: LeafEncoding)? {
        guard allows(aggregate.permission), aggregate.column.map({ allows(column: $0, of: table) }) ?? true else {
            return nil
        }
        let reading = mapping.reading(of: aggregate, over: table)
        let column = GroupSelect.Aggregate(
            function: aggregate.function,
            column: aggregate.column,
            cast: reading.cast
        )
        return (columns.position(of: .aggregate(column)), reading.encoding)
    }

    private func type(of key: GroupKeyMapping, _ table: TableMapping) -> ColumnType {
        switch key.source {
        case .column(let name): mapping.column(name, of: table).type
        case .function(let name): mapping.function(name, over: table)
        }
    }

    /// Whether the caller may select what a key shows, as itself or as a field of the rows.
    private func allows(_ key: GroupKeyMapping, of table: TableMapping) -> Bool {
        guard allows(key.permission) else { return false }
        return switch key.source {
        case .column(let name): allows(column: name, of: table)
        case .function(let name): allows(function: name, of: table)
        }
    }
}

/// The columns of a statement of groups, each once.
private struct AggregateColumns {
    let isKeyed: Bool
    private(set) var list: [GroupSelect.Column] = []

    init(isKeyed: Bool) { self.isKeyed = isKeyed }

    /// The column of the fetch's rows, added where it is not there yet.
    mutating func position(of column: GroupSelect.Column) -> Int {
        let known = list.firstIndex(of: column)
        if known == nil { list.append(column) }
        return (known ?? list.count - 1) + (isKeyed ? 1 : 0)
    }
}
