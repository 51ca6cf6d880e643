private import COpenSSL

/// The SHA-256 of a text that comes in parts, of which none need be kept.
public final class RunningDigest {
    private let context: OpaquePointer

    /// Begins with nothing.
    ///
    /// - Throws: `OPENSSL_FAILED`.
    public init() throws(FieldEncryptionError) {
        guard let context = EVP_MD_CTX_new() else { throw FieldEncryptionError(.openSSL, "SHA-256 is not available") }
        self.context = context
        guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            throw FieldEncryptionError(.openSSL, "SHA-256 is not available")
        }
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Adds some bytes.
    public func update(_ bytes: [UInt8]) throws(FieldEncryptionError) {
        // The array lives through the call, which reads `bytes.count` of its bytes.
        guard EVP_DigestUpdate(context, bytes, bytes.count) == 1 else {
            throw FieldEncryptionError(.openSSL, "SHA-256 failed")
        }
    }

    /// The digest of all that was added; nothing can be added afterwards.
    public func finish() throws(FieldEncryptionError) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: Digest.byteCount)
        // The function writes the 32 bytes that `output` has.
        guard EVP_DigestFinal_ex(context, &output, nil) == 1 else {
            throw FieldEncryptionError(.openSSL, "SHA-256 failed")
        }
        return output
    }
}
