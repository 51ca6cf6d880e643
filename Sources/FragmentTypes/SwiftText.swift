/// Names and literals as Swift writes them.
enum SwiftText {
    /// The lower camel case of an enum value: `TRIAL_CIVIL` is `trialCivil`.
    static func caseName(_ value: String) -> String {
        let words = value.split(separator: "_").map { $0.lowercased() }
        guard let first = words.first else { return escaped(value) }
        let rest = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
        return escaped(first + rest.joined())
    }

    /// `accused_staff_ids` is `accusedStaffIds`.
    static func camelCase(_ column: String) -> String {
        let words = column.split(separator: "_").map(String.init)
        return (words.first ?? column) + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    /// `dueOn` is `due_on`, as the mapping has it.
    static func snakeCase(_ field: String) -> String {
        var text = ""
        for character in field {
            if character.isUppercase { text += "_" }
            text += character.lowercased()
        }
        return text
    }

    /// A field's name as a property: `accusedStaffIds` is `accusedStaffIDs`.
    static func property(_ name: String) -> String {
        for (ending, swift) in [("Ids", "IDs"), ("Id", "ID")] where name.hasSuffix(ending) && name.count > ending.count
        {
            return escaped(name.dropLast(ending.count) + swift)
        }
        return escaped(name)
    }

    /// The name, in backticks where it is a keyword.
    static func escaped(_ name: String) -> String { keywords.contains(name) ? "`\(name)`" : name }

    /// A description as documentation comment lines with this indentation; empty when there is none.
    static func documentation(_ text: String?, indent: String = "") -> String {
        guard let text else { return "" }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.isEmpty ? "\(indent)///\n" : "\(indent)/// \(line)\n"
        }.joined()
    }

    /// A raw literal on lines of its own that is exactly this text.
    static func rawLiteral(_ text: String) -> String {
        let hashes = String(repeating: "#", count: longestRun(of: "#", in: text) + 1)
        var body = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\t": body.unicodeScalars.append(scalar)
            // The compiler would read CR LF as LF, and refuses some of the others.
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{FEFF}", "\u{2028}", "\u{2029}":
                body += "\\\(hashes)u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: body.unicodeScalars.append(scalar)
            }
        }
        return "\(hashes)\"\"\"\n\(body)\n\"\"\"\(hashes)"
    }

    private static func longestRun(of character: Unicode.Scalar, in text: String) -> Int {
        var longest = 0
        var run = 0
        for scalar in text.unicodeScalars {
            run = scalar == character ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    private static let keywords: Set<String> = [
        "associatedtype", "class", "deinit", "enum", "extension", "fileprivate", "func", "import", "init", "inout",
        "internal", "let", "operator", "precedencegroup", "private", "protocol", "public", "rethrows", "static",
        "struct", "subscript", "typealias", "var", "break", "case", "catch", "continue", "default", "defer", "do",
        "else",
        "fallthrough", "for", "guard", "if", "in", "repeat", "return", "switch", "throw", "where", "while", "Any", "as",
        "false", "is", "nil", "self", "Self", "super", "throws", "true", "try",
    ]
}
