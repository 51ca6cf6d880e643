/// A document's bytes as a key: hashed once, with a hash that is seeded anew in every process.
struct DocumentKey: Hashable, Sendable {
    let bytes: [UInt8]
    private let digest: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        // In one call: byte by byte, as an array hashes itself, takes several times as long.
        var hasher = Hasher()
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
        digest = hasher.finalize()
    }

    static func == (left: DocumentKey, right: DocumentKey) -> Bool {
        guard left.digest == right.digest, left.bytes.count == right.bytes.count else { return false }
        return left.bytes.withUnsafeBytes { left in
            right.bytes.withUnsafeBytes { right in
                // Both are as long; a word at a time stays within them, and the rest is less than a word.
                var offset = 0
                while offset + 8 <= left.count {
                    if left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                        != right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                    {
                        return false
                    }
                    offset += 8
                }
                return left[offset...].elementsEqual(right[offset...])
            }
        }
    }

    func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}
