private import COpenSSL

/// Random bytes for keys, nonces and tokens, from OpenSSL's generator.
public enum SecureRandom {
    /// Gives `count` unpredictable bytes.
    ///
    /// - Throws: `OPENSSL_FAILED` when the system gives no entropy.
    public static func bytes(_ count: Int) throws(FieldEncryptionError) -> [UInt8] {
        guard let length = Int32(exactly: count), length >= 0 else {
            throw FieldEncryptionError(.openSSL, "cannot give \(count) random bytes")
        }
        var output = [UInt8](repeating: 0, count: count)
        // RAND_bytes writes `length` bytes, which is the length of `output`.
        guard RAND_bytes(&output, length) == 1 else {
            throw FieldEncryptionError(.openSSL, "the random generator has no entropy")
        }
        return output
    }
}
