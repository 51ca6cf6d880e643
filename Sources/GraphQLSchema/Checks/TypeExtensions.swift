import GraphQLLanguage

extension DefinitionChecks {
    /// An extension needs a definition of its own kind (GraphQL §3.4.3).
    mutating func checkExtensions() {
        let names = definitions.types.filter { !$0.node.isExtension && $0.origin.role != .engine }.map(\.node.name.text)
        for type in definitions.types where type.node.isExtension {
            let name = type.node.name
            let place = type.provenance(at: name.offset)
            if let base = baseTypes[name.text] {
                if base.node.kindName != type.node.kindName {
                    diagnostics.report(
                        "Cannot extend non-\(type.node.kindName) type \"\(name.text)\".",
                        at: place,
                        base.provenance(at: base.node.name.offset)
                    )
                }
            } else {
                diagnostics.report(
                    "Cannot extend type \"\(name.text)\" because it is not defined."
                        + Suggestions.didYouMean(name.text, among: names),
                    at: place
                )
            }
        }
    }
}
