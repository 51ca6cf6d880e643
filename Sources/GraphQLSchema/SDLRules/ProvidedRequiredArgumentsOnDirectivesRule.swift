import GraphQLLanguage

/// A directive is given every required argument (GraphQL §5.4.3).
final class ProvidedRequiredArgumentsOnDirectivesRule: DefinitionRule {
    private let context: DefinitionContext

    init(_ context: DefinitionContext) { self.context = context }

    func leaveDirective(_ directive: Directive) {
        guard let definition = context.directives[directive.name.text] else { return }
        let missing = definition.arguments.filter { $0.isRequired && directive.argument($0.name) == nil }
        // Of an argument that is defined twice the last definition counts.
        let types = Dictionary(missing.map { ($0.name, $0.type) }, uniquingKeysWith: { _, last in last })
        var reported: Set<String> = []
        for argument in missing where reported.insert(argument.name).inserted {
            let type = types[argument.name] ?? argument.type
            context.report(
                """
                Argument "@\(definition.name)(\(argument.name):)" of type "\(type)" is required, \
                but it was not provided.
                """,
                at: context.place(directive.offset)
            )
        }
    }
}
