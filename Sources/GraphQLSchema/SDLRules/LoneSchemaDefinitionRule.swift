import GraphQLLanguage

/// A document defines the schema once, an extension never (GraphQL §3.3).
final class LoneSchemaDefinitionRule: DefinitionRule {
    private let context: DefinitionContext
    private let isDefinedAlready: Bool
    private var hasDefinition = false

    init(_ context: DefinitionContext) {
        self.context = context
        isDefinedAlready = context.schema?.hasRootType ?? false
    }

    func enterSchema(_ schema: SchemaDefinition) {
        guard !schema.isExtension else { return }
        let place = context.place(schema.offset)
        if isDefinedAlready {
            context.report("Cannot define a new schema within a schema extension.", at: place)
        } else if hasDefinition {
            context.report("Must provide only one schema definition.", at: place)
        }
        hasDefinition = true
    }
}

extension Schema {
    fileprivate var hasRootType: Bool {
        queryTypeName != nil || mutationTypeName != nil || subscriptionTypeName != nil
    }
}
