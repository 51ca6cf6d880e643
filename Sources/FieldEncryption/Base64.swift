/// Base64 of RFC 4648, read strictly.
public enum Base64 {
    /// Which 64 characters, and whether the end is padded.
    public enum Alphabet: Hashable, Sendable, CaseIterable {
        /// §4: `+`, `/`, padded with `=`.
        case standard
        /// §5: `-`, `_`, unpadded; safe in URLs and tokens.
        case urlSafe
    }

    /// Writes bytes as text.
    public static func encode(_ bytes: [UInt8], _ alphabet: Alphabet = .standard) -> String {
        let characters = alphabet.characters
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for index in 0...group.count { text.append(characters[bits >> (18 - 6 * index) & 63]) }
            if alphabet == .standard { text.append(contentsOf: repeatElement(padding, count: 3 - group.count)) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads text; nil when it has a foreign character, a wrong length or padding, or bits that encoding never sets (§3.5).
    public static func decode(_ text: String, _ alphabet: Alphabet = .standard) -> [UInt8]? {
        var characters = Array(text.utf8)
        if alphabet == .standard {
            guard characters.count.isMultiple(of: 4) else { return nil }
            let paddingCount = characters.reversed().prefix { $0 == padding }.count
            guard paddingCount <= 2 else { return nil }
            characters.removeLast(paddingCount)
        }
        var bytes: [UInt8] = []
        var bits = 0
        var bitCount = 0
        for character in characters {
            guard let value = alphabet.value(of: character) else { return nil }
            bits = bits << 6 | value
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                bytes.append(UInt8(bits >> bitCount))
                bits &= 1 << bitCount - 1
            }
        }
        return bitCount < 6 && bits == 0 ? bytes : nil
    }

    private static let padding = UInt8(ascii: "=")
}

extension Base64.Alphabet {
    fileprivate var characters: [UInt8] { self == .standard ? Self.standardCharacters : Self.urlSafeCharacters }

    fileprivate func value(of character: UInt8) -> Int? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(character) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(character) - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(character) + 4
        case characters[62]: 62
        case characters[63]: 63
        default: nil
        }
    }

    private static let alphanumerics = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    private static let standardCharacters = Array((alphanumerics + "+/").utf8)
    private static let urlSafeCharacters = Array((alphanumerics + "-_").utf8)
}
