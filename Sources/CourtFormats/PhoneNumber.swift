/// A telephone number of the mainland; its description is masked, `text` is the number itself.
public struct PhoneNumber: Hashable, Sendable, MaskedValue {
    /// Which network a number belongs to.
    public enum Kind: Hashable, Sendable, CaseIterable {
        case mobile, landline
    }

    /// Which network the number belongs to.
    public let kind: Kind
    /// Eleven digits of a mobile number, or `0353-1234567-801`: personal data.
    public let text: String

    /// Reads a mobile number: `1[3-9]` and nine digits, after `+86`, spaces and dashes are taken away.
    ///
    /// - Throws: `MOBILE_INVALID`.
    public init(mobile text: String) throws(FormatError) {
        let digits = Array(Self.stripping(text).filter { $0 != "-" })
        guard digits.count == 11, digits.allSatisfy(\.isASCIIDigit), digits[0] == "1", ("3"..."9").contains(digits[1])
        else { throw FormatError(code: "MOBILE_INVALID", message: "手机号码格式错误") }
        kind = .mobile
        self.text = String(digits)
    }

    /// Reads a landline number: area code, seven or eight digits, perhaps an extension after a dash.
    ///
    /// - Throws: `LANDLINE_INVALID`.
    public init(landline text: String) throws(FormatError) {
        guard let parts = Self.landlineParts(text) else {
            throw FormatError(code: "LANDLINE_INVALID", message: "固定电话号码格式错误")
        }
        kind = .landline
        self.text = parts.joined(separator: "-")
    }

    /// The number without its middle: `138****5678`, `0353-****567`; an extension is left out.
    public var masked: String {
        switch kind {
        case .mobile: return Masking.mobile(text)
        case .landline:
            let parts = text.split(separator: "-")
            return "\(parts[0])-****\(parts[1].dropFirst(4))"
        }
    }

    /// `0\d{2,3}-?\d{7,8}(-\d{1,6})?` as its two or three parts; area codes beginning 01 and 02 have three digits.
    private static func landlineParts(_ text: String) -> [String]? {
        var parts = stripping(text).split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first, parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) else { return nil }
        if first.count > 4 {
            let length = first.hasPrefix("01") || first.hasPrefix("02") ? 3 : 4
            parts[0] = String(first.prefix(length))
            parts.insert(String(first.dropFirst(length)), at: 1)
        }
        guard (2...3).contains(parts.count), parts[0].hasPrefix("0"), (3...4).contains(parts[0].count),
            (7...8).contains(parts[1].count), parts.count == 2 || (1...6).contains(parts[2].count)
        else { return nil }
        return parts
    }

    /// Takes away spaces and a leading `+86`, with the dash that may follow it.
    private static func stripping(_ text: String) -> String {
        let compact = String(text.filter { !$0.isWhitespace })
        guard compact.hasPrefix("+86") else { return compact }
        return String(compact.dropFirst(3).drop { $0 == "-" })
    }
}
