import FieldEncryption
import Testing

@Suite("Digest and SecureRandom")
struct DigestTests {
    @Test(
        "gives the SHA-256 of FIPS 180-4's examples",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ]
    )
    func sha256(text: String, digest: String) throws {
        #expect(Hex.encode(try Digest.sha256(text)) == digest)
        #expect(try Digest.compute(Array(text.utf8), .sha256) == Digest.sha256(text))
    }

    @Test(
        "gives the SM3 of GB/T 32905's examples",
        arguments: [
            ("abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
            (
                String(repeating: "abcd", count: 16),
                "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
            ),
        ]
    )
    func sm3(text: String, digest: String) throws {
        #expect(Hex.encode(try Digest.compute(Array(text.utf8), .sm3)) == digest)
    }

    @Test(
        "gives the HMAC-SHA256 of RFC 4231's test cases 1, 2, 3 and 6",
        arguments: [
            (
                [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            ),
            (
                Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            (
                [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
                "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
            ),
            (
                [UInt8](repeating: 0xAA, count: 131),
                Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
        ]
    )
    func hmac(key: [UInt8], message: [UInt8], digest: String) throws {
        #expect(Hex.encode(try Digest.hmacSHA256(message, key: key)) == digest)
    }

    @Test("compares digests by every byte and by length")
    func compares() {
        #expect(Digest.areEqual([1, 2, 3], [1, 2, 3]))
        #expect(Digest.areEqual([], []))
        #expect(!Digest.areEqual([1, 2, 3], [1, 2, 4]))
        #expect(!Digest.areEqual([1, 2, 3], [1, 2]))
    }

    @Test("gives as many random bytes as asked, and never the same again")
    func random() throws {
        #expect(try SecureRandom.bytes(0).isEmpty)
        let first = try SecureRandom.bytes(32)
        #expect(first.count == 32)
        #expect(first != (try SecureRandom.bytes(32)))
        #expect(throws: FieldEncryptionError.self) { try SecureRandom.bytes(-1) }
    }

    @Test("A text in parts has the digest of the whole", arguments: [1, 7, 64, 1_000])
    func parts(length: Int) throws {
        let bytes = (0..<1_000).map { UInt8($0 % 251) }
        let digest = try RunningDigest()
        for start in stride(from: 0, to: bytes.count, by: length) {
            try digest.update(Array(bytes[start..<min(start + length, bytes.count)]))
        }
        #expect(try digest.finish() == Digest.sha256(bytes))
        #expect(try RunningDigest().finish() == Digest.sha256([UInt8]()))
    }
}
