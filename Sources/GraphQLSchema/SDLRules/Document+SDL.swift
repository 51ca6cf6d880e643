package import GraphQLLanguage

/// Applies the rules for SDL documents: what can be said before there is a schema (GraphQL §3).
///
/// With a schema the document is an extension of it. Errors come in document order.
package func validateSDL(
    _ document: Document,
    extending schema: Schema? = nil,
    rules: [SDLRule] = SDLRule.specified,
    hidesSuggestions: Bool = false
) -> [GraphQLError] {
    var definitions = Definitions()
    definitions.append(document, from: Origin(of: document))
    return definitions.problems(extending: schema, rules: rules.map(\.type), hidesSuggestions: hidesSuggestions)
        .map(\.graphQLError)
}

extension Definitions {
    /// The problems that the rules for SDL documents find.
    func problems(
        extending schema: Schema? = nil,
        rules: [any DefinitionRule.Type] = SDLRule.specified.map(\.type),
        hidesSuggestions: Bool = false
    ) -> [SchemaDiagnostic] {
        let context = DefinitionContext(self, extending: schema, hidesSuggestions: hidesSuggestions)
        DefinitionWalk(context, rules: rules).run()
        return context.diagnostics.all
    }
}

extension Origin {
    /// The origin of a document that is a whole schema, or an extension of one, by itself.
    convenience init(of document: Document) {
        self.init(source: document.source, plugin: "schema", role: .fragment)
    }
}
