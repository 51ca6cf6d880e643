/// What may be shown of personal data in lists, exports, errors, logs and metrics.
///
/// Every function takes any text, of the right form or not, and never shows more of it than its rule allows.
public enum Masking {
    /// Hides a value entirely, its length too: `****`.
    public static let hidden = "****"

    /// The surname and a star for each other character, four at most: `张*`, `欧阳**`.
    public static func name(_ name: String) -> String {
        let characters = Array(String(String.UnicodeScalarView(name.unicodeScalars.filter { !$0.isBlank })))
        guard characters.count > 1 else { return characters.isEmpty ? "" : "*" }
        // A name of two characters has a surname of one, whatever the list says.
        let isCompound = characters.count > 2 && CompoundSurname.all.contains(String(characters[..<2]))
        let shown = isCompound ? 2 : 1
        return String(characters[..<shown]) + String(repeating: "*", count: min(4, characters.count - shown))
    }

    /// The first and last two of eighteen characters: `14**************2X`; another length is hidden.
    public static func residentID(_ text: String) -> String {
        guard text.count == 18 else { return hidden }
        return "\(text.prefix(2))\(String(repeating: "*", count: 14))\(text.suffix(2).uppercased())"
    }

    /// The first three and last four of eleven digits: `138****5678`; another length is hidden.
    public static func mobile(_ text: String) -> String {
        guard text.count == 11 else { return hidden }
        return "\(text.prefix(3))****\(text.suffix(4))"
    }

    /// The last four of eighteen characters: `**************0Y43`; another length is hidden.
    public static func organisationCode(_ text: String) -> String {
        guard text.count == 18 else { return hidden }
        return "\(String(repeating: "*", count: 14))\(text.suffix(4))"
    }
}
