import GraphQLLanguage
import GraphQLSchema

/// Plans fields over JSON values: what is no list stands in its parent's row, each list is a keyed fetch of its items.
struct JSONPlanner: FieldPlanner {
    let schema: Schema
    let results: ResultCoercions

    /// The columns of a fetch while its row is planned.
    private struct Columns {
        let fetch: Int
        var count: Int

        mutating func add() -> Int {
            count += 1
            return count - 1
        }
    }

    func plan(
        _ field: CollectedField,
        of kind: OperationKind,
        into builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        var columns = Columns(fetch: builder.reserve(), count: 0)
        let (row, shape) = plan(field, &columns, &builder)
        builder.describe(columns.fetch, as: JSONFetch(row: .root(row), columnCount: columns.count))
        return .row(fetch: columns.fetch, shape)
    }

    private func plan(
        _ field: CollectedField,
        _ columns: inout Columns,
        _ builder: inout PlanBuilder
    ) -> (JSONField, Shape) {
        let type = field.definition.type
        let (position, shape) = plan(type, of: field, &columns, &builder)
        // A leaf's own cell takes any JSON text; without arguments there is nothing to ask for.
        let needsColumn = !position.isLeaf && !field.definition.arguments.isEmpty
        let row = JSONField(
            property: field.definition.name,
            arguments: field.arguments,
            argumentsColumn: needsColumn ? columns.add() : position.column,
            position: position
        )
        return (row, needsColumn ? .given(column: row.argumentsColumn, otherwise: shape) : shape)
    }

    private func plan(
        _ type: TypeReference,
        of field: CollectedField,
        _ columns: inout Columns,
        _ builder: inout PlanBuilder
    ) -> (JSONPosition, Shape) {
        let column = columns.add()
        let kind: JSONPosition.Kind
        let shape: Shape
        if let item = type.listItem {
            let parent = Fetch.Parent(fetch: columns.fetch, keyColumns: [column])
            var itemColumns = Columns(fetch: builder.reserve(parent: parent), count: 1)
            let (row, element) = plan(item, of: field, &itemColumns, &builder)
            builder.describe(itemColumns.fetch, as: JSONFetch(row: .item(row), columnCount: itemColumns.count))
            kind = .list(fetch: itemColumns.fetch)
            shape = .present(
                column: column,
                .rows(fetch: itemColumns.fetch, element: element, elementIsNonNull: item.isNonNull)
            )
        } else {
            switch schema.type(named: type.namedType) {
            case .object:
                let (fields, object) = plan(field.selections.first, &columns, &builder)
                kind = .object(fields)
                shape = .object(object, presence: column)
            case .interface(let interface):
                (kind, shape) = plan(interface.name, field.selections, column, &columns, &builder)
            case .union(let union): (kind, shape) = plan(union.name, field.selections, column, &columns, &builder)
            case let leaf?:
                kind = .leaf(ResultLeaf(leaf, coercions: results))
                shape = .leaf(column: column, .json)
            case nil: preconditionFailure("a schema knows the types of its fields")
            }
        }
        let coordinate = "\(field.parentType).\(field.definition.name)"
        return (JSONPosition(column: column, coordinate: coordinate, kind: kind), shape)
    }

    /// An object of an abstract type: only one of its object types has a value in a row, so they share columns.
    private func plan(
        _ abstractType: String,
        _ selections: [ObjectSelection],
        _ column: Int,
        _ columns: inout Columns,
        _ builder: inout PlanBuilder
    ) -> (JSONPosition.Kind, Shape) {
        var fields: [String: [JSONField]] = [:]
        var objects: [String: Shape] = [:]
        let first = columns.count
        var end = first
        for selection in selections {
            columns.count = first
            let (row, object) = plan(selection, &columns, &builder)
            fields[selection.typename] = row
            objects[selection.typename] = .object(object, presence: nil)
            end = max(end, columns.count)
        }
        columns.count = end
        let type = JSONAbstractType(name: abstractType, fields: fields, schema: schema)
        return (.abstract(type), .variant(typename: column, objects))
    }

    private func plan(
        _ selection: ObjectSelection?,
        _ columns: inout Columns,
        _ builder: inout PlanBuilder
    ) -> ([JSONField], ObjectShape) {
        guard let selection else { return ([], ObjectShape(typename: "", fields: [])) }
        var rows: [JSONField] = []
        var outputs: [OutputField] = []
        outputs.reserveCapacity(selection.fields.count)
        for field in selection.fields {
            let shape: Shape
            if let refusal = field.refusal {
                shape = .refused(refusal)
            } else if field.definition.name == "__typename" {
                shape = .typename(field.parentType)
            } else {
                let row: JSONField
                (row, shape) = plan(field, &columns, &builder)
                rows.append(row)
            }
            outputs.append(OutputField(field, shape: shape))
        }
        return (rows, ObjectShape(typename: selection.typename, fields: outputs, refusal: selection.refusal))
    }
}
