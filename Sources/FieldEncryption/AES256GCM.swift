private import COpenSSL

/// AES-256 in Galois/Counter Mode (NIST SP 800-38D) with 96-bit nonces and 128-bit tags.
enum AES256GCM {
    static let keyByteCount = 32
    static let nonceByteCount = 12
    static let tagByteCount = 16

    /// Encrypts and authenticates; gives the ciphertext and, after it, the tag.
    static func seal(
        _ plaintext: [UInt8],
        key: [UInt8],
        nonce: [UInt8],
        authenticating context: [UInt8]
    ) throws(FieldEncryptionError) -> [UInt8] {
        let cipher = try CipherContext()
        try cipher.start(.encrypt, key: key, nonce: nonce)
        try cipher.authenticate(context)
        var tag = [UInt8](repeating: 0, count: tagByteCount)
        let ciphertext = try cipher.update(plaintext)
        guard cipher.finish(), cipher.readTag(&tag) else { throw CipherContext.failure }
        return ciphertext + tag
    }

    /// Decrypts what `seal` gave.
    ///
    /// - Throws: `FIELD_TAMPERED` when key, nonce, context or any byte differ; no plaintext is given then.
    static func open(
        _ sealed: ArraySlice<UInt8>,
        key: [UInt8],
        nonce: [UInt8],
        authenticating context: [UInt8]
    ) throws(FieldEncryptionError) -> [UInt8] {
        let cipher = try CipherContext()
        try cipher.start(.decrypt, key: key, nonce: nonce)
        try cipher.authenticate(context)
        let plaintext = try cipher.update(Array(sealed.dropLast(tagByteCount)))
        guard cipher.setTag(Array(sealed.suffix(tagByteCount))), cipher.finish() else {
            throw FieldEncryptionError(.tampered, "the value was changed or belongs to another column")
        }
        return plaintext
    }
}

/// One operation of a cipher: owns OpenSSL's context and frees it.
private struct CipherContext: ~Copyable {
    enum Direction: Int32 {
        case decrypt = 0
        case encrypt = 1
    }

    private let pointer: OpaquePointer

    init() throws(FieldEncryptionError) {
        guard let pointer = EVP_CIPHER_CTX_new() else { throw Self.failure }
        self.pointer = pointer
    }

    deinit { EVP_CIPHER_CTX_free(pointer) }

    /// Sets the key and the nonce of the operation.
    func start(_ direction: Direction, key: [UInt8], nonce: [UInt8]) throws(FieldEncryptionError) {
        // The lengths are checked because OpenSSL reads 32 and 12 bytes whatever it is given.
        guard key.count == AES256GCM.keyByteCount, nonce.count == AES256GCM.nonceByteCount,
            EVP_CipherInit_ex(pointer, EVP_aes_256_gcm(), nil, key, nonce, direction.rawValue) == 1
        else { throw Self.failure }
    }

    /// Adds data that is authenticated and not encrypted.
    func authenticate(_ bytes: [UInt8]) throws(FieldEncryptionError) {
        var written: Int32 = 0
        // Without an output buffer the input is additional data, and nothing is written but the count.
        guard let count = Int32(exactly: bytes.count),
            EVP_CipherUpdate(pointer, nil, &written, bytes, count) == 1
        else { throw Self.failure }
    }

    /// Encrypts or decrypts the whole of a value.
    func update(_ input: [UInt8]) throws(FieldEncryptionError) -> [UInt8] {
        guard !input.isEmpty else { return [] }
        var output = [UInt8](repeating: 0, count: input.count)
        var written: Int32 = 0
        // GCM is a stream mode: as many bytes are written as are read, and `output` is as long as `input`.
        guard let count = Int32(exactly: input.count),
            EVP_CipherUpdate(pointer, &output, &written, input, count) == 1, written == count
        else { throw Self.failure }
        return output
    }

    /// Ends the operation; false when decryption finds a wrong tag.
    func finish() -> Bool {
        // GCM writes no bytes here; the buffer, one block long, only satisfies the signature.
        var block = [UInt8](repeating: 0, count: 16)
        var written: Int32 = 0
        return EVP_CipherFinal_ex(pointer, &block, &written) == 1
    }

    func readTag(_ tag: inout [UInt8]) -> Bool {
        // OpenSSL writes as many bytes as it is told `tag` has.
        EVP_CIPHER_CTX_ctrl(pointer, EVP_CTRL_AEAD_GET_TAG, Int32(tag.count), &tag) == 1
    }

    func setTag(_ tag: [UInt8]) -> Bool {
        var copy = tag
        // OpenSSL copies the bytes during the call; the parameter is mutable because `ctrl` also serves for reading.
        return EVP_CIPHER_CTX_ctrl(pointer, EVP_CTRL_AEAD_SET_TAG, Int32(tag.count), &copy) == 1
    }

    static var failure: FieldEncryptionError { FieldEncryptionError(.openSSL, "AES-256-GCM failed") }
}
