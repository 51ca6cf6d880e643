/// An organisation's 统一社会信用代码 (GB 32100): 18 characters, the last a check character.
public struct UnifiedSocialCreditCode: Hashable, Sendable {
    /// The code in upper case.
    public let text: String

    /// Reads a code; lower case becomes upper case.
    ///
    /// - Throws: `USCC_INVALID`.
    public init(parsing text: String) throws(FormatError) {
        let upper = text.uppercased()
        let values = upper.utf8.compactMap { Self.alphabet.firstIndex(of: $0) }
        guard upper.utf8.count == 18, values.count == 18 else { throw Self.invalid }
        // MOD 31: weights are the powers of 3; the check value is (31 − S mod 31) mod 31.
        let sum = zip(values.dropLast(), Self.weights).reduce(0) { $0 + $1.0 * $1.1 }
        guard values.last == (31 - sum % 31) % 31 else { throw Self.invalid }
        self.text = upper
    }

    /// The last four characters: `**************0Y43`.
    public var masked: String { Masking.organisationCode(text) }

    /// The 31 characters: ten digits and the letters without I, O, S, V, Z.
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    private static let invalid = FormatError(code: "USCC_INVALID", message: "统一社会信用代码无效")
}

extension UnifiedSocialCreditCode: CustomStringConvertible {
    /// The code in upper case.
    public var description: String { text }
}
