import GraphQLLanguage
import GraphQLSchema

/// A directive that is not repeatable is written once at a place (GraphQL §5.7.3).
final class UniqueDirectivesPerLocationRule: DocumentRule {
    static let events: WalkEvents = .enterDirectives
    private let context: ValidationContext

    init(_ context: ValidationContext) { self.context = context }

    func enterDirectives(_ directives: [Directive]) {
        guard directives.count > 1 else { return }
        var seen: [String: Int] = [:]
        for directive in directives {
            let name = directive.name.text
            guard context.schema.directive(named: name)?.isRepeatable == false else { continue }
            if let first = seen[name] {
                context.report(
                    "The directive \"@\(name)\" can only be used once at this location.",
                    at: [first, directive.offset]
                )
            } else {
                seen[name] = directive.offset
            }
        }
    }
}
