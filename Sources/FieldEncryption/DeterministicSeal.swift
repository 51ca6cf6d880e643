private import COpenSSL
import Synchronization

/// Seals short values that are handed out and come back, such as cursors: equal values give equal sealed ones, any changed bit
/// is found, and nothing random is used up however many are sealed.
///
/// The synthetic IV construction (Rogaway and Shrimpton, Deterministic Authenticated Encryption, 2006): the first 16 bytes of
/// an HMAC-SHA256 over context and value are both the tag and the initial counter of AES-256-CTR. Its keys follow from the
/// ring's match key, which does not rotate: all servers with one key file open each other's.
package final class DeterministicSeal: Sendable {
    /// The bytes that a sealed value has in front.
    package static let tagByteCount = 16

    /// OpenSSL's contexts keep their keys between values, which makes a value several times cheaper.
    private let contexts: Mutex<Contexts>

    /// `purpose` names what is sealed, `cursor`; nothing sealed for another purpose opens.
    package init(_ keys: KeyRing, purpose: String) throws(FieldEncryptionError) {
        let made = try Contexts()
        guard
            made.takeKeys(
                mac: try keys.matchHash("", context: "\(purpose).mac"),
                cipher: try keys.matchHash("", context: "\(purpose).cipher")
            )
        else { throw Contexts.failure }
        contexts = Mutex(made)
    }

    /// Seals what stands behind the first 16 bytes, which become the tag; false when OpenSSL fails.
    ///
    /// - Precondition: there are at least 16 bytes.
    package func seal(_ bytes: inout [UInt8], context: UInt64) -> Bool {
        contexts.withLock { $0.seal(&bytes, context: context) }
    }

    /// Opens what `seal` gave, and answers the value; nil for anything else, and under another context.
    package func open(_ sealed: [UInt8], context: UInt64) -> [UInt8]? {
        contexts.withLock { $0.open(sealed, context: context) }
    }
}

/// One MAC and one cipher with their keys, used by one caller at a time.
private struct Contexts: ~Copyable {
    private let mac: OpaquePointer
    private let cipher: OpaquePointer

    static var failure: FieldEncryptionError {
        FieldEncryptionError(.openSSL, "HMAC-SHA256 or AES-256-CTR is not available")
    }

    init() throws(FieldEncryptionError) {
        guard let hmac = EVP_MAC_fetch(nil, "HMAC", nil) else { throw Self.failure }
        // The context holds a reference of its own.
        defer { EVP_MAC_free(hmac) }
        guard let mac = EVP_MAC_CTX_new(hmac) else { throw Self.failure }
        guard let cipher = EVP_CIPHER_CTX_new() else {
            EVP_MAC_CTX_free(mac)
            throw Self.failure
        }
        self.mac = mac
        self.cipher = cipher
    }

    func takeKeys(mac macKey: [UInt8], cipher cipherKey: [UInt8]) -> Bool {
        // AES-256 reads 32 bytes whatever it is given; OpenSSL copies keys and parameters during the calls.
        COpenSSL_EVP_MAC_init_SHA256(mac, macKey, macKey.count) == 1 && cipherKey.count == 32
            && EVP_CipherInit_ex(cipher, EVP_aes_256_ctr(), nil, cipherKey, nil, 1) == 1
    }

    deinit {
        EVP_MAC_CTX_free(mac)
        EVP_CIPHER_CTX_free(cipher)
    }

    func seal(_ bytes: inout [UInt8], context: UInt64) -> Bool {
        guard let tag = tag(of: bytes, context: context) else { return false }
        guard crypt(&bytes, counter: tag) else { return false }
        tag.withUnsafeBytes { tag in
            for position in 0..<DeterministicSeal.tagByteCount { bytes[position] = tag[position] }
        }
        return true
    }

    func open(_ sealed: [UInt8], context: UInt64) -> [UInt8]? {
        let count = DeterministicSeal.tagByteCount
        guard sealed.count >= count else { return nil }
        var given = Tag()
        given.withUnsafeMutableBytes { tag in for position in 0..<count { tag[position] = sealed[position] } }
        var bytes = sealed
        // The mode of counters deciphers as it enciphers.
        guard crypt(&bytes, counter: given), let expected = tag(of: bytes, context: context) else { return nil }
        // 16 bytes of each are read, which both have.
        let isSame = given.withUnsafeBytes { given in
            expected.withUnsafeBytes { CRYPTO_memcmp(given.baseAddress, $0.baseAddress, count) == 0 }
        }
        return isSame ? Array(bytes[count...]) : nil
    }

    /// The tag of what stands behind the first 16 bytes.
    private func tag(of bytes: [UInt8], context: UInt64) -> Tag? {
        var context = context.bigEndian
        var output = Digest32()
        var count = 0
        // `bytes` has 16 bytes and more, of which those behind are read; the digest's 32 bytes are written to `output`,
        // which has as many.
        let isDone = bytes.withUnsafeBufferPointer { bytes in
            guard EVP_MAC_init(mac, nil, 0, nil) == 1, let start = bytes.baseAddress else { return false }
            let value = start + DeterministicSeal.tagByteCount
            return withUnsafeBytes(of: &context) {
                EVP_MAC_update(mac, $0.baseAddress?.assumingMemoryBound(to: UInt8.self), $0.count) == 1
            } && EVP_MAC_update(mac, value, bytes.count - DeterministicSeal.tagByteCount) == 1
                && output.withUnsafeMutableBytes {
                    EVP_MAC_final(mac, $0.baseAddress?.assumingMemoryBound(to: UInt8.self), &count, $0.count) == 1
                }
        }
        return isDone ? output.first : nil
    }

    /// Enciphers or deciphers in place what stands behind the first 16 bytes.
    private func crypt(_ bytes: inout [UInt8], counter: Tag) -> Bool {
        let start = DeterministicSeal.tagByteCount
        guard let count = Int32(exactly: bytes.count - start) else { return false }
        guard count > 0 else { return true }
        var written: Int32 = 0
        // A counter mode writes as many bytes as it reads, and OpenSSL allows input and output to be the same.
        return counter.withUnsafeBytes { counter in
            EVP_CipherInit_ex(
                cipher,
                nil,
                nil,
                nil,
                counter.baseAddress?.assumingMemoryBound(to: UInt8.self),
                1
            ) == 1
        }
            && bytes.withUnsafeMutableBufferPointer { bytes in
                guard let value = bytes.baseAddress.map({ $0 + start }) else { return false }
                return EVP_CipherUpdate(cipher, value, &written, value, count) == 1 && written == count
            }
    }
}

/// 16 bytes without an allocation.
private struct Tag {
    private var halves: (UInt64, UInt64) = (0, 0)

    func withUnsafeBytes<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
        Swift.withUnsafeBytes(of: halves, body)
    }

    mutating func withUnsafeMutableBytes<Value>(_ body: (UnsafeMutableRawBufferPointer) -> Value) -> Value {
        Swift.withUnsafeMutableBytes(of: &halves, body)
    }
}

/// A digest's 32 bytes without an allocation.
private struct Digest32 {
    private(set) var first = Tag()
    private var second = Tag()

    mutating func withUnsafeMutableBytes<Value>(_ body: (UnsafeMutableRawBufferPointer) -> Value) -> Value {
        Swift.withUnsafeMutableBytes(of: &self, body)
    }
}
