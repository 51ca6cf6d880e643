import GraphQLLanguage

/// No argument is given twice (GraphQL §5.4.2).
final class UniqueArgumentNamesRule: DocumentRule {
    static let events: WalkEvents = [.enterField, .enterDirective]
    private let context: ValidationContext

    init(_ context: ValidationContext) { self.context = context }

    func enterField(_ field: Field) { check(field.arguments) }

    func enterDirective(_ directive: Directive, on location: DirectiveLocation) { check(directive.arguments) }

    private func check(_ arguments: [Argument]) {
        guard arguments.count > 1 else { return }
        for names in arguments.map(\.name).repeated() {
            context.report("There can be only one argument named \"\(names[0].text)\".", at: names.map(\.offset))
        }
    }
}
