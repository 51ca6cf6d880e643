import GraphQLLanguage

/// Fragments of a schema hold nothing but type system definitions.
final class TypeSystemDefinitionsRule: DefinitionRule {
    private let context: DefinitionContext

    init(_ context: DefinitionContext) { self.context = context }

    func enterOperation(_ operation: OperationDefinition) {
        context.report("The operation does not belong into a schema.", at: context.place(operation.offset))
    }

    func enterFragment(_ fragment: FragmentDefinition) {
        context.report(
            "The fragment \"\(fragment.name.text)\" does not belong into a schema.",
            at: context.place(fragment.offset)
        )
    }
}
