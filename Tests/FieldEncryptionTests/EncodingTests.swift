import FieldEncryption
import Testing

@Suite("Base64 and Hex")
struct EncodingTests {
    @Test(
        "writes and reads RFC 4648's vectors",
        arguments: [
            ("", "", ""), ("f", "Zg==", "66"), ("fo", "Zm8=", "666f"), ("foo", "Zm9v", "666f6f"),
            ("foob", "Zm9vYg==", "666f6f62"),
            ("fooba", "Zm9vYmE=", "666f6f6261"), ("foobar", "Zm9vYmFy", "666f6f626172"),
        ]
    )
    func vectors(text: String, base64: String, hex: String) {
        let bytes = Array(text.utf8)
        #expect(Base64.encode(bytes) == base64)
        #expect(Base64.decode(base64) == bytes)
        #expect(Hex.encode(bytes) == hex)
        #expect(Hex.decode(hex.uppercased()) == bytes)
    }

    @Test("uses - and _ and no padding where the text goes into a URL")
    func urlSafe() {
        let bytes: [UInt8] = [0xFB, 0xFF, 0xFE, 0xFF]
        #expect(Base64.encode(bytes) == "+//+/w==")
        #expect(Base64.encode(bytes, .urlSafe) == "-__-_w")
        #expect(Base64.decode("-__-_w", .urlSafe) == bytes)
        #expect(Base64.decode("-__-_w") == nil)
        #expect(Base64.decode("+//+/w", .urlSafe) == nil)
    }

    @Test("reads back every byte in every position", arguments: Base64.Alphabet.allCases)
    func roundTrips(alphabet: Base64.Alphabet) {
        for count in 0...67 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ count &* 89) }
            #expect(Base64.decode(Base64.encode(bytes, alphabet), alphabet) == bytes)
            #expect(Hex.decode(Hex.encode(bytes)) == bytes)
        }
    }

    @Test(
        "refuses text that no encoder writes",
        arguments: [
            "Z", "Zg", "Zg=", "Zg===", "====", "Zh==", "Zm9=", "Zm9v\n", "Zm 9v", "Z=g=", "Zm9v=", "阳泉==", "=Zg=",
        ]
    )
    func refusesBase64(text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test("refuses unpadded text with a lone character or stray bits", arguments: ["Z", "Zh", "Zm9", "Zm9vZ", "Zg=="])
    func refusesURLSafe(text: String) {
        #expect(Base64.decode(text, .urlSafe) == nil)
    }

    @Test("refuses wrong hex", arguments: ["0", "0g", "0x10", " 10", "１０"])
    func refusesHex(text: String) {
        #expect(Hex.decode(text) == nil)
    }
}
