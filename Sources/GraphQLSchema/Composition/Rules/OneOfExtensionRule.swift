import GraphQLLanguage

/// An input object is made OneOf by its definition, not by an extension (GraphQL §3.10.2).
final class OneOfExtensionRule: DefinitionRule {
    private let context: DefinitionContext

    init(_ context: DefinitionContext) { self.context = context }

    func enterType(_ type: TypeSystemDefinition) {
        guard type.isExtension, case .input = type.body else { return }
        for directive in type.directives where directive.name.text == "oneOf" {
            context.report(
                "Directive \"@oneOf\" cannot be applied by an extension of \"\(type.name.text)\".",
                at: context.place(directive.offset)
            )
        }
    }
}
