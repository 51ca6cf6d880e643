import GraphQLLanguage

/// Each kind of operation has one root type (GraphQL §3.3.1).
final class UniqueOperationTypesRule: DefinitionRule {
    private let context: DefinitionContext
    private var defined: [OperationKind: Provenance?] = [:]

    init(_ context: DefinitionContext) { self.context = context }

    func enterSchema(_ schema: SchemaDefinition) {
        for operation in schema.operations {
            let place = context.place(operation.offset)
            if context.schema?.rootTypeName(for: operation.kind) != nil {
                context.report(
                    "Type for \(operation.kind) already defined in the schema. It cannot be redefined.",
                    at: place
                )
            } else if let first = defined[operation.kind] {
                context.report(
                    "There can be only one \(operation.kind) type in schema.",
                    at: first,
                    place,
                    primary: 1
                )
            } else {
                defined[operation.kind] = place
            }
        }
    }
}
