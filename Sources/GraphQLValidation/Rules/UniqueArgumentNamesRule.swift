import GraphQLLanguage

/// No argument is given twice (GraphQL §5.4.2).
enum UniqueArgumentNamesRule: DocumentRule {
    static let events: WalkEvents = [.enterField, .enterDirective]

    static func enterField(_ field: Field, _ context: ValidationContext) { check(field.arguments, context) }

    static func enterDirective(
        _ directive: Directive,
        on location: DirectiveLocation,
        _ context: ValidationContext
    ) {
        check(directive.arguments, context)
    }

    private static func check(_ arguments: [Argument], _ context: ValidationContext) {
        guard arguments.count > 1 else { return }
        for names in arguments.map(\.name).repeated() {
            context.report("There can be only one argument named \"\(names[0].text)\".", at: names.map(\.offset))
        }
    }
}
