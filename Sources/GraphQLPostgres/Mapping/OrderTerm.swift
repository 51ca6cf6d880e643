/// One term of a declared order: `due_on`, `due_on DESC`.
struct OrderTerm: Hashable, Sendable {
    let column: String
    let isDescending: Bool

    init(column: String, isDescending: Bool) {
        self.column = column
        self.isDescending = isDescending
    }

    /// Reads a column's name with an optional `ASC` or `DESC`; nil for anything else.
    init?(_ text: String) {
        let words = text.split(separator: " ")
        guard let column = words.first, words.count <= 2, column.allSatisfy(Self.isIdentifierPart) else { return nil }
        switch words.dropFirst().first {
        case nil, "ASC": self.init(column: String(column), isDescending: false)
        case "DESC": self.init(column: String(column), isDescending: true)
        default: return nil
        }
    }

    private static func isIdentifierPart(_ character: Character) -> Bool {
        character == "_" || character.isASCII && (character.isLetter || character.isNumber)
    }
}
