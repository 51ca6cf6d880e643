/// A media type or range with its parameters (RFC 9110 §8.3.1, §12.5.1), names in lower case.
struct MediaType: Hashable {
    let type: String
    let subtype: String
    private(set) var parameters: [Parameter] = []

    struct Parameter: Hashable {
        let name: String
        let value: String
    }

    /// Reads one media type; nil if it is malformed.
    init?(_ text: Substring) {
        var pieces = Self.split(text, at: UInt8(ascii: ";"))[...]
        let names = Self.trim(pieces.removeFirst()).split(separator: "/", omittingEmptySubsequences: false)
        guard names.count == 2, names.allSatisfy(Self.isToken) else { return nil }
        type = names[0].lowercased()
        subtype = names[1].lowercased()
        for piece in pieces {
            let text = Self.trim(piece)
            if text.isEmpty { continue }
            guard let equals = text.firstIndex(of: "="), Self.isToken(text[..<equals]) else { return nil }
            var value = text[text.index(after: equals)...]
            if value.count >= 2, value.first == "\"", value.last == "\"" { value = value.dropFirst().dropLast() }
            parameters.append(Parameter(name: text[..<equals].lowercased(), value: String(value)))
        }
    }

    /// Splits a header's list, leaving quoted strings whole.
    static func split(_ text: Substring, at separator: UInt8) -> [Substring] {
        var pieces: [Substring] = []
        var start = text.startIndex
        var isQuoted = false
        var isEscaped = false
        for index in text.utf8.indices {
            let byte = text.utf8[index]
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                if byte == UInt8(ascii: "\\") { isEscaped = true }
                if byte == UInt8(ascii: "\"") { isQuoted = false }
            } else if byte == UInt8(ascii: "\"") {
                isQuoted = true
            } else if byte == separator {
                pieces.append(text[start..<index])
                start = text.utf8.index(after: index)
            }
        }
        pieces.append(text[start...])
        return pieces
    }

    /// The parameter's value; nil if it is absent.
    func value(of name: String) -> String? { parameters.first { $0.name == name }?.value }

    /// Whether a `charset`, where there is one, is UTF-8.
    var isUTF8: Bool { value(of: "charset").map { $0.lowercased() == "utf-8" } ?? true }

    private static func trim(_ text: Substring) -> Substring {
        let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        let bytes = text.utf8
        guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
        else { return text[text.endIndex...] }
        return text[first...last]
    }

    /// A token of RFC 9110 §5.6.2.
    private static func isToken(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"),
                    UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
                    UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
                    true
                default: false
                }
            }
    }
}
