package import GraphQLLanguage

/// One SDL file of one plugin, parsed.
package struct SchemaFragment: Sendable {
    package let plugin: String
    package let file: String
    let origin: Origin
    let document: Result<Document, SyntaxError>

    /// Parses the file's text; a syntax error is kept for `Schema.compose` to report with all the others.
    ///
    /// `rewriting` makes of what is written what is composed: its offsets must be those of the text.
    package init(plugin: String, file: String, text: String, rewriting: (Document) -> Document = { $0 }) {
        self.init(source: Source(text, name: file), plugin: plugin, role: .fragment, rewriting: rewriting)
    }

    init(source: Source, plugin: String, role: Origin.Role, rewriting: (Document) -> Document = { $0 }) {
        self.plugin = plugin
        file = source.name
        origin = Origin(source: source, plugin: plugin, role: role)
        // SDL comes with the program, not from a client: its length is not limited.
        document = Result { () throws(SyntaxError) in
            rewriting(try Document(parsing: source, limits: .anyLength))
        }
    }
}
