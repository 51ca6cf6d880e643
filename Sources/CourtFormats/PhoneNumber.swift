/// A mobile number of the mainland; its description is masked, `text` is the number itself.
public struct PhoneNumber: Hashable, Sendable, MaskedValue {
    /// Eleven digits: personal data.
    public let text: String

    /// Reads a mobile number: `1[3-9]` and nine digits, after `+86`, spaces and dashes are taken away.
    ///
    /// - Throws: `MOBILE_INVALID`.
    public init(mobile text: String) throws(FormatError) {
        let digits = Array(Self.stripping(text).filter { $0 != "-" })
        guard digits.count == 11, digits.allSatisfy(\.isASCIIDigit), digits[0] == "1", ("3"..."9").contains(digits[1])
        else { throw FormatError(code: "MOBILE_INVALID", message: "手机号码格式错误") }
        self.text = String(digits)
    }

    /// The number without its middle: `138****5678`.
    public var masked: String { Masking.mobile(text) }

    /// Takes away spaces and a leading `+86`, with the dash that may follow it.
    private static func stripping(_ text: String) -> String {
        let compact = String(text.filter { !$0.isWhitespace })
        guard compact.hasPrefix("+86") else { return compact }
        return String(compact.dropFirst(3).drop { $0 == "-" })
    }
}
