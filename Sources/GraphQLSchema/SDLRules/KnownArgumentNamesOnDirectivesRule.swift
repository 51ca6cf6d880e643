import GraphQLLanguage

/// A directive is given no argument that it does not define (GraphQL §5.4.1).
final class KnownArgumentNamesOnDirectivesRule: DefinitionRule {
    private let context: DefinitionContext

    init(_ context: DefinitionContext) { self.context = context }

    func enterDirective(_ directive: Directive, on location: DirectiveLocation) {
        guard let definition = context.directives[directive.name.text] else { return }
        let known = definition.arguments.map(\.name)
        for argument in directive.arguments where !known.contains(argument.name.text) {
            let name = argument.name.text
            context.report(
                "Unknown argument \"\(name)\" on directive \"@\(definition.name)\"."
                    + context.suggestion(for: name, among: known),
                at: context.place(argument.name.offset)
            )
        }
    }
}
