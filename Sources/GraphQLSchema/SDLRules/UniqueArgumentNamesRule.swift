import GraphQLLanguage

/// An argument is given once (GraphQL §5.4.2).
final class UniqueArgumentNamesRule: DefinitionRule {
    private let context: DefinitionContext

    init(_ context: DefinitionContext) { self.context = context }

    func enterField(_ field: Field) { check(field.arguments) }

    func enterDirective(_ directive: Directive, on location: DirectiveLocation) { check(directive.arguments) }

    private func check(_ arguments: [Argument]) {
        for names in repeatedNames(arguments.map(\.name)) {
            context.report("There can be only one argument named \"\(names[0].text)\".", repeated: names)
        }
    }
}
