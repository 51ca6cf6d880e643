import GraphQLLanguage

/// The arguments of a field or directive have different names (GraphQL §3.6.1, §3.13).
final class UniqueArgumentDefinitionNamesRule: DefinitionRule {
    private let context: DefinitionContext

    init(_ context: DefinitionContext) { self.context = context }

    func enterType(_ type: TypeSystemDefinition) {
        for field in type.fields { check(field.arguments, of: "\(type.name.text).\(field.name.text)") }
    }

    func enterDirectiveDefinition(_ directive: DirectiveDefinition) {
        check(directive.arguments, of: "@\(directive.name.text)")
    }

    private func check(_ arguments: [InputValueDefinition], of owner: String) {
        for names in repeatedNames(arguments.map(\.name)) {
            context.report("Argument \"\(owner)(\(names[0].text):)\" can only be defined once.", repeated: names)
        }
    }
}
