import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema

/// Mutations: a command answers one row, and what is selected below its keys is read like any query.
extension SQLPlanner {
    func planMutation(_ field: CollectedField, _ builder: inout PlanBuilder) throws(GraphQLError) -> Shape {
        let permission = field.definition.directives.permission
        guard allows(permission), allowsType(of: field) else { return Self.refusal }
        let name = field.definition.type.namedType
        let command = builder.add(
            CommandFetch(
                name: field.definition.name,
                payloadType: name,
                arguments: field.arguments,
                takesInput: field.definition.arguments.map(\.name) == ["input"],
                permission: permission
            )
        )
        if mapping.mapping.tables[name] != nil {
            let row = try keyedRow(field, parent: Fetch.Parent(fetch: command, keyColumns: [0]), &builder)
            return .row(fetch: command, row)
        }
        let shape = try payload(field, fetch: command, firstColumn: 0, &builder)
        return .row(fetch: command, .object(shape, presence: nil))
    }

    /// An object without a table, its fields side by side in a row from `firstColumn`.
    private func payload(
        _ field: CollectedField,
        fetch: Int,
        firstColumn: Int,
        _ builder: inout PlanBuilder
    ) throws(GraphQLError) -> ObjectShape {
        let typename = field.definition.type.namedType
        guard case .object(let type) = mapping.mapping.schema.type(named: typename) else {
            preconditionFailure("\(typename) is no object type")
        }
        var fields: [OutputField] = []
        for child in field.selections.first?.fields ?? [] {
            guard let position = type.fields.firstIndex(where: { $0.name == child.definition.name }) else {
                fields.append(OutputField(child, shape: .typename(typename)))
                continue
            }
            let column = firstColumn + position
            let shape = try payloadField(child, fetch: fetch, column: column, &builder)
            fields.append(OutputField(child, shape: shape))
        }
        return ObjectShape(typename: typename, fields: fields, refusal: field.selections.first?.refusal)
    }

    private func payloadField(
        _ field: CollectedField,
        fetch: Int,
        column: Int,
        _ builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        if let refusal = field.refusal { return .refused(refusal) }
        let type = field.definition.type
        guard allows(field.definition.directives.permission), allowsType(of: field) else { return Self.refusal }
        if mapping.mapping.schema.isLeaf(type.namedType) {
            return .leaf(column: column, mapping.mapping.schema.payloadEncoding(of: type))
        }
        let isTable = mapping.mapping.tables[type.namedType] != nil
        guard let item = type.listItem else {
            return try keyedRow(field, parent: Fetch.Parent(fetch: fetch, keyColumns: [column]), &builder)
        }
        let list = builder.add(
            PayloadListFetch(field: field.definition.name, itemType: type.namedType),
            partOf: fetch
        )
        let element: Shape =
            if isTable {
                try keyedRow(field, parent: Fetch.Parent(fetch: list, keyColumns: [1]), &builder)
            } else {
                .object(try payload(field, fetch: list, firstColumn: 1, &builder), presence: nil)
            }
        return .rows(fetch: list, element: element, elementIsNonNull: item.isNonNull)
    }
}
