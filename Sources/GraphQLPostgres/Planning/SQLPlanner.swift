package import GraphQLExecution
package import GraphQLLanguage
import GraphQLSchema

/// Plans queries as SQL statements over mapped tables, and mutations as commands whose payload is read that way.
///
/// To-one relations join into their parent's statement; each to-many field is one statement for all of its parents.
package struct SQLPlanner: FieldPlanner {
    let mapping: ResolvedMapping
    let permissions: Set<String>
    let cursors: any CursorSeal

    /// Plans for a caller with these permissions: what needs others is planned as refused.
    ///
    /// `cursors` makes those of connections opaque.
    package init(mapping: ResolvedMapping, permissions: Set<String>, cursors: any CursorSeal) {
        self.mapping = mapping
        self.permissions = permissions
        self.cursors = cursors
    }

    package func plan(
        _ field: CollectedField,
        of kind: OperationKind,
        into builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        switch kind {
        case .query: return try planQuery(field, &builder)
        case .mutation: return try planMutation(field, &builder)
        case .subscription: throw GraphQLError("Subscriptions are not supported.", code: "BAD_REQUEST")
        }
    }

    private func planQuery(_ field: CollectedField, _ builder: inout PlanBuilder) throws(GraphQLError) -> Shape {
        guard let query = mapping.mapping.queries[field.definition.name] else {
            throw GraphQLError("The field \"\(field.definition.name)\" has no mapping.")
        }
        guard allows(query.permission), allowsType(of: field) else { return Self.refusal }
        switch query.source {
        case .lookup(let lookup): return try row(lookup, field, &builder)
        case .rows(let rows): return try self.rows(rows, field, of: nil, &builder)
        case .node(let node): return try self.node(node, field, &builder)
        case .resolver(let mapped): return try resolver(mapped, field, of: nil, parent: nil, &builder)
        }
    }

    // MARK: - Permissions

    static let refusal = Shape.refused(GraphQLError("无权限", code: "FORBIDDEN"))

    func allows(_ permission: String?) -> Bool { permission.map { permissions.contains($0) } ?? true }

    /// Whether the caller may select fields of the table's type that the field leads to, if it leads to one.
    func allowsType(of field: CollectedField) -> Bool {
        let name = field.definition.type.namedType
        let typename = mapping.mapping.schema.connectionNode(of: name) ?? name
        return allows(mapping.mapping.tables[typename]?.permission)
    }

    // MARK: - Statements

    /// One row by the values of the arguments.
    private func row(
        _ lookup: LookupMapping,
        _ field: CollectedField,
        _ builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        let table = mapping.table(lookup.target)
        if lookup.isOnce, builder.looksUp(lookup.coordinate) { throw Self.lookedUpTwice(field) }
        var select = Select(table: table, isKeyed: false)
        survey(field.selections, of: table, alias: 0, &select)
        let required = lookup.columns.map { argument, column, _ in
            RequiredValue(
                value: field.argument(argument) ?? .constant(.null),
                use: .column(column, foldedBy: lookup.foldings[argument]),
                type: mapping.column(column, of: table).type
            )
        }
        let isUnique = !required.isEmpty && mapping.relation(of: table).isUnique(lookup.columns.map(\.column))
        let template = StatementTemplate(
            terms: mapping.mapping.terms,
            select: select,
            own: lookup.own,
            lookup: lookup.coordinate,
            required: required,
            order: isUnique ? .none : RowOrder(declared: keyOrder(of: table), choice: nil),
            limit: isUnique ? .none : .one
        )
        let fetch = builder.add(SQLFetch(template))
        let row = RowScope(select: select, alias: 0, table: table, fetch: fetch)
        return .row(fetch: fetch, try element(field, row, presence: nil, &builder))
    }

    private static func lookedUpTwice(_ field: CollectedField) -> GraphQLError {
        GraphQLError(
            "一次请求只能查询一名：\(field.definition.name) 不得重复",
            code: "LOOKUP_ONCE",
            extensions: [JSONValue.Member("field", .string(field.definition.name))]
        )
    }

    /// The rows of a table whose key stands in a column of another fetch's rows: at most one for each.
    func keyedRow(
        _ field: CollectedField,
        parent: Fetch.Parent,
        _ builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        try keyedRow(field.selections.first, of: field.definition.type.namedType, parent: parent, &builder)
    }

    func keyedRow(
        _ selection: ObjectSelection?,
        of typename: String,
        parent: Fetch.Parent,
        _ builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        let table = mapping.table(typename)
        var select = Select(table: table, isKeyed: true)
        survey(selection?.fields ?? [], of: table, alias: 0, &select)
        let template = StatementTemplate(
            terms: mapping.mapping.terms,
            select: select,
            keys: keyMatch(table.key, of: table)
        )
        let fetch = builder.add(SQLFetch(template), parent: parent)
        let row = RowScope(select: select, alias: 0, table: table, fetch: fetch)
        return .row(fetch: fetch, .object(try object(selection, row, &builder), presence: nil))
    }

    func keyMatch(_ columns: [String], of table: TableMapping) -> StatementTemplate.KeyMatch {
        StatementTemplate.KeyMatch(
            columns: columns,
            types: columns.map { mapping.column($0, of: table).type }
        )
    }

    func keyOrder(of table: TableMapping) -> [OrderColumn] {
        (table.key + [table.typeColumn].compactMap(\.self)).map {
            orderColumn(OrderTerm(column: $0, isDescending: false), of: table)
        }
    }

    func orderColumn(_ term: OrderTerm, of table: TableMapping) -> OrderColumn {
        let column = mapping.column(term.column, of: table)
        return OrderColumn(
            name: term.column,
            type: column.type,
            isNullable: column.isNullable,
            isDescending: term.isDescending,
            nullsFirst: term.nullsFirst
        )
    }
}

extension PlanBuilder {
    /// Whether a field of Query looks a row up already.
    fileprivate func looksUp(_ coordinate: String) -> Bool {
        fetches.contains { ($0.description as? SQLFetch)?.template.lookup == coordinate }
    }
}

/// Where a row stands while its fields are planned.
struct RowScope {
    /// The statement, its survey done.
    let select: Select
    let alias: Int
    let table: TableMapping
    let fetch: Int
    /// The only rows meant, where rows of several object types stand together.
    var variant: Fetch.Variant?
}
