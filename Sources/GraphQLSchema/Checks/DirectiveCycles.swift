import GraphQLLanguage

extension DefinitionChecks {
    /// A directive does not describe itself: it is not applied to its own arguments, nor inside their types
    /// (GraphQL §3.13, Type Validation).
    mutating func checkDirectiveCycles() {
        for directive in definitions.directives {
            let name = directive.node.name
            var seen: Set<String> = []
            var waiting = directivesUsed(by: directive.node)
            while let next = waiting.popLast() {
                if next == name.text {
                    diagnostics.report(
                        "Directive \"@\(name.text)\" cannot be applied within its own definition.",
                        at: directive.provenance(at: name.offset)
                    )
                    break
                }
                guard seen.insert(next).inserted,
                    let used = definitions.directives.first(where: { $0.node.name.text == next })
                else { continue }
                waiting += directivesUsed(by: used.node)
            }
        }
    }

    /// Names of the directives applied to a directive's arguments and to the input types these are made of.
    private func directivesUsed(by directive: DirectiveDefinition) -> [String] {
        var names = directive.arguments.flatMap(\.directives).map(\.name.text)
        var seen: Set<String> = []
        var waiting = directive.arguments.map(\.type.namedType)
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted else { continue }
            for type in definitions.types where type.node.name.text == next {
                let node = type.node
                let inner =
                    node.directives + node.values.flatMap(\.directives) + node.inputFields.flatMap(\.directives)
                names += inner.map(\.name.text)
                waiting += node.inputFields.map(\.type.namedType)
            }
        }
        return names
    }
}
