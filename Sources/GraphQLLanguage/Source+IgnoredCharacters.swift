extension Source {
    /// The text without ignored tokens (GraphQL §2.1.6) and without the indentation of block strings.
    ///
    /// Reads tokens only: the text need not be a document. One that is means the same as before.
    package func strippingIgnoredCharacters() throws(SyntaxError) -> String {
        let lexer = try Lexer(self)
        var stripped: [UInt8] = []
        stripped.reserveCapacity(bytes.count)
        var needsDelimiter = false
        var token = try lexer.token(from: 0)
        while token.kind != .endOfFile {
            // Neighbours that are no punctuators stay apart, and `1 ...` does not become `1...`.
            if needsDelimiter, token.kind.hasText || token.kind == .spread { stripped.append(0x20) }
            if token.kind == .blockString {
                stripped += BlockString.printed(lexer.blockStringValue(of: token), minimized: true).utf8
            } else {
                stripped += bytes[token.start..<token.end]
            }
            needsDelimiter = token.kind.hasText
            token = try lexer.token(from: token.end)
        }
        return String(decoding: stripped, as: UTF8.self)
    }
}
