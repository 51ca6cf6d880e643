import GraphQLLanguage

/// The words that a filter with MATCH searches for.
enum SearchText {
    /// A pair of characters each is looked up in the index: what is searched for is a phrase, not a document.
    static let characterLimit = 200

    /// The text as a parameter; nil, for which nothing is found, for null and for what no text of PostgreSQL's can hold.
    static func encode(_ value: JSONValue) throws(GraphQLError) -> [UInt8]? {
        guard case .string(let text) = value else { return nil }
        guard !text.utf8.contains(0) else { return nil }
        // Everything would be found, which nobody asks for with a search: leaving the filter out says so.
        let isBlank = text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
        }
        if isBlank {
            throw GraphQLError("Expected a text to search for.", code: "BAD_USER_INPUT")
        }
        if text.unicodeScalars.count > characterLimit {
            throw GraphQLError("Expected at most \(characterLimit) characters to search for.", code: "BAD_USER_INPUT")
        }
        return Array(text.utf8)
    }
}
