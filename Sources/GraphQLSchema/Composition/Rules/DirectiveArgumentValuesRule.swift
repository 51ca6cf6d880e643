import GraphQLLanguage

/// The arguments of an applied directive are of the types that it defines (GraphQL §3.13).
final class DirectiveArgumentValuesRule: DefinitionRule {
    private let context: DefinitionContext
    private let types: [String: TypeDefinition]

    init(_ context: DefinitionContext) {
        self.context = context
        let defined = Assembly(context.definitions).types(in: context.definitions, of: [.engine, .fragment])
        types = Dictionary((defined + Standard.types).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func enterDirective(_ directive: Directive, on location: DirectiveLocation) {
        guard let definition = context.directives[directive.name.text] else { return }
        for expected in definition.arguments {
            guard let value = directive.argument(expected.name) else { continue }
            for problem in LiteralCheck.problems(of: value, as: expected.type, types: { self.types[$0] }) {
                context.report(
                    """
                    Argument "@\(definition.name)(\(expected.name):)" has invalid value\(problem.place): \
                    \(problem.message)
                    """,
                    at: context.place(problem.offset)
                )
            }
        }
    }
}
