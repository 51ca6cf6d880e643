import GraphQLLanguage

/// The arguments of the directives that a schema is built from, `@deprecated` and `@specifiedBy`, are as the
/// specification defines them (GraphQL §3.13.3, §3.13.4), whatever a document makes of their definitions.
final class ReadDirectiveValuesRule: DefinitionRule {
    private static let directives = Standard.directives.filter { ["deprecated", "specifiedBy"].contains($0.name) }

    private let context: DefinitionContext
    /// Nothing becomes of the extensions of a directive that there is not.
    private var isRead = true

    init(_ context: DefinitionContext) { self.context = context }

    func enterDirectives(_ directives: [Directive], on element: AnnotatedElement) {
        isRead = if case .directive(let name) = element { context.directives[name] != nil } else { true }
    }

    func enterDirective(_ directive: Directive, on location: DirectiveLocation) {
        guard isRead, let definition = Self.directives.first(where: { $0.name == directive.name.text }),
            definition.locations.contains(location.rawValue)
        else { return }
        for expected in definition.arguments {
            let name = "@\(definition.name)(\(expected.name):)"
            if let value = directive.argument(expected.name) {
                for problem in LiteralCheck.problems(of: value, as: expected.type, types: Standard.type(named:)) {
                    context.report(
                        "Argument \"\(name)\" has invalid value: \(problem.message)",
                        at: context.place(problem.offset)
                    )
                }
            } else if expected.isRequired {
                context.report(
                    "Argument \"\(name)\" of required type \"\(expected.type)\" was not provided.",
                    at: context.place(directive.offset)
                )
            }
        }
    }
}
