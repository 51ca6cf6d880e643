import GraphQLLanguage

/// Directives have different names (GraphQL §3.3).
final class UniqueDirectiveNamesRule: DefinitionRule {
    private let context: DefinitionContext
    private var defined: [String: Provenance?] = [:]

    init(_ context: DefinitionContext) { self.context = context }

    func enterDirectiveDefinition(_ directive: DirectiveDefinition) {
        let name = directive.name.text
        let place = context.place(directive.name.offset)
        if context.schema?.directive(named: name) != nil {
            context.report("Directive \"@\(name)\" already exists in the schema. It cannot be redefined.", at: place)
        } else if let first = defined[name] {
            context.report("There can be only one directive named \"@\(name)\".", at: first, place, primary: 1)
        } else {
            defined[name] = place
        }
    }
}
