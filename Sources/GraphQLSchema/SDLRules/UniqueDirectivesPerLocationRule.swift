import GraphQLLanguage

/// A directive that is not repeatable stands once on an element, its extensions included (GraphQL §5.7.3).
final class UniqueDirectivesPerLocationRule: DefinitionRule {
    private typealias Places = [String: Provenance?]

    private let context: DefinitionContext
    private var onSchema: Places = [:]
    private var onTypes: [String: Places] = [:]
    private var onDirectives: [String: Places] = [:]

    init(_ context: DefinitionContext) { self.context = context }

    func enterDirectives(_ directives: [Directive], on element: AnnotatedElement) {
        guard !directives.isEmpty else { return }
        switch element {
        case .schema: check(directives, &onSchema)
        case .type(let name): check(directives, &onTypes[name, default: [:]])
        case .directive(let name): check(directives, &onDirectives[name, default: [:]])
        case .other:
            var places: Places = [:]
            check(directives, &places)
        }
    }

    private func check(_ directives: [Directive], _ places: inout Places) {
        for directive in directives {
            let name = directive.name.text
            guard let definition = context.directives[name], !definition.isRepeatable else { continue }
            let place = context.place(directive.offset)
            if let first = places[name] {
                context.report(
                    "The directive \"@\(name)\" can only be used once at this location.",
                    at: first,
                    place,
                    primary: 1
                )
            } else {
                places[name] = place
            }
        }
    }
}
