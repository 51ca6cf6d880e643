import FieldEncryption
import GraphQLExecution

/// Cursors under the key file's keys: every server with the same file reads those of the others.
final class CursorCipher: CursorSeal {
    private let seal: DeterministicSeal

    init(_ keys: KeyRing) throws(FieldEncryptionError) { seal = try DeterministicSeal(keys, purpose: "cursor") }

    var prefixByteCount: Int { DeterministicSeal.tagByteCount }

    func seal(_ bytes: inout [UInt8], of scope: CursorScope) -> Bool { seal.seal(&bytes, context: Self.context(scope)) }

    func open(_ sealed: [UInt8], of scope: CursorScope) -> [UInt8]? { seal.open(sealed, context: Self.context(scope)) }

    private static func context(_ scope: CursorScope) -> UInt64 { UInt64(scope.query) << 32 | UInt64(scope.choice) }
}
