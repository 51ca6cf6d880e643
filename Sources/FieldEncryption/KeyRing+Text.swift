extension KeyRing {
    /// The ring as secret text: `match BASE64`, then `key ID BASE64` for each key from oldest to newest.
    public var text: String {
        let keys = sealingKeys.map { "key \($0.id) \(Base64.encode($0.secret))\n" }
        return "match \(Base64.encode(matchKey))\n" + keys.joined()
    }

    /// Reads a ring's text; empty lines and lines that begin with `#` are skipped.
    ///
    /// - Throws: `KEY_RING_INVALID` with the line, never with its content.
    public init(parsing text: String) throws(FieldEncryptionError) {
        var matchKey: [UInt8]?
        var keys: [SealingKey] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let words = line.split { $0 == " " || $0 == "\t" }
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            switch (first, words.count) {
            case ("match", 2):
                guard matchKey == nil else { throw Self.invalid(line: index + 1, "there is only one match key") }
                matchKey = try Self.secret(words[1], line: index + 1)
            case ("key", 3):
                guard let id = UInt16(words[1]), id > keys.last?.id ?? 0 else {
                    throw Self.invalid(line: index + 1, "key ids rise from 1 to 65535")
                }
                keys.append(SealingKey(id: id, secret: try Self.secret(words[2], line: index + 1)))
            default: throw Self.invalid(line: index + 1, "expected \"match BASE64\" or \"key ID BASE64\"")
            }
        }
        guard let matchKey, !keys.isEmpty else {
            throw FieldEncryptionError(.keyRingInvalid, "a key ring has one match key and at least one key")
        }
        self.init(sealingKeys: keys, matchKey: matchKey)
    }

    private static func secret(_ word: Substring, line: Int) throws(FieldEncryptionError) -> [UInt8] {
        guard let bytes = Base64.decode(String(word)), bytes.count == AES256GCM.keyByteCount else {
            throw invalid(line: line, "a key is 32 bytes in base64")
        }
        return bytes
    }

    private static func invalid(line: Int, _ reason: String) -> FieldEncryptionError {
        FieldEncryptionError(.keyRingInvalid, "line \(line) of the key ring: \(reason)")
    }
}

extension KeyRing {
    /// Reads a ring from a file that only its owner may read.
    ///
    /// - Throws: `KEY_RING_FILE` when the file cannot be read or its mode lets others in, `KEY_RING_INVALID` for its text.
    public init(contentsOf path: String) throws(FieldEncryptionError) {
        try self.init(parsing: String(decoding: try SecretFile.contents(of: path), as: UTF8.self))
    }

    /// Writes the ring to a new file that only its owner may read, and waits until it is on disk.
    ///
    /// - Throws: `KEY_RING_FILE` when the file exists, as a lost key is lost data, or cannot be written.
    public func write(toNewFile path: String) throws(FieldEncryptionError) {
        try SecretFile.create(path, with: Array(text.utf8))
    }
}
