import GraphQLLanguage

/// What is built in is not defined again.
final class BuiltInDefinitionsRule: DefinitionRule {
    private let context: DefinitionContext

    init(_ context: DefinitionContext) { self.context = context }

    func enterType(_ type: TypeSystemDefinition) {
        let name = type.name
        guard !type.isExtension, Standard.typeNames.contains(name.text) else { return }
        context.report("Type \"\(name.text)\" is built in and cannot be defined.", at: context.place(name.offset))
    }

    func enterDirectiveDefinition(_ directive: DirectiveDefinition) {
        let name = directive.name
        guard Standard.directives.contains(where: { $0.name == name.text }) else { return }
        context.report(
            "Directive \"@\(name.text)\" is built in and cannot be defined.",
            at: context.place(name.offset)
        )
    }
}
