import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema

extension SQLPlanner {
    /// Many rows: all of a query, or for a parent those of each of its rows.
    func rows(
        _ rows: RowsMapping,
        _ field: CollectedField,
        parent: (fetch: Fetch.Parent, table: TableMapping)?,
        _ builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        let table = mapping.table(rows.target)
        let request = RowsRequest(
            rows: rows,
            table: table,
            keys: parent == nil ? nil : keyMatch(rows.foreignKey, of: table),
            parent: parent?.fetch,
            slots: slots(rows, field, table),
            order: order(rows, field, table)
        )
        if rows.isConnection { return try connection(request, field, &builder) }
        var select = Select(table: table, isKeyed: parent != nil)
        survey(field.selections.flatMap(\.fields), of: table, alias: 0, &select)
        let isLimited = field.argument("first") != nil
        let paging = Paging(field, isConnection: false, fingerprint: 0)
        let fetch = builder.add(
            SQLFetch(request.template(select, limit: isLimited ? .page(paging) : .none)),
            parent: request.parent
        )
        let row = RowScope(select: select, alias: 0, table: table, fetch: fetch)
        return .rows(
            fetch: fetch,
            element: .object(try object(field, row, &builder), presence: nil),
            elementIsNonNull: field.definition.type.listItem?.isNonNull ?? false
        )
    }

    private func slots(_ rows: RowsMapping, _ field: CollectedField, _ table: TableMapping) -> [FilterSlot] {
        var slots: [FilterSlot] = []
        for filter in rows.filters {
            guard let argument = field.argument(filter.argument) else { continue }
            let source = ArgumentSource(argument, member: filter.member)
            switch filter.test {
            case .function(let name):
                slots.append(FilterSlot(value: source, test: .function(name), type: .boolean, isRequired: false))
            case .column(let name, let op):
                let type = mapping.column(name, of: table).type
                slots.append(FilterSlot(value: source, test: .column(name, op), type: type, isRequired: false))
            }
        }
        guard let function = rows.function else { return slots }
        for argument in rows.functionArguments {
            slots.append(
                FilterSlot(
                    value: ArgumentSource(field.argument(argument.name) ?? .constant(.null)),
                    test: .argument(argument.name),
                    type: mapping.argument(argument.name, of: function),
                    isRequired: true
                )
            )
        }
        return slots
    }

    /// The declared order, or the one asked for, with the key behind it so that no two rows are equal.
    private func order(_ rows: RowsMapping, _ field: CollectedField, _ table: TableMapping) -> RowOrder {
        let key = keyOrder(of: table)
        func completed(_ terms: [OrderColumn]) -> [OrderColumn] {
            terms + key.filter { key in !terms.contains { $0.name == key.name } }
        }
        let declared = completed(
            rows.order.map { orderColumn($0.column, of: table, isDescending: $0.isDescending) }
        )
        guard let argument = rows.orderArgument, let expression = field.argument(argument.name) else {
            return RowOrder(declared: declared, choice: nil)
        }
        let choice = RowOrder.Choice(
            argument: expression,
            columns: argument.columns.map { ($0.value, orderColumn($0.column, of: table, isDescending: false)) },
            key: key
        )
        let open = RowOrder(declared: declared, choice: choice)
        // An order known now is as good as a declared one.
        guard case .constant = expression else { return open }
        return RowOrder(declared: open.columns(open.chosen(.none)), choice: nil)
    }
}

/// A field of many rows, as far as its selection does not matter.
struct RowsRequest {
    let rows: RowsMapping
    let table: TableMapping
    let keys: StatementTemplate.KeyMatch?
    let parent: Fetch.Parent?
    let slots: [FilterSlot]
    let order: RowOrder

    func template(_ select: Select, limit: StatementTemplate.Limit) -> StatementTemplate {
        template(select, output: .rows, order: order, limit: limit)
    }

    /// How many rows there are, whatever the page.
    var countTemplate: StatementTemplate {
        template(Select(table: table, isKeyed: keys != nil), output: .count, order: .none, limit: .none)
    }

    private func template(
        _ select: Select,
        output: StatementTemplate.Output,
        order: RowOrder,
        limit: StatementTemplate.Limit
    ) -> StatementTemplate {
        StatementTemplate(
            output: output,
            select: select,
            keys: keys,
            function: rows.function,
            mine: rows.mine,
            slots: slots,
            order: order,
            limit: limit
        )
    }
}
