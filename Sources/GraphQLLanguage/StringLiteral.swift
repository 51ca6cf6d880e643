/// A string between double quotes.
enum StringLiteral {
    /// The text with quotes, backslashes and control characters escaped.
    static func printed(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain) { return "\"\(text)\"" }
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\u{8}": literal += "\\b"
            case "\u{C}": literal += "\\f"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": literal += "\\u\(hexadecimal(scalar.value, digits: 4))"
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }

    /// Whether a byte belongs to no character that is escaped; U+0080 to U+009F begin with 0xC2.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F && byte != 0xC2
    }
}
