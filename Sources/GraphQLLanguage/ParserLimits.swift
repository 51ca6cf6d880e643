/// Limits that hold while a document is read, before anything is allocated for what exceeds them.
package struct ParserLimits: Sendable {
    /// Lexical tokens; comments and the end of the document do not count.
    package var maxTokens: Int
    /// Nesting of selection sets, list and object values, and list types.
    package var maxDepth: Int

    package init(maxTokens: Int = 100_000, maxDepth: Int = 200) {
        self.maxTokens = maxTokens
        self.maxDepth = maxDepth
    }
}
