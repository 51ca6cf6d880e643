import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema

/// Relay connections: one statement for the page, others for `totalCount`, groups and aggregates where they are selected.
extension SQLPlanner {
    func connection(
        _ request: RowsRequest,
        _ field: CollectedField,
        _ builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        let mapped = mapping.mapping.connections[field.definition.type.namedType]
        let needs = ConnectionNeeds(field, mapped)
        if let refusal = needs.refusal { return .refused(refusal) }
        var select = Select(table: request.table, isKeyed: request.keys != nil)
        survey(needs.nodes, of: request.table, alias: 0, &select)
        let cursor: [SelectExpression] = needs.cursor ? cursorExpressions(request.order) : []
        for expression in cursor { select.add(expression) }

        let factory = CursorFactory(query: fingerprint(request), seal: cursors)
        let paging = Paging(field, of: request.rows, cursors: factory, selectsCursors: needs.cursor)
        let readsPage = needs.rows || !needs.count && !needs.groups
        var request = request
        if !readsPage { request.pageCheck = PageCheck(paging: paging, order: request.order) }
        var count: Int?
        if needs.count { count = builder.add(SQLFetch(request.countTemplate), parent: request.parent) }
        var page: Int?
        if readsPage {
            page = builder.add(SQLFetch(request.template(select, limit: .page(paging))), parent: request.parent)
        }
        // Without a page no part asks for its rows.
        let row = RowScope(select: select, alias: 0, table: request.table, fetch: page ?? 0)
        let selected = field.selections.first?.fields ?? []
        let aggregates = mapped.map { self.aggregates(selected, of: $0, request, &builder) } ?? [:]
        var parts: [ConnectionShape.Keyed<ConnectionShape.Part>] = []
        for part in selected {
            let content: ConnectionShape.Part
            switch part.definition.name {
            case "edges": content = .edges(try edges(part, row, &builder))
            case "nodes": content = .nodes(try element(part, row, presence: nil, &builder))
            case "pageInfo": content = .pageInfo(pageInfo(part))
            case "totalCount": content = .totalCount(fetch: count ?? 0)
            case let name:
                if let groups = mapped?.groups[name] {
                    content = .field(OutputField(part, shape: self.groups(groups, part, request, &builder)))
                } else {
                    content = aggregates[part.responseKey] ?? .constant(part.typenameJSON)
                }
            }
            parts.append(ConnectionShape.Keyed(responseKey: part.responseKey, content: content))
        }
        return .connection(
            ConnectionShape(
                fetch: page,
                parts: parts,
                cursorColumns: cursor.map { select.position(of: $0) },
                cursorFactory: factory,
                nodeType: request.table.typename
            )
        )
    }

    private func edges(
        _ field: CollectedField,
        _ row: RowScope,
        _ builder: inout PlanBuilder
    ) throws(GraphQLError) -> [ConnectionShape.EdgePart] {
        var parts: [ConnectionShape.EdgePart] = []
        for part in field.selections.first?.fields ?? [] {
            let value: ConnectionShape.EdgeValue
            switch part.definition.name {
            case "cursor": value = .cursor
            case "node": value = .node(try element(part, row, presence: nil, &builder))
            default: value = .constant(part.typenameJSON)
            }
            parts.append(ConnectionShape.Keyed(responseKey: part.responseKey, content: value))
        }
        return parts
    }

    private func pageInfo(_ field: CollectedField) -> [ConnectionShape.PageInfoPart] {
        (field.selections.first?.fields ?? []).map { part in
            let value: ConnectionShape.PageInfoValue =
                switch part.definition.name {
                case "hasNextPage": .hasNextPage
                case "hasPreviousPage": .hasPreviousPage
                case "startCursor": .startCursor
                case "endCursor": .endCursor
                default: .constant(part.typenameJSON)
                }
            return ConnectionShape.Keyed(responseKey: part.responseKey, content: value)
        }
    }

    /// The columns that a cursor is made of.
    ///
    /// Where the request chooses the order, they follow it, and say which it was.
    private func cursorExpressions(_ order: RowOrder) -> [SelectExpression] {
        guard order.choice != nil else { return order.declared.map { .column(alias: 0, $0.name) } }
        return [.orderFingerprint] + (0..<order.columnLimit).map { .orderColumn($0) }
    }

    private func fingerprint(_ request: RowsRequest) -> UInt32 {
        request.order.choice == nil
            ? request.order.declared.fingerprint(of: request.rows.coordinate)
            : [OrderColumn]().fingerprint(of: request.rows.coordinate)
    }
}

/// What a connection's selection asks of the statements.
private struct ConnectionNeeds {
    var rows = false
    var cursor = false
    var count = false
    var groups = false
    /// What is selected of all nodes, wherever.
    var nodes: [ObjectSelection] = []
    /// Why the connection, its edges or its page information cannot be collected: they are written as one.
    var refusal: GraphQLError?

    init(_ field: CollectedField, _ mapped: ConnectionMapping?) {
        refusal = field.selections.first?.refusal
        for part in field.selections.first?.fields ?? [] {
            let children = part.selections.first?.fields ?? []
            switch part.definition.name {
            case "edges":
                rows = true
                refusal = refusal ?? part.selections.first?.refusal
                for child in children {
                    switch child.definition.name {
                    case "cursor": cursor = true
                    case "node": nodes += child.selections
                    default: break
                    }
                }
            case "nodes":
                rows = true
                nodes += part.selections
            case "pageInfo":
                rows = true
                refusal = refusal ?? part.selections.first?.refusal
                if children.contains(where: { ["startCursor", "endCursor"].contains($0.definition.name) }) {
                    cursor = true
                }
            case "totalCount": count = true
            case let name: groups = groups || mapped?.groups[name] != nil || mapped?.aggregates[name] != nil
            }
        }
    }
}

extension CollectedField {
    /// What a connection's types have beside the fields that the mapping knows.
    fileprivate var typenameJSON: [UInt8] { Array("\"\(parentType)\"".utf8) }
}
