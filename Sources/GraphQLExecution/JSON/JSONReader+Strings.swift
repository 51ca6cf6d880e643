extension JSONReader {
    /// Reads a string (RFC 8259 §7); the reader stands on its opening quote.
    mutating func string() throws(Failure) -> String {
        let start = index + 1
        index = bytes.span.firstJSONEscape(from: start)
        if next == UInt8(ascii: "\"") {
            let text = try text(bytes.span.extracting(start..<index), from: start)
            index += 1
            return text
        }
        return try escapedString(from: start)
    }

    /// Reads on after the first backslash, in runs that hold none.
    private mutating func escapedString(from start: Int) throws(Failure) -> String {
        var text = Array(bytes[start..<index])
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                let value = try self.text(text.span, from: start)
                index += 1
                return value
            case UInt8(ascii: "\\"): text.append(contentsOf: try escape().utf8)
            default: throw controlCharacter(byte)
            }
            let end = bytes.span.firstJSONEscape(from: index)
            text.append(contentsOf: bytes[index..<end])
            index = end
        }
        throw unterminated
    }

    /// The text of a string that was written from `start` to the reader's place.
    private func text(_ utf8: Span<UInt8>, from start: Int) throws(Failure) -> String {
        do {
            return String(copying: try UTF8Span(validating: utf8))
        } catch {
            throw invalidUTF8(in: start..<index)
        }
    }

    private mutating func escape() throws(Failure) -> Unicode.Scalar {
        index += 1
        guard let byte = next else { throw unterminated }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default:
            throw Failure(
                message: "Invalid escape in a string, expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u",
                offset: index - 2
            )
        }
    }

    private mutating func unicodeEscape() throws(Failure) -> Unicode.Scalar {
        let start = index - 2
        let lead = UInt32(try hexDigits())
        if let scalar = Unicode.Scalar(lead) { return scalar }
        // A leading surrogate must be followed by an escaped trailing one.
        if (0xD800..<0xDC00).contains(lead), next == UInt8(ascii: "\\"), index + 1 < bytes.count,
            bytes[index + 1] == UInt8(ascii: "u")
        {
            index += 2
            let trail = UInt32(try hexDigits())
            if (0xDC00..<0xE000).contains(trail),
                let scalar = Unicode.Scalar(0x10000 + ((lead - 0xD800) << 10) + (trail - 0xDC00))
            {
                return scalar
            }
        }
        throw Failure(message: "Lone surrogate in a string, expected a pair of them", offset: start)
    }

    private mutating func hexDigits() throws(Failure) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
                throw failure("Invalid Unicode escape in a string, expected four hexadecimal digits")
            }
            value = value << 4 | UInt16(digit)
            index += 1
        }
        return value
    }
}
