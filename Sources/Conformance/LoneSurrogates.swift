import GraphQLLanguage

/// Documents with surrogates that belong to no pair, which JSON can escape and text cannot hold.
///
/// The last 2,048 code points of the private use planes stand in for them between the JSON reader and the lexer.
enum LoneSurrogates {
    private static let firstStandIn: UInt32 = 0x10F800

    /// A JSON text with the escape of a stand-in for each escape of a lone surrogate; nil if it has none.
    static func replaced(in json: [UInt8]) -> [UInt8]? {
        guard hasSurrogates(json) else { return nil }
        var isChanged = false
        var text: [UInt8] = []
        var index = 0
        while index < json.count {
            guard json[index] == UInt8(ascii: "\\"), index + 1 < json.count else {
                text.append(json[index])
                index += 1
                continue
            }
            if let leading = surrogate(at: index, in: json) {
                if leading < 0xDC00, let trailing = surrogate(at: index + 6, in: json), trailing >= 0xDC00 {
                    text += json[index..<index + 12]
                    index += 12
                } else {
                    isChanged = true
                    text += escape(of: firstStandIn + leading - 0xD800)
                    index += 6
                }
            } else {
                // Any other escape: what follows the backslash is no backslash of its own.
                text += json[index..<index + 2]
                index += 2
            }
        }
        return isChanged ? text : nil
    }

    /// A document's bytes, with the generalised UTF-8 of a lone surrogate for each stand-in.
    static func source(_ text: String) -> Source {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            guard scalar.value >= firstStandIn else {
                bytes += Array(String(scalar).utf8)
                continue
            }
            let surrogate = scalar.value - firstStandIn + 0xD800
            bytes += [0xED, UInt8(0x80 | (surrogate >> 6 & 0x3F)), UInt8(0x80 | (surrogate & 0x3F))]
        }
        return Source(bytes: bytes)
    }

    /// Whether `\ud` or `\uD` stands anywhere.
    private static func hasSurrogates(_ json: [UInt8]) -> Bool {
        var index = 0
        while index + 2 < json.count {
            if json[index] == UInt8(ascii: "\\"), json[index + 1] == UInt8(ascii: "u"),
                json[index + 2] | 0x20 == UInt8(ascii: "d")
            {
                return true
            }
            index += 1
        }
        return false
    }

    /// The surrogate of an escape `\uD800` to `\uDFFF` that starts here.
    private static func surrogate(at index: Int, in json: [UInt8]) -> UInt32? {
        guard index + 6 <= json.count, json[index] == UInt8(ascii: "\\"), json[index + 1] == UInt8(ascii: "u") else {
            return nil
        }
        guard let value = UInt32(String(decoding: json[index + 2..<index + 6], as: UTF8.self), radix: 16) else {
            return nil
        }
        return 0xD800...0xDFFF ~= value ? value : nil
    }

    private static func escape(of value: UInt32) -> [UInt8] {
        let offset = value - 0x10000
        let pair = [0xD800 + (offset >> 10), 0xDC00 + (offset & 0x3FF)]
        return pair.flatMap { Array("\\u\(String($0, radix: 16))".utf8) }
    }
}
