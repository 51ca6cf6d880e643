import GraphQLLanguage
import GraphQLSchema

/// Arguments are defined by the field or directive they are given to (GraphQL §5.4.1).
enum KnownArgumentNamesRule: DocumentRule {
    static let events: WalkEvents = [.enterArgument, .enterDirective]

    static func enterArgument(_ site: ArgumentSite, _ context: ValidationContext) {
        guard site.definition == nil, !site.isOfDirective, let field = context.types.field,
            let parent = context.types.parentType
        else { return }
        report(site.argument, field.arguments, "field \"\(parent.name).\(field.name)\"", context)
    }

    static func enterDirective(
        _ directive: Directive,
        on location: DirectiveLocation,
        _ context: ValidationContext
    ) {
        guard !directive.arguments.isEmpty, let definition = context.directive(named: directive.name.text) else {
            return
        }
        for argument in directive.arguments where !context.isAborted {
            if definition.arguments.contains(where: { $0.name == argument.name.text }) { continue }
            report(argument, definition.arguments, "directive \"@\(definition.name)\"", context)
        }
    }

    private static func report(
        _ argument: Argument,
        _ defined: [SchemaInputValue],
        _ owner: String,
        _ context: ValidationContext
    ) {
        let name = argument.name.text
        let suggestion = context.suggestion(for: name, from: defined.map(\.name))
        context.report("Unknown argument \"\(name)\" on \(owner).\(suggestion)", at: argument.name.offset)
    }
}
