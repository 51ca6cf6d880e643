/// An e-mail address as people write it: a local part, `@`, and a domain name with a dot.
///
/// Its description is masked, `text` is the address itself.
public struct EmailAddress: Hashable, Sendable, MaskedValue {
    /// The address, its domain in lower case: personal data.
    public let text: String

    /// Reads an address: letters, digits and `.!#$%&'*+/=?^_{|}~-` in the local part of 1 to 64 characters, without a dot
    /// at its ends or two together; names of 1 to 63 letters, digits and inner dashes in the domain; 254 in all.
    ///
    /// - Throws: `EMAIL_INVALID`.
    public init(parsing text: String) throws(FormatError) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2, (1...64).contains(parts[0].utf8.count),
            Self.isDotted(parts[0], isAllowed: { $0.isLetterOrDigit || Self.marks.contains($0) })
        else { throw Self.invalid }
        let names = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        let areNames = names.allSatisfy { name in
            (1...63).contains(name.utf8.count) && !name.hasPrefix("-") && !name.hasSuffix("-")
                && name.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
        }
        guard names.count >= 2, areNames, names.last?.utf8.contains(where: { $0.decimalDigit == nil }) == true else {
            throw Self.invalid
        }
        self.text = "\(parts[0])@\(parts[1].lowercased())"
    }

    /// The first character and the domain: `z***@example.cn`.
    public var masked: String {
        let parts = text.split(separator: "@")
        return "\(parts[0].prefix(1))***@\(parts[1])"
    }

    private static func isDotted(_ text: Substring, isAllowed: (UInt8) -> Bool) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy(isAllowed)
        }
    }

    private static let marks = Set("!#$%&'*+/=?^_{|}~-".utf8)
    private static let invalid = FormatError(code: "EMAIL_INVALID", message: "电子邮箱格式错误")
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        decimalDigit != nil || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }
}
