/// The name of a relation or function with its schema: `letters.letter`.
struct QualifiedName: Hashable, Sendable, CustomStringConvertible {
    let schema: String
    let name: String

    init(schema: String, name: String) {
        self.schema = schema
        self.name = name
    }

    /// Reads `schema.name`; nil for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        self.init(schema: String(parts[0]), name: String(parts[1]))
    }

    var description: String { "\(schema).\(name)" }

    /// As it stands in a statement.
    var sql: String { "\(schema.quotedIdentifier).\(name.quotedIdentifier)" }
}

extension String {
    /// An identifier as it stands in a statement after a dot: quoted unless it is plain and in lower case.
    ///
    /// After a dot, key words need no quotes (PostgreSQL, Identifiers and Key Words).
    var quotedIdentifier: String {
        let isPlain =
            !isEmpty
            && utf8.enumerated().allSatisfy { position, byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"): true
                case UInt8(ascii: "0")...UInt8(ascii: "9"): position > 0
                default: false
                }
            }
        return isPlain ? self : alwaysQuotedIdentifier
    }

    /// An identifier in double quotes.
    var alwaysQuotedIdentifier: String {
        var text = "\""
        for character in self {
            if character == "\"" { text.append("\"") }
            text.append(character)
        }
        return text + "\""
    }

    /// `daysLeft` as `days_left`.
    var snakeCase: String {
        var text = ""
        for character in self {
            if character.isUppercase {
                if !text.isEmpty { text.append("_") }
                text += character.lowercased()
            } else {
                text.append(character)
            }
        }
        return text
    }
}
