import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema

/// A fetch known by its field's path: `letters`, `letters.events`.
final class NamedFetch: FetchDescription {
    let name: String
    init(_ name: String) { self.name = name }
}

/// Plans any selection the plainest way: each object or list is a fetch of its own, whose columns are the selected
/// leaves in order (after the ordinal, where it is keyed by its parent's first column).
struct SelectionPlanner: FieldPlanner {
    /// Fields that this caller may not select, by coordinate.
    var refused: Set<String> = []
    /// Objects that stand in their parent's row behind a presence column, by coordinate.
    var joined: Set<String> = []
    var seal: any CursorSeal = ClearSeal()

    func plan(
        _ field: CollectedField,
        of kind: OperationKind,
        into builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        var column = 0
        return try shape(of: field, path: field.responseKey, parent: nil, column: &column, into: &builder)
    }

    private func shape(
        of field: CollectedField,
        path: String,
        parent: Int?,
        column: inout Int,
        into builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        let coordinate = "\(field.parentType).\(field.definition.name)"
        if refused.contains(coordinate) { return .refused(GraphQLError("Not allowed.", code: "FORBIDDEN")) }
        if field.definition.name == "__typename" { return .typename(field.parentType) }
        if field.definition.name == "unplannable" { throw GraphQLError("No plan.", code: "UNPLANNABLE") }
        if parent != nil, field.selections.isEmpty {
            column += 1
            return .leaf(column: column - 1, encoding(of: field.definition.type))
        }
        if joined.contains(coordinate), let selection = field.selection {
            let presence = column
            column += 1
            let object = try object(selection, path: path, fetch: parent ?? 0, column: &column, into: &builder)
            return .object(object, presence: presence)
        }
        let fetch = builder.add(NamedFetch(path), parent: parent.map { Fetch.Parent(fetch: $0, keyColumns: [0]) })
        var first = parent == nil ? 0 : 1
        if field.selections.isEmpty {
            return .row(fetch: fetch, .leaf(column: first, encoding(of: field.definition.type)))
        }
        if field.definition.type.namedType.hasSuffix("Connection") {
            return try connection(field, path: path, fetch: fetch, first: first, into: &builder)
        }
        let element: Shape
        if let selection = field.selection {
            element = .object(
                try object(selection, path: path, fetch: fetch, column: &first, into: &builder),
                presence: nil
            )
        } else {
            var objects: [String: Shape] = [:]
            let typename = first
            for selection in field.selections {
                var column = typename + 1
                objects[selection.typename] = .object(
                    try object(selection, path: path, fetch: fetch, column: &column, into: &builder),
                    presence: nil
                )
            }
            element = .variant(typename: typename, objects)
        }
        guard let item = field.definition.type.listItem else { return .row(fetch: fetch, element) }
        return .rows(fetch: fetch, element: element, elementIsNonNull: item.isNonNull)
    }

    private func object(
        _ selection: ObjectSelection,
        path: String,
        fetch: Int,
        column: inout Int,
        into builder: inout PlanBuilder
    ) throws(GraphQLError) -> ObjectShape {
        var fields: [OutputField] = []
        for field in selection.fields {
            let path = "\(path).\(field.responseKey)"
            let shape = try shape(of: field, path: path, parent: fetch, column: &column, into: &builder)
            fields.append(OutputField(field, shape: shape))
        }
        return ObjectShape(typename: selection.typename, fields: fields)
    }

    private func connection(
        _ field: CollectedField,
        path: String,
        fetch: Int,
        first: Int,
        into builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        var parts: [ConnectionShape.Keyed<ConnectionShape.Part>] = []
        for part in field.selection?.fields ?? [] {
            let content: ConnectionShape.Part
            switch part.definition.name {
            case "edges":
                var edges: [ConnectionShape.EdgePart] = []
                for edge in part.selection?.fields ?? [] {
                    let value: ConnectionShape.EdgeValue
                    switch edge.definition.name {
                    case "cursor": value = .cursor
                    case "node": value = .node(try node(edge, path: path, fetch: fetch, first: first, into: &builder))
                    default: value = .constant(Array("\"\(edge.parentType)\"".utf8))
                    }
                    edges.append(.init(responseKey: edge.responseKey, content: value))
                }
                content = .edges(edges)
            case "nodes": content = .nodes(try node(part, path: path, fetch: fetch, first: first, into: &builder))
            case "pageInfo":
                content = .pageInfo(
                    (part.selection?.fields ?? []).map { info in
                        let value: ConnectionShape.PageInfoValue =
                            switch info.definition.name {
                            case "hasNextPage": .hasNextPage
                            case "hasPreviousPage": .hasPreviousPage
                            case "startCursor": .startCursor
                            case "endCursor": .endCursor
                            default: .constant(Array("\"PageInfo\"".utf8))
                            }
                        return .init(responseKey: info.responseKey, content: value)
                    }
                )
            case "totalCount":
                let parent = builder.fetches[fetch].parent
                content = .totalCount(fetch: builder.add(NamedFetch("\(path).totalCount"), parent: parent))
            default: content = .constant(Array("\"\(part.parentType)\"".utf8))
            }
            parts.append(.init(responseKey: part.responseKey, content: content))
        }
        let shape = ConnectionShape(
            fetch: fetch,
            parts: parts,
            cursorColumns: [first],
            cursorFactory: CursorFactory(query: 0x0102_0304, seal: seal),
            nodeType: String(field.definition.type.namedType.dropLast("Connection".count))
        )
        return .connection(shape)
    }

    private func node(
        _ field: CollectedField,
        path: String,
        fetch: Int,
        first: Int,
        into builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        var column = first
        guard let selection = field.selection else { return .constant(Array("{}".utf8)) }
        return .object(try object(selection, path: path, fetch: fetch, column: &column, into: &builder), presence: nil)
    }

    private func encoding(of type: TypeReference) -> LeafEncoding {
        if let item = type.listItem { return .array(of: encoding(of: item), itemIsNonNull: item.isNonNull) }
        return switch type.namedType {
        case "Int": .int8
        case "ID": .int8Text
        case "Boolean": .boolean
        case "Float": .float8
        case "Date": .date
        default: .text
        }
    }
}
