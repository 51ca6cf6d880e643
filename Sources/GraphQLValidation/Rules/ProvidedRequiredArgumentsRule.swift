import GraphQLLanguage
import GraphQLSchema

/// Required arguments are given (GraphQL §5.4.3).
///
/// Checked on leaving, so that errors within are reported first.
final class ProvidedRequiredArgumentsRule: DocumentRule {
    static let events: WalkEvents = [.leaveField, .leaveDirective]
    private let context: ValidationContext

    init(_ context: ValidationContext) { self.context = context }

    func leaveField(_ field: Field) {
        guard let definition = context.types.field else { return }
        for argument in missing(from: field.arguments, of: definition.arguments) {
            report(argument, "\(context.types.fieldCoordinate)(\(argument.name):)", at: field.offset)
        }
    }

    func leaveDirective(_ directive: Directive) {
        guard let definition = context.types.directive else { return }
        for argument in missing(from: directive.arguments, of: definition.arguments) {
            report(argument, "@\(definition.name)(\(argument.name):)", at: directive.offset)
        }
    }

    private func missing(from given: [Argument], of defined: [SchemaInputValue]) -> [SchemaInputValue] {
        defined.filter { argument in argument.isRequired && !given.contains { $0.name.text == argument.name } }
    }

    private func report(_ argument: SchemaInputValue, _ coordinate: String, at offset: Int) {
        context.report(
            "Argument \"\(coordinate)\" of type \"\(argument.type)\" is required, but it was not provided.",
            at: offset
        )
    }
}
