/// An e-mail address as people write it: a dot-atom, `@`, and a domain of at least two labels (RFC 5321 §4.1.2, without quoting).
public struct EmailAddress: Hashable, Sendable, MaskedValue {
    /// The address, its domain in lower case: personal data.
    public let text: String

    /// Reads an address.
    ///
    /// - Throws: `EMAIL_INVALID`.
    public init(parsing text: String) throws(FormatError) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, parts[0].utf8.count <= 64,
            Self.isDotAtom(parts[0]), Self.isDomain(parts[1])
        else { throw FormatError(code: "EMAIL_INVALID", message: "电子邮箱格式错误") }
        self.text = "\(parts[0])@\(parts[1].lowercased())"
    }

    /// The first character and the domain: `z****@example.com`.
    public var masked: String {
        let at = text.firstIndex(of: "@") ?? text.endIndex
        return "\(text.prefix(1))****\(text[at...])"
    }

    private static func isDotAtom(_ text: Substring) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy { $0.isASCIIAlphanumeric || "!#$%&'*+-/=?^_`{|}~".contains($0) }
        }
    }

    private static func isDomain(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.last?.allSatisfy(\.isASCIIDigit) == false else { return false }
        return labels.allSatisfy { label in
            (1...63).contains(label.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.allSatisfy { $0.isASCIIAlphanumeric || $0 == "-" }
        }
    }
}

extension Character {
    /// Whether this is one of the 62 ASCII letters and digits.
    fileprivate var isASCIIAlphanumeric: Bool { isASCII && (isLetter || isNumber) }
}
