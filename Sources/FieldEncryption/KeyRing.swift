/// The keys that seal sensitive values and match them, kept outside the database.
///
/// Sealing uses the newest key; every key in the ring still opens what it sealed, so keys rotate without a pause: add a key,
/// seal anew what `needsRotation` tells, and only then take the old key out. Matching uses one key that does not rotate with
/// them, because equal values must give equal hashes for as long as the hashes are stored; to change it, every hash is computed
/// anew. Its descriptions show no key.
public struct KeyRing: Sendable {
    /// A key by which values are sealed.
    struct SealingKey: Sendable {
        /// 1 to 65535, stored with each value.
        let id: UInt16
        /// 32 bytes.
        let secret: [UInt8]
    }

    /// From oldest to newest, never empty, ids rising.
    let sealingKeys: [SealingKey]
    /// 32 bytes.
    let matchKey: [UInt8]

    /// - Precondition: the keys are as their declarations say; both ways to make a ring see to it.
    init(sealingKeys: [SealingKey], matchKey: [UInt8]) {
        precondition(!sealingKeys.isEmpty, "a ring has a key")
        self.sealingKeys = sealingKeys
        self.matchKey = matchKey
    }

    /// Makes a ring of one new sealing key and a new match key.
    public static func generate() throws(FieldEncryptionError) -> KeyRing {
        let secret = try SecureRandom.bytes(AES256GCM.keyByteCount)
        return KeyRing(
            sealingKeys: [SealingKey(id: 1, secret: secret)],
            matchKey: try SecureRandom.bytes(Digest.byteCount)
        )
    }

    /// The ring with one new key, by which it seals from now on.
    public func addingKey() throws(FieldEncryptionError) -> KeyRing {
        guard activeKeyID < .max else {
            throw FieldEncryptionError(.keyRingInvalid, "the ring has used every key id up to \(activeKeyID)")
        }
        let key = SealingKey(id: activeKeyID + 1, secret: try SecureRandom.bytes(AES256GCM.keyByteCount))
        return KeyRing(sealingKeys: sealingKeys + [key], matchKey: matchKey)
    }

    /// The ids of the keys, from oldest to newest.
    public var keyIDs: [UInt16] { sealingKeys.map(\.id) }

    /// The id of the key that seals.
    public var activeKeyID: UInt16 { active.id }

    var active: SealingKey { sealingKeys[sealingKeys.count - 1] }
}

extension KeyRing: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The ids of the keys, without the keys.
    public var description: String { "KeyRing(\(keyIDs.map(String.init).joined(separator: ", ")))" }
    /// The ids of the keys, without the keys.
    public var debugDescription: String { description }
    /// Shows the ids of the keys only.
    public var customMirror: Mirror { Mirror(self, children: ["keyIDs": keyIDs]) }
}
