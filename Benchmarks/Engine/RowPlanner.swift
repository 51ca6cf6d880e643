import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema

/// Plans any selection the plainest way: an object or a list is a fetch, whose columns are the selected leaves in order.
struct RowPlanner: FieldPlanner {
    final class Rows: FetchDescription {}

    func plan(
        _ field: CollectedField,
        of kind: OperationKind,
        into builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        shape(of: field, parent: nil, into: &builder)
    }

    private func shape(of field: CollectedField, parent: Int?, into builder: inout PlanBuilder) -> Shape {
        let fetch = builder.add(Rows(), parent: parent.map { Fetch.Parent(fetch: $0, keyColumns: [0]) })
        guard let selection = field.selection else {
            return .row(fetch: fetch, .leaf(column: 0, Self.encoding(of: field)))
        }
        // A keyed fetch has its key's position in column 0.
        var column = parent == nil ? 0 : 1
        var fields: [OutputField] = []
        for field in selection.fields {
            let content: Shape
            if field.selections.isEmpty {
                content = .leaf(column: column, Self.encoding(of: field))
                column += 1
            } else {
                content = shape(of: field, parent: fetch, into: &builder)
            }
            fields.append(OutputField(field, shape: content))
        }
        let object = Shape.object(ObjectShape(typename: selection.typename, fields: fields), presence: nil)
        guard let item = field.definition.type.listItem else { return .row(fetch: fetch, object) }
        return .rows(fetch: fetch, element: object, elementIsNonNull: item.isNonNull)
    }

    private static func encoding(of field: CollectedField) -> LeafEncoding {
        switch field.definition.type.namedType {
        case "Int": .int4
        case "ID": .int8Text
        case "Boolean": .boolean
        case "Float": .float8
        default: .text
        }
    }
}
