import GraphQLLanguage

/// An extension needs a type of its own kind (GraphQL §3.4.3).
final class PossibleTypeExtensionsRule: DefinitionRule {
    private let context: DefinitionContext

    init(_ context: DefinitionContext) { self.context = context }

    func enterType(_ type: TypeSystemDefinition) {
        guard type.isExtension else { return }
        let name = type.name.text
        let here = context.place(type.name.offset, start: type.offset)
        let wrongKind = "Cannot extend non-\(type.kindName) type \"\(name)\"."
        if let base = context.definition(ofType: name) {
            guard base.node.kindName != type.kindName else { return }
            let place = base.provenance(at: base.node.name.offset, start: base.node.offset)
            context.report(wrongKind, at: place, here, primary: 1)
        } else if let existing = context.schema?.type(named: name) {
            if existing.kindName != type.kindName { context.report(wrongKind, at: here) }
        } else {
            context.report(
                "Cannot extend type \"\(name)\" because it is not defined."
                    + context.suggestion(for: name, among: context.typeNames),
                at: context.place(type.name.offset)
            )
        }
    }
}
