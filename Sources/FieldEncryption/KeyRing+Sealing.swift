extension KeyRing {
    /// Seals a value for one column: version byte, key id (two bytes, big-endian), nonce (12), ciphertext, tag (16).
    ///
    /// `context` names where the value is stored, `petitioner.id_number`; opening it anywhere else fails. Two seals of one value
    /// differ. A sealed value is 31 bytes longer than the clear one.
    public func seal(_ plaintext: [UInt8], context: String) throws(FieldEncryptionError) -> [UInt8] {
        let header = [Self.version, UInt8(active.id >> 8), UInt8(active.id & 0xFF)]
        let nonce = try SecureRandom.bytes(AES256GCM.nonceByteCount)
        let sealed = try AES256GCM.seal(
            plaintext,
            key: active.secret,
            nonce: nonce,
            authenticating: header + Array(context.utf8)
        )
        return header + nonce + sealed
    }

    /// Seals a text for one column.
    public func seal(_ plaintext: String, context: String) throws(FieldEncryptionError) -> [UInt8] {
        try seal(Array(plaintext.utf8), context: context)
    }

    /// Opens a sealed value with the key it names.
    ///
    /// - Throws: `FIELD_MALFORMED`, `FIELD_KEY_UNKNOWN`, or `FIELD_TAMPERED` when the value was changed or sealed for another
    ///   context.
    public func open(_ sealed: [UInt8], context: String) throws(FieldEncryptionError) -> [UInt8] {
        let id = try keyID(of: sealed)
        guard let key = sealingKeys.first(where: { $0.id == id }) else {
            throw FieldEncryptionError(.unknownKey, "key \(id) is not in the ring, which has \(keyIDs)")
        }
        let body = sealed[Self.headerByteCount...]
        return try AES256GCM.open(
            body.dropFirst(AES256GCM.nonceByteCount),
            key: key.secret,
            nonce: Array(body.prefix(AES256GCM.nonceByteCount)),
            authenticating: sealed[..<Self.headerByteCount] + Array(context.utf8)
        )
    }

    /// Opens a sealed text.
    ///
    /// - Throws: as `open` does, and `FIELD_MALFORMED` when the value is no UTF-8.
    public func openText(_ sealed: [UInt8], context: String) throws(FieldEncryptionError) -> String {
        guard let text = String(validating: try open(sealed, context: context), as: UTF8.self) else {
            throw FieldEncryptionError(.malformed, "the value is no text")
        }
        return text
    }

    /// Whether a value was sealed by another key than the active one.
    ///
    /// - Throws: `FIELD_MALFORMED`.
    public func needsRotation(_ sealed: [UInt8]) throws(FieldEncryptionError) -> Bool {
        try keyID(of: sealed) != activeKeyID
    }

    /// The keyed hash by which equal values are found, HMAC-SHA256 over the context, a zero byte and the value.
    ///
    /// Equal only for equal values of one context, and the same before and after keys rotate. Pass the value in its one normal
    /// form.
    public func matchHash(_ normalized: String, context: String) throws(FieldEncryptionError) -> [UInt8] {
        try Digest.hmacSHA256(Array(context.utf8) + [0] + Array(normalized.utf8), key: matchKey)
    }

    private func keyID(of sealed: [UInt8]) throws(FieldEncryptionError) -> UInt16 {
        let least = Self.headerByteCount + AES256GCM.nonceByteCount + AES256GCM.tagByteCount
        guard sealed.count >= least else {
            throw FieldEncryptionError(
                .malformed,
                "a sealed value has at least \(least) bytes, this one \(sealed.count)"
            )
        }
        guard sealed[0] == Self.version else {
            throw FieldEncryptionError(
                .malformed,
                "a sealed value begins with \(Self.version), this one with \(sealed[0])"
            )
        }
        return UInt16(sealed[1]) << 8 | UInt16(sealed[2])
    }

    private static let version: UInt8 = 1
    private static let headerByteCount = 3
}
