import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema

/// Batch resolvers: what they answer lies in rows of their own, and what is selected below keys is read from there.
extension SQLPlanner {
    /// The cells of an answer's rows while they are laid out; column 0 is the ordinal.
    private struct Cells {
        let fetch: Int
        /// Of each list in the answer.
        let maxRows: Int
        var count = 1

        mutating func add(_ added: Int = 1) -> Int {
            count += added
            return count - added
        }
    }

    func resolver(
        _ mapped: ResolverMapping,
        _ field: CollectedField,
        of table: TableMapping?,
        parent: Fetch.Parent?,
        _ builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        var cells = Cells(fetch: builder.reserve(parent: parent), maxRows: mapped.maxRows)
        let (position, shape) = try answer(field.definition.type, of: field, &cells, &builder)
        builder.describe(
            cells.fetch,
            as: ResolverFetch(
                coordinate: mapped.coordinate,
                columns: table == nil ? [] : mapped.columns,
                columnTypes: table.map { table in mapped.columns.map { mapping.column($0, of: table).type.oid } } ?? [],
                arguments: field.arguments,
                reads: mapped.reads,
                position: position,
                columnCount: cells.count
            )
        )
        return .row(fetch: cells.fetch, shape)
    }

    private func answer(
        _ type: TypeReference,
        of field: CollectedField,
        _ cells: inout Cells,
        _ builder: inout PlanBuilder
    ) throws(GraphQLError) -> (ResolverPosition, Shape) {
        let schema = mapping.mapping.schema
        let coordinate = "\(field.parentType).\(field.definition.name)"
        func position(_ column: Int, _ kind: ResolverPosition.Kind) -> ResolverPosition {
            ResolverPosition(column: column, coordinate: coordinate, kind: kind)
        }
        let item = type.listItem
        if schema.isLeaf(type.namedType), item?.listItem == nil {
            let column = cells.add()
            let shape = Shape.leaf(column: column, ResolverLeaf.encoding(of: type, in: schema))
            return (position(column, .leaf(ResolverLeaf(type, in: schema))), shape)
        }
        if let item {
            let column = cells.add()
            var items = Cells(fetch: builder.reserve(partOf: cells.fetch), maxRows: cells.maxRows)
            let (element, shape) = try answer(item, of: field, &items, &builder)
            builder.describe(
                items.fetch,
                as: ResolverListFetch(position: element, columnCount: items.count, maxRows: cells.maxRows)
            )
            let list = Self.list(items.fetch, shape, itemIsNonNull: item.isNonNull)
            return (position(column, .list(fetch: items.fetch)), .present(column: column, list))
        }
        if let table = mapping.mapping.tables[type.namedType] {
            let first = cells.add(table.key.count)
            let parent = Fetch.Parent(fetch: cells.fetch, keyColumns: Array(first..<first + table.key.count))
            let columns = table.key.map { ResolverKeyColumn(type: mapping.column($0, of: table).type) }
            // A null or an error in the key's place stands for the row.
            let row = Shape.present(column: first, try keyedRow(field, parent: parent, &builder))
            return (position(first, .row(columns)), row)
        }
        let column = cells.add()
        let (fields, shape) = try object(type.namedType, of: field, &cells, &builder)
        return (position(column, .object(fields)), .object(shape, presence: column))
    }

    /// A list of rows that must be there is the list of those that are: some are gone, some not the caller's to see.
    private static func list(_ fetch: Int, _ element: Shape, itemIsNonNull: Bool) -> Shape {
        if itemIsNonNull, case .present(let key, .row(let rows, let row)) = element {
            return .found(list: fetch, key: key, fetch: rows, element: row)
        }
        return .rows(fetch: fetch, element: element, elementIsNonNull: itemIsNonNull)
    }

    private func object(
        _ typename: String,
        of field: CollectedField,
        _ cells: inout Cells,
        _ builder: inout PlanBuilder
    ) throws(GraphQLError) -> (ResolverObjectFields, ObjectShape) {
        guard case .object(let type) = mapping.mapping.schema.type(named: typename) else {
            preconditionFailure("\(typename) is no object type")
        }
        var selected: [(name: String, position: ResolverPosition)] = []
        var fields: [OutputField] = []
        for child in field.selections.first?.fields ?? [] {
            let shape: Shape
            if let refusal = child.refusal {
                shape = .refused(refusal)
            } else if child.definition.name == "__typename" {
                shape = .typename(typename)
            } else if !allows(child.definition.directives.permission) || !allowsType(of: child) {
                shape = Self.refusal
            } else {
                let position: ResolverPosition
                (position, shape) = try answer(child.definition.type, of: child, &cells, &builder)
                selected.append((child.definition.name, position))
            }
            fields.append(OutputField(child, shape: shape))
        }
        return (
            ResolverObjectFields(selected: selected, names: type.fields.map(\.name)),
            ObjectShape(typename: typename, fields: fields, refusal: field.selections.first?.refusal)
        )
    }
}
