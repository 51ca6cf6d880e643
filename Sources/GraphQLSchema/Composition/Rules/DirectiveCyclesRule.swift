import GraphQLLanguage

/// A directive does not describe itself: it is not applied to itself or its own arguments, nor inside their types
/// (GraphQL §3.13, Type Validation).
final class DirectiveCyclesRule: DefinitionRule {
    private let context: DefinitionContext
    private lazy var directives: [DirectiveDefinition] = context.definitions.directives.map(\.node)
    private lazy var types = Dictionary(grouping: context.definitions.types.map(\.node)) { $0.name.text }

    init(_ context: DefinitionContext) { self.context = context }

    func enterDirectiveDefinition(_ directive: DirectiveDefinition) {
        let name = directive.name
        var seen: Set<String> = []
        var waiting = directivesUsed(by: directive)
        while let next = waiting.popLast() {
            if next == name.text {
                context.report(
                    "Directive \"@\(name.text)\" cannot be applied within its own definition.",
                    at: context.place(name.offset)
                )
                break
            }
            guard seen.insert(next).inserted, let used = directives.first(where: { $0.name.text == next }) else {
                continue
            }
            waiting += directivesUsed(by: used)
        }
    }

    /// Names of the directives applied to a directive, to its arguments and to the input types these are made of.
    private func directivesUsed(by directive: DirectiveDefinition) -> [String] {
        var names = (directive.directives + directive.arguments.flatMap(\.directives)).map(\.name.text)
        var seen: Set<String> = []
        var waiting = directive.arguments.map(\.type.namedType)
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted else { continue }
            for type in types[next] ?? [] {
                let inner =
                    type.directives + type.values.flatMap(\.directives) + type.inputFields.flatMap(\.directives)
                names += inner.map(\.name.text)
                waiting += type.inputFields.map(\.type.namedType)
            }
        }
        return names
    }
}
