import GraphQLLanguage
import GraphQLSchema

/// Arguments are defined by the field or directive they are given to (GraphQL §5.4.1).
final class KnownArgumentNamesRule: DocumentRule {
    static let events: WalkEvents = [.enterField, .enterDirective]
    private let context: ValidationContext

    init(_ context: ValidationContext) { self.context = context }

    func enterField(_ field: Field) {
        guard !field.arguments.isEmpty, let definition = context.types.field else { return }
        check(field.arguments, against: definition.arguments, of: "field \"\(context.types.fieldCoordinate)\"")
    }

    func enterDirective(_ directive: Directive, on location: DirectiveLocation) {
        guard !directive.arguments.isEmpty, let definition = context.types.directive else { return }
        check(directive.arguments, against: definition.arguments, of: "directive \"@\(definition.name)\"")
    }

    private func check(_ arguments: [Argument], against defined: [SchemaInputValue], of owner: String) {
        for argument in arguments {
            let name = argument.name.text
            if defined.contains(where: { $0.name == name }) { continue }
            let suggestion = context.suggestion(for: name, from: defined.map(\.name))
            context.report("Unknown argument \"\(name)\" on \(owner).\(suggestion)", at: argument.name.offset)
        }
    }
}
