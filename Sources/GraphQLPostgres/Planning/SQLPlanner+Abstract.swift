import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema

/// Positions where objects of several types may stand.
///
/// The rows there name their type and their key. An object of which nothing is selected but what these rows have
/// themselves is written from them. Any other is a row of its type's own table, joined like a to-one relation.
extension SQLPlanner {
    /// Only rows of types that the caller may read, where there are others: these are neither listed nor counted.
    func readableTypes(of table: TableMapping) -> TypeRestriction? {
        guard let typeColumn = table.typeColumn else { return nil }
        let readable = table.types.filter { allows(mapping.table($0).permission) }
        return readable.count == table.types.count ? nil : TypeRestriction(column: typeColumn, types: readable)
    }

    /// Whether the caller may select a column of an abstract type's table, wherever a row is of a type that they may read.
    func allows(sharedColumn name: String, of table: TableMapping) -> Bool {
        let reading = table.fields.filter { field in
            switch field.value.source {
            case .column(let column): column == name
            case .reference(let reference): reference.columns.contains(name)
            default: false
            }
        }
        return reading.isEmpty
            || reading.contains { field, shared in
                if case .reference(let reference) = shared.source,
                    !allows(mapping.table(reference.target).permission)
                {
                    return false
                }
                return allows(shared, field, of: table)
            }
    }

    /// Whether the caller may select a field; one of an interface on every type that they may read.
    func allows(_ field: FieldMapping, _ name: String, of table: TableMapping) -> Bool {
        allows(field.permission)
            && table.types.map { mapping.table($0) }.allSatisfy { type in
                !allows(type.permission) || allows(type.fields[name]?.permission)
            }
    }

    func survey(
        _ selections: [ObjectSelection],
        of table: TableMapping,
        _ typeColumn: String,
        alias: Int,
        _ select: inout Select
    ) {
        select.add(.column(alias: alias, typeColumn))
        for selection in selections where selection.refusal == nil {
            let type = mapping.type(selection.typename, in: table)
            guard allows(type.permission) else { continue }
            if serves(type, selection) {
                survey(selection.fields, of: type, alias: alias, &select)
            } else {
                let own = mapping.table(selection.typename)
                let joined = select.join(ownRow(of: own, table, typeColumn), to: own, from: alias)
                select.add(.column(alias: joined, own.key[0]))
                survey(selection.fields, of: own, alias: joined, &select)
            }
        }
    }

    /// From an abstract type's row to the row of the object's own table.
    private func ownRow(of own: TableMapping, _ table: TableMapping, _ typeColumn: String) -> ReferenceMapping {
        ReferenceMapping(
            coordinate: "\(table.typename) as \(own.typename)",
            target: own.typename,
            columns: table.key,
            key: nil,
            restriction: TypeRestriction(column: typeColumn, types: [own.typename])
        )
    }

    /// Whether the rows at hand have all that is selected.
    private func serves(_ type: TableMapping, _ selection: ObjectSelection) -> Bool {
        let own = mapping.table(type.typename)
        return selection.fields.allSatisfy { field in
            field.refusal != nil || field.definition.name == "__typename" || type.fields[field.definition.name] != nil
                || !allows(own.fields[field.definition.name]?.permission) || !allowsType(of: field)
        }
    }

    func variant(
        _ field: CollectedField,
        _ row: RowScope,
        _ typeColumn: String,
        _ builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        let column = row.select.position(of: .column(alias: row.alias, typeColumn))
        var shapes: [String: Shape] = [:]
        var shared = SharedShapes()
        for selection in field.selections {
            let type = mapping.type(selection.typename, in: row.table)
            let variant = Fetch.Variant(column: column, typename: selection.typename)
            let shape: Shape
            if !allows(type.permission) {
                shape = Self.refusal
            } else if selection.refusal != nil || serves(type, selection) {
                let here = RowScope(
                    select: row.select,
                    alias: row.alias,
                    table: type,
                    fetch: row.fetch,
                    variant: variant
                )
                shape = .object(try object(selection, here, of: row.table, &shared, &builder), presence: nil)
            } else {
                let own = mapping.table(selection.typename)
                guard let alias = row.select.alias(of: ownRow(of: own, row.table, typeColumn), from: row.alias) else {
                    preconditionFailure("\(own.typename) of \(row.table.typename) was not surveyed")
                }
                let there = RowScope(
                    select: row.select,
                    alias: alias,
                    table: own,
                    fetch: row.fetch,
                    variant: variant
                )
                let presence = row.select.position(of: .column(alias: alias, own.key[0]))
                shape = .object(try object(selection, there, &builder), presence: presence)
            }
            shapes[selection.typename] = shape
        }
        return .variant(typename: column, shapes)
    }

    /// An object written from an abstract type's row; what hangs on the interface's own fields is read once for all types.
    private func object(
        _ selection: ObjectSelection,
        _ row: RowScope,
        of table: TableMapping,
        _ shared: inout SharedShapes,
        _ builder: inout PlanBuilder
    ) throws(GraphQLError) -> ObjectShape {
        var fields: [OutputField] = []
        for field in selection.fields {
            let isShared =
                table.fields[field.definition.name] != nil && field.refusal == nil
                && allows(row.table.fields[field.definition.name]?.permission) && !field.selections.isEmpty
            if isShared, let known = shared[field] {
                fields.append(OutputField(field, shape: known))
                continue
            }
            var scope = row
            if isShared { scope.variant = nil }
            let shape = try shape(field, scope, &builder)
            if isShared { shared[field] = shape }
            fields.append(OutputField(field, shape: shape))
        }
        return ObjectShape(typename: selection.typename, fields: fields, refusal: selection.refusal)
    }

    /// The objects of ids that name their types.
    func node(
        _ node: NodeMapping,
        _ field: CollectedField,
        _ builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape {
        let types = field.selections.map { selection in
            let table = mapping.table(selection.typename)
            return NodeFetch.NodeType(
                typename: selection.typename,
                key: mapping.column(table.key[0], of: table).type
            )
        }
        let ids = builder.add(
            NodeFetch(ids: field.argument(node.argument) ?? .constant(.null), isList: node.isList, types: types)
        )
        var shapes: [String: Shape] = [:]
        for selection in field.selections {
            guard allows(mapping.table(selection.typename).permission) else {
                shapes[selection.typename] = Self.refusal
                continue
            }
            let variant = Fetch.Variant(column: NodeFetch.typeColumn, typename: selection.typename)
            let parent = Fetch.Parent(fetch: ids, keyColumns: [NodeFetch.keyColumn], variant: variant)
            shapes[selection.typename] = try keyedRow(selection, of: selection.typename, parent: parent, &builder)
        }
        let element = Shape.variant(typename: NodeFetch.typeColumn, shapes)
        return node.isList
            ? .rows(fetch: ids, element: element, elementIsNonNull: false) : .row(fetch: ids, element)
    }
}

/// What hangs on fields that an interface declares, planned for one of its types and as good for the others.
private struct SharedShapes {
    private struct Key: Hashable {
        /// The field nodes: where they are the same, so is all that is selected below them.
        let offsets: [Int]
        let type: String
    }

    private var shapes: [Key: Shape] = [:]

    subscript(field: CollectedField) -> Shape? {
        get { shapes[key(field)] }
        set { shapes[key(field)] = newValue }
    }

    private func key(_ field: CollectedField) -> Key {
        Key(offsets: field.offsets, type: field.definition.type.description)
    }
}
