import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema

extension SQLPlanner {
    /// Many rows: all of a query, or for a parent those of each of its rows.
    func rows(
        _ rows: RowsMapping,
        _ field: CollectedField,
        of row: RowScope?,
        _ builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        let table = mapping.table(rows.target)
        let parentColumns = row.map { $0.table.parentColumns(of: rows) } ?? []
        let parent = row.map { $0.parent(parentColumns) }
        let filter: RowFilter?
        let order: RowOrder
        do throws(GraphQLError) {
            filter = try self.filter(rows, field, table)
            order = try self.order(rows, field, table)
        } catch {
            return .refused(error)
        }
        let request = RowsRequest(
            terms: mapping.mapping.terms,
            rows: rows,
            table: table,
            seen: row.map { SeenRow(table: $0.table, here: parentColumns, there: rows.foreignKey) },
            keys: parent == nil ? nil : keyMatch(rows.foreignKey, of: table),
            parent: parent,
            restrictions: [rows.restriction, readableTypes(of: table)].compactMap(\.self),
            required: functionArguments(rows, field),
            filter: filter,
            order: order
        )
        if rows.isConnection { return try connection(request, field, &builder) }
        var select = Select(table: table, isKeyed: parent != nil)
        survey(field.selections, of: table, alias: 0, &select)
        let paging = Paging(field, of: rows)
        let fetch = builder.add(
            SQLFetch(request.template(select, limit: .page(paging))),
            parent: request.parent
        )
        let element = RowScope(select: select, alias: 0, table: table, fetch: fetch)
        return .rows(
            fetch: fetch,
            element: try self.element(field, element, presence: nil, &builder),
            elementIsNonNull: field.definition.type.listItem?.isNonNull ?? false
        )
    }

    private func functionArguments(_ rows: RowsMapping, _ field: CollectedField) -> [RequiredValue] {
        guard let function = rows.function else { return [] }
        return rows.functionArguments.map { argument in
            RequiredValue(
                value: field.argument(argument.name) ?? .constant(.null),
                use: .argument(argument.name),
                type: mapping.argument(argument.name, of: function)
            )
        }
    }

    /// The declared order, or the one asked for, with the key behind it so that no two rows are equal.
    private func order(
        _ rows: RowsMapping,
        _ field: CollectedField,
        _ table: TableMapping
    ) throws(GraphQLError) -> RowOrder {
        let key = keyOrder(of: table)
        func completed(_ terms: [OrderColumn]) -> [OrderColumn] {
            terms + key.filter { key in !terms.contains { $0.name == key.name } }
        }
        let declared = completed(rows.order.map { orderColumn($0, of: table) })
        guard let argument = rows.orderArgument, let expression = field.argument(argument.name) else {
            return RowOrder(declared: declared, choice: nil)
        }
        let choice = RowOrder.Choice(
            argument: expression,
            columns: argument.columns.map { value, name in
                let column = mapping.column(name, of: table)
                return RowOrder.Candidate(
                    value: value,
                    name: name,
                    type: column.type,
                    isNullable: column.isNullable,
                    isAllowed: allows(column: name, of: table)
                )
            },
            key: key
        )
        let open = RowOrder(declared: declared, choice: choice)
        // An order known now is as good as a declared one.
        guard case .constant = expression else { return open }
        return RowOrder(declared: open.columns(try open.chosen(.none)), choice: nil)
    }
}

/// A field of many rows, as far as its selection does not matter.
struct RowsRequest {
    let terms: CallerTerms
    let rows: RowsMapping
    let table: TableMapping
    let seen: SeenRow?
    let keys: StatementTemplate.KeyMatch?
    let parent: Fetch.Parent?
    let restrictions: [TypeRestriction]
    let required: [RequiredValue]
    let filter: RowFilter?
    let order: RowOrder
    /// Set where the page itself is not read.
    var pageCheck: PageCheck?

    func template(_ select: Select, limit: StatementTemplate.Limit) -> StatementTemplate {
        template(select, output: .rows, order: order, limit: limit)
    }

    /// How many rows there are, whatever the page.
    var countTemplate: StatementTemplate {
        template(Select(table: table, isKeyed: keys != nil), output: .count, order: .none, limit: .none)
    }

    /// Groups of the rows, whatever the page.
    func template(_ groups: GroupSelect) -> StatementTemplate {
        template(
            Select(table: table, isKeyed: keys != nil),
            output: .groups,
            order: .none,
            limit: .none,
            groups: groups
        )
    }

    private func template(
        _ select: Select,
        output: StatementTemplate.Output,
        order: RowOrder,
        limit: StatementTemplate.Limit,
        groups: GroupSelect? = nil
    ) -> StatementTemplate {
        StatementTemplate(
            terms: terms,
            output: output,
            select: select,
            keys: keys,
            seen: seen,
            function: rows.function,
            own: rows.own,
            restrictions: restrictions,
            required: required,
            filter: filter,
            order: order,
            limit: limit,
            aggregateCost: rows.pages.aggregateCost,
            groups: groups,
            pageCheck: output == .rows ? nil : pageCheck
        )
    }
}
