/// A landline number of the mainland with its area code (区号): `0353-2293114`, perhaps with an extension.
///
/// Its description is masked, `text` is the number itself.
public struct LandlineNumber: Hashable, Sendable, MaskedValue {
    /// Area code, number and extension, separated by dashes: personal data.
    public let text: String

    /// Reads a number: `0` and two or three digits, a dash or a space perhaps, seven or eight digits that do not begin with 0
    /// or 1, and perhaps a dash with one to six digits of an extension; brackets around the area code and `+86` are taken
    /// away.
    ///
    /// - Throws: `LANDLINE_INVALID`.
    public init(parsing text: String) throws(FormatError) {
        var folded = text.foldingNumberForms(open: "(", close: "-").replacing("(", with: "")
        if folded.hasPrefix("+86") { folded = "0" + String(folded.dropFirst(3)).trimmingPrefix { "-0".contains($0) } }
        var parts: [String] = folded.split(separator: "-").map(String.init)
        guard let first = parts.first, first.hasPrefix("0") else { throw Self.invalid }
        // 010 and 02x are areas of three digits, all others have four.
        let areaLength = first.hasPrefix("01") || first.hasPrefix("02") ? 3 : 4
        if first.count > areaLength {
            parts[0] = String(first.prefix(areaLength))
            parts.insert(String(first.dropFirst(areaLength)), at: 1)
        }
        let areDigits = parts.joined().utf8.allSatisfy { $0.decimalDigit != nil }
        guard areDigits, (2...3).contains(parts.count), parts[0].count == areaLength, (7...8).contains(parts[1].count),
            !parts[1].hasPrefix("0"), !parts[1].hasPrefix("1"), parts.count == 2 || parts[2].count <= 6
        else { throw Self.invalid }
        self.text = parts.joined(separator: "-")
    }

    /// The number without its middle: `0353-****114`.
    public var masked: String {
        let parts = text.split(separator: "-")
        return "\(parts[0])-****\(parts[1].suffix(3))"
    }

    private static let invalid = FormatError(code: "LANDLINE_INVALID", message: "固定电话号码格式错误")
}
