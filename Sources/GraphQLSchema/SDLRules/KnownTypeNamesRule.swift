import GraphQLLanguage

/// Every type that is named is defined, exists in the extended schema, or is built in (GraphQL §3.3).
///
/// In operations and fragments of the document a built-in type is known only if the schema has it.
final class KnownTypeNamesRule: DefinitionRule {
    private let context: DefinitionContext

    init(_ context: DefinitionContext) { self.context = context }

    func enterTypeName(_ name: Name) {
        let text = name.text
        guard context.schema?.type(named: text) == nil, context.definition(ofType: text) == nil else { return }
        let builtIn = context.isInSDL ? Standard.typeNames : []
        guard !builtIn.contains(text) else { return }
        context.report(
            "Unknown type \"\(text)\"." + context.suggestion(for: text, among: builtIn + context.typeNames),
            at: context.place(name.offset)
        )
    }
}
