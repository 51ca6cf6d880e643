import GraphQLLanguage
import GraphQLSchema

/// Required arguments are given (GraphQL §5.4.3).
///
/// Checked on leaving, so that errors within are reported first.
enum ProvidedRequiredArgumentsRule: DocumentRule {
    static let events: WalkEvents = [.leaveField, .leaveDirective]

    static func leaveField(_ field: Field, _ context: ValidationContext) {
        guard let definition = context.types.field else { return }
        for argument in definition.arguments where isMissing(argument, from: field.arguments) {
            let isIntrospection = context.types.type?.name.utf8.starts(with: "__".utf8) ?? false
            let parent = isIntrospection ? "<meta>" : context.types.parentType?.name ?? ""
            report(argument, "\(parent).\(field.name.text)(\(argument.name):)", at: field.offset, context)
        }
    }

    static func leaveDirective(_ directive: Directive, _ context: ValidationContext) {
        guard let definition = context.directive(named: directive.name.text) else { return }
        for argument in definition.arguments where isMissing(argument, from: directive.arguments) {
            report(argument, "@\(definition.name)(\(argument.name):)", at: directive.offset, context)
        }
    }

    private static func isMissing(_ argument: SchemaInputValue, from given: [Argument]) -> Bool {
        argument.isRequired && !given.contains { $0.name.text == argument.name }
    }

    private static func report(
        _ argument: SchemaInputValue,
        _ coordinate: String,
        at offset: Int,
        _ context: ValidationContext
    ) {
        context.report(
            "Argument \"\(coordinate)\" of type \"\(argument.type)\" is required, but it was not provided.",
            at: offset
        )
    }
}
