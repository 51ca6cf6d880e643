import GraphQLLanguage

/// A directive is given every required argument (GraphQL §5.4.3).
final class ProvidedRequiredArgumentsOnDirectivesRule: DefinitionRule {
    private let context: DefinitionContext

    init(_ context: DefinitionContext) { self.context = context }

    func leaveDirective(_ directive: Directive) {
        guard let definition = context.directives[directive.name.text] else { return }
        for argument in definition.arguments
        where argument.isRequired && directive.argument(argument.name) == nil {
            context.report(
                """
                Argument "@\(definition.name)(\(argument.name):)" of type "\(argument.type)" is required, \
                but it was not provided.
                """,
                at: context.place(directive.offset)
            )
        }
    }
}
