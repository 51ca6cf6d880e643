package import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

extension OperationSelection {
    /// The most fields that an operation's plan may have: those below an abstract type count for each object type.
    package static let maxPlannedFields = 50_000

    /// The deepest nesting of objects that an operation's plan may have.
    package static let maxPlannedDepth = 250

    /// The directive by which an operation asks, in a schema that defines it, for nulls where errors happened.
    private static let keepsNulls = "experimental_disableErrorPropagation"

    /// Plans the operation for one variant: the engine's own fields here, all others by the planner.
    ///
    /// Throws what refuses the operation before anything is run. What concerns one field or object alone (its arguments,
    /// a condition below it) is planned as its refusal.
    package func plan(
        for variant: PlanVariant,
        by planner: some FieldPlanner,
        scalars: ScalarCoercions = ScalarCoercions(),
        maxFields: Int = Self.maxPlannedFields
    ) throws(GraphQLError) -> Plan {
        guard let root = document.schema.rootType(for: operation.kind) else {
            throw GraphQLError(
                "Schema is not configured to execute \(operation.kind.rawValue) operation.",
                locations: [document.document.source.location(at: operation.offset)],
                code: "OPERATION_RESOLUTION_FAILURE"
            )
        }
        var collection = FieldCollection(self, variant: variant, scalars: scalars, maxFields: maxFields)
        let selection = try collection.selection(of: [operation.selections], on: root)
        var builder = PlanBuilder()
        var fields: [OutputField] = []
        for field in selection.fields {
            builder.rootField = fields.count
            let shape =
                if let refusal = field.refusal {
                    Shape.refused(refusal)
                } else if let own = Shape(meta: field) {
                    own
                } else {
                    try planner.plan(field, of: operation.kind, into: &builder)
                }
            fields.append(OutputField(field, shape: shape))
        }
        return Plan(
            kind: operation.kind,
            source: document.document.source,
            root: ObjectShape(typename: root.name, fields: fields, refusal: selection.refusal),
            fetches: builder.fetches,
            variables: operation.variables,
            propagatesErrors: !operation.directives.contains { $0.name.text == Self.keepsNulls }
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
