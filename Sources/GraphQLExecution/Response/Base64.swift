/// Base64 with the standard alphabet and padding (RFC 4648 §4).
enum Base64 {
    /// The character of six bits.
    static func character(_ bits: UInt8) -> UInt8 {
        switch bits {
        case 0..<26: UInt8(ascii: "A") + bits
        case 26..<52: UInt8(ascii: "a") + bits - 26
        case 52..<62: UInt8(ascii: "0") + bits - 52
        case 62: UInt8(ascii: "+")
        default: UInt8(ascii: "/")
        }
    }

    private static func bits(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }

    /// Decodes canonical text: whole groups of four, unused bits zero.
    static func decode(_ text: String) -> [UInt8]? {
        let characters = Array(text.utf8)
        guard characters.count % 4 == 0 else { return nil }
        let padding = characters.suffix(2).count { $0 == UInt8(ascii: "=") }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(characters.count / 4 * 3)
        var pending: UInt32 = 0
        var bitCount = 0
        for character in characters.dropLast(padding) {
            guard let bits = bits(character) else { return nil }
            pending = pending << 6 | UInt32(bits)
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                bytes.append(UInt8(truncatingIfNeeded: pending >> UInt32(bitCount)))
                pending &= (1 << UInt32(bitCount)) - 1
            }
        }
        return pending == 0 ? bytes : nil
    }
}

/// Encodes bytes one by one into a JSON text.
struct Base64Encoder {
    private var pending: UInt32 = 0
    private var byteCount = 0

    mutating func append(_ byte: UInt8, to json: inout JSONWriter) {
        pending = pending << 8 | UInt32(byte)
        byteCount += 1
        guard byteCount == 3 else { return }
        flush(characters: 4, to: &json)
    }

    /// Encodes all of some bytes.
    static func append(_ bytes: [UInt8], to json: inout JSONWriter) {
        var encoder = Base64Encoder()
        for byte in bytes { encoder.append(byte, to: &json) }
        encoder.finish(&json)
    }

    mutating func finish(_ json: inout JSONWriter) {
        guard byteCount > 0 else { return }
        let missing = 3 - byteCount
        pending <<= UInt32(8 * missing)
        flush(characters: 4 - missing, to: &json)
        for _ in 0..<missing { json.append(ascii: "=") }
    }

    private mutating func flush(characters count: Int, to json: inout JSONWriter) {
        for position in 0..<count {
            json.append(Base64.character(UInt8(truncatingIfNeeded: pending >> UInt32(18 - 6 * position)) & 63))
        }
        pending = 0
        byteCount = 0
    }
}
