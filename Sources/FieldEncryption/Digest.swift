private import COpenSSL

/// Message digests of OpenSSL.
public enum Digest {
    /// Which function; both give 32 bytes.
    public enum Algorithm: String, Hashable, Sendable, CaseIterable {
        /// FIPS 180-4.
        case sha256 = "SHA-256"
        /// GB/T 32905.
        case sm3 = "SM3"
    }

    /// The SHA-256 of some bytes.
    public static func sha256(_ bytes: [UInt8]) throws(FieldEncryptionError) -> [UInt8] { try compute(bytes, .sha256) }

    /// The SHA-256 of a text's UTF-8.
    public static func sha256(_ text: String) throws(FieldEncryptionError) -> [UInt8] { try sha256(Array(text.utf8)) }

    /// The digest of some bytes.
    ///
    /// - Throws: `OPENSSL_FAILED` when this OpenSSL does not offer the function, as a FIPS provider does not offer SM3.
    public static func compute(
        _ bytes: [UInt8],
        _ algorithm: Algorithm
    ) throws(FieldEncryptionError) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: byteCount)
        // Both arrays live through the call; EVP_Digest reads `bytes.count` bytes and writes the function's 32, which `output` has.
        let status = EVP_Digest(bytes, bytes.count, &output, nil, algorithm.function, nil)
        guard status == 1 else { throw FieldEncryptionError(.openSSL, "\(algorithm.rawValue) is not available") }
        return output
    }

    /// The HMAC (RFC 2104) of some bytes with SHA-256.
    public static func hmacSHA256(_ bytes: [UInt8], key: [UInt8]) throws(FieldEncryptionError) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: byteCount)
        guard let keyCount = Int32(exactly: key.count) else {
            throw FieldEncryptionError(.openSSL, "a key of \(key.count) bytes is too long")
        }
        // The arrays live through the call; HMAC reads the counts given and writes 32 bytes, which `output` has.
        let result = HMAC(EVP_sha256(), key, keyCount, bytes, bytes.count, &output, nil)
        guard result != nil else { throw FieldEncryptionError(.openSSL, "HMAC with SHA-256 is not available") }
        return output
    }

    /// Whether two digests are equal, in a time that depends on their length only.
    public static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        // CRYPTO_memcmp reads `left.count` bytes of both, which are equally long.
        left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
    }

    /// The length of a digest.
    public static let byteCount = 32
}

extension Digest.Algorithm {
    /// OpenSSL's function, a static object that is never freed.
    fileprivate var function: OpaquePointer? {
        switch self {
        case .sha256: EVP_sha256()
        case .sm3: EVP_sm3()
        }
    }
}
