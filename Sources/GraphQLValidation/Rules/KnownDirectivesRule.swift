import GraphQLLanguage
import GraphQLSchema

/// Directives are defined and stand where they may stand (GraphQL §5.7.1, §5.7.2).
enum KnownDirectivesRule: DocumentRule {
    static let events: WalkEvents = .enterDirective

    static func enterDirective(
        _ directive: Directive,
        on location: DirectiveLocation,
        _ context: ValidationContext
    ) {
        let name = directive.name.text
        guard let definition = context.directive(named: name) else {
            context.report("Unknown directive \"@\(name)\".", at: directive.offset)
            return
        }
        guard !definition.locations.contains(location.rawValue) else { return }
        context.report("Directive \"@\(name)\" may not be used on \(location.rawValue).", at: directive.offset)
    }
}
