package import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

extension OperationSelection {
    /// Plans the operation for one variant: the engine's own fields here, all others by the planner.
    ///
    /// Throws what refuses the operation before anything is run.
    package func plan(
        for variant: PlanVariant,
        by planner: some FieldPlanner,
        scalars: ScalarCoercions = ScalarCoercions()
    ) throws(GraphQLError) -> Plan {
        guard let root = document.schema.rootType(for: operation.kind) else {
            throw GraphQLError(
                "Schema is not configured to execute \(operation.kind.rawValue) operation.",
                locations: [document.document.source.location(at: operation.offset)],
                code: "OPERATION_RESOLUTION_FAILURE"
            )
        }
        let collection = FieldCollection(self, variant: variant, scalars: scalars)
        var builder = PlanBuilder()
        var fields: [OutputField] = []
        for field in try collection.fields(operation.selections, on: root) {
            builder.rootField = fields.count
            let shape =
                if let own = Shape(meta: field) {
                    own
                } else {
                    try planner.plan(field, of: operation.kind, into: &builder)
                }
            fields.append(OutputField(field, shape: shape))
        }
        return Plan(
            kind: operation.kind,
            source: document.document.source,
            root: ObjectShape(typename: root.name, fields: fields),
            fetches: builder.fetches,
            variables: operation.variables
        )
    }
}

extension Shape {
    /// The shape of a field that the engine answers itself, nil for any other.
    fileprivate init?(meta field: CollectedField) {
        switch field.definition.name {
        case "__typename": self = .typename(field.parentType)
        case "__schema", "__type": self = .introspection(field)
        default: return nil
        }
    }

    /// `__typename` on an object type.
    package static func typename(_ name: String) -> Shape { .constant(Array("\"\(name)\"".utf8)) }
}

extension OutputField {
    /// The output of a collected field; its name, position and nullability are the field's.
    package init(_ field: CollectedField, shape: Shape) {
        self.init(
            responseKey: field.responseKey,
            coordinate: "\(field.parentType).\(field.definition.name)",
            shape: shape,
            isNonNull: field.definition.type.isNonNull,
            offsets: field.offsets
        )
    }
}
