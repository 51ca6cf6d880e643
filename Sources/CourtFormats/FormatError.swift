/// A value that does not have the form it must have; it never carries the value itself, which may be personal data.
public struct FormatError: Error, Hashable, Sendable {
    /// Stable and listed in docs/errors.md: `ID_NUMBER_CHECKSUM`.
    public let code: String
    /// What is wrong, in Chinese, without the value.
    public let message: String

    /// Creates an error; `message` must not contain the value.
    public init(code: String, message: String) {
        self.code = code
        self.message = message
    }
}

extension FormatError: CustomStringConvertible {
    /// The message and its code.
    public var description: String { "\(message) [\(code)]" }
}
