/// Why a value cannot be sealed or opened; it never carries a value or a key.
public struct FieldEncryptionError: Error, Hashable, Sendable {
    /// What went wrong; more may be added.
    public struct Code: Hashable, Sendable {
        /// As logs show it: `FIELD_TAMPERED`.
        public let name: String

        /// The value was changed, or belongs to another column.
        public static let tampered = Code(name: "FIELD_TAMPERED")
        /// The value names a key that is not in the ring.
        public static let unknownKey = Code(name: "FIELD_KEY_UNKNOWN")
        /// The value has not the form of a sealed one.
        public static let malformed = Code(name: "FIELD_MALFORMED")
        /// The text of a key ring cannot be read.
        public static let keyRingInvalid = Code(name: "KEY_RING_INVALID")
        /// The file of a key ring cannot be read or written, or others may read it.
        public static let keyRingFile = Code(name: "KEY_RING_FILE")
        /// OpenSSL refused an operation that has no reason to fail.
        public static let openSSL = Code(name: "OPENSSL_FAILED")
    }

    /// What went wrong.
    public let code: Code
    /// What was found and what is allowed.
    public let message: String

    /// Creates an error.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

extension FieldEncryptionError: CustomStringConvertible {
    /// The message and its code.
    public var description: String { "\(message) [\(code.name)]" }
}
