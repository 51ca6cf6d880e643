package import FieldEncryption

/// Seals a material's bytes in chunks, each for its place: none can be left out, exchanged or taken for another's.
package struct MaterialSeal: Sendable {
    /// The bytes of a chunk, but for the last.
    package static let chunkByteCount = 256 * 1024

    private let keys: KeyRing

    package init(_ keys: KeyRing) { self.keys = keys }

    package func seal(_ chunk: [UInt8], of material: Int64, at position: Int) throws -> [UInt8] {
        try keys.seal(chunk, context: Self.context(material, position))
    }

    package func open(_ sealed: [UInt8], of material: Int64, at position: Int) throws -> [UInt8] {
        try keys.open(sealed, context: Self.context(material, position))
    }

    private static func context(_ material: Int64, _ position: Int) -> String {
        "core.material_chunk \(material) \(position)"
    }

    package func seal(_ manifest: MaterialManifest, of material: Int64) throws -> [UInt8] {
        try keys.seal(manifest.text, context: "core.material \(material)")
    }

    /// Throws `FieldEncryptionError` for what was changed, or belongs to another material.
    package func openManifest(_ sealed: [UInt8], of material: Int64) throws -> MaterialManifest {
        let text = try keys.openText(sealed, context: "core.material \(material)")
        guard let manifest = MaterialManifest(text) else { throw FieldEncryptionError(.malformed, "no manifest") }
        return manifest
    }
}

/// What is known of a stored material's bytes, sealed beside them.
package struct MaterialManifest: Hashable, Sendable {
    package let byteCount: Int
    package let chunkCount: Int
    /// In hexadecimal.
    package let sha256: String
    package let mediaType: String

    package init(byteCount: Int, chunkCount: Int, sha256: String, mediaType: String) {
        self.byteCount = byteCount
        self.chunkCount = chunkCount
        self.sha256 = sha256
        self.mediaType = mediaType
    }

    var text: String { "1 \(byteCount) \(chunkCount) \(sha256) \(mediaType)" }

    init?(_ text: String) {
        let words = text.split(separator: " ", maxSplits: 4)
        guard words.count == 5, words[0] == "1", let byteCount = Int(words[1]), let chunkCount = Int(words[2]) else {
            return nil
        }
        self.init(
            byteCount: byteCount,
            chunkCount: chunkCount,
            sha256: String(words[3]),
            mediaType: String(words[4])
        )
    }
}
