/// Limits that hold while a document is read, before anything is allocated for what exceeds them.
package struct ParserLimits: Sendable {
    /// Bytes of the whole source, ignored characters and comments included.
    package var maxBytes: Int
    /// Lexical tokens; comments and the end of the document do not count.
    package var maxTokens: Int
    /// Nesting of selection sets, list and object values, and list types; it also bounds the stack.
    package var maxDepth: Int

    package init(maxBytes: Int = 1 << 20, maxTokens: Int = 100_000, maxDepth: Int = 200) {
        self.maxBytes = maxBytes
        self.maxTokens = maxTokens
        self.maxDepth = maxDepth
    }

    /// For sources that do not come from a client: any length, but nested no deeper than others.
    package static let anyLength = ParserLimits(maxBytes: .max, maxTokens: .max)
}
