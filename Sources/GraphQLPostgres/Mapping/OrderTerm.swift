/// One term of a declared order: `due_on`, `due_on DESC`, `due_on DESC NULLS LAST`.
struct OrderTerm: Hashable, Sendable {
    let column: String
    let isDescending: Bool
    let nullsFirst: Bool

    /// Without `nullsFirst` as PostgreSQL has it: NULL is greater than any value.
    init(column: String, isDescending: Bool, nullsFirst: Bool? = nil) {
        self.column = column
        self.isDescending = isDescending
        self.nullsFirst = nullsFirst ?? isDescending
    }

    /// Reads a column's name with an optional `ASC` or `DESC`, and an optional `NULLS FIRST` or `NULLS LAST`; nil for
    /// anything else.
    init?(_ text: String) {
        var words = text.split(separator: " ")[...]
        guard let column = words.popFirst(), column.allSatisfy(Self.isIdentifierPart) else { return nil }
        var isDescending = false
        if words.first == "ASC" || words.first == "DESC" { isDescending = words.removeFirst() == "DESC" }
        switch Array(words) {
        case []: self.init(column: String(column), isDescending: isDescending)
        case ["NULLS", "FIRST"]: self.init(column: String(column), isDescending: isDescending, nullsFirst: true)
        case ["NULLS", "LAST"]: self.init(column: String(column), isDescending: isDescending, nullsFirst: false)
        default: return nil
        }
    }

    private static func isIdentifierPart(_ character: Character) -> Bool {
        character == "_" || character.isASCII && (character.isLetter || character.isNumber)
    }
}
