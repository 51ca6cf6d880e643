import GraphQLLanguage

/// Directives are defined and stand where they may stand (GraphQL §3.13, §5.7.1, §5.7.2).
final class KnownDirectivesRule: DefinitionRule {
    private let context: DefinitionContext

    init(_ context: DefinitionContext) { self.context = context }

    func enterDirective(_ directive: Directive, on location: DirectiveLocation) {
        let name = directive.name.text
        let place = context.place(directive.offset)
        guard let definition = context.directives[name] else {
            context.report("Unknown directive \"@\(name)\".", at: place)
            return
        }
        guard !definition.locations.contains(location.rawValue) else { return }
        context.report("Directive \"@\(name)\" may not be used on \(location.rawValue).", at: place)
    }
}
