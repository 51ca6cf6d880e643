extension Lexer {
    /// StringValue (GraphQL §2.10.4) in double quotes; its escapes are checked here and resolved by `stringValue(of:)`.
    func stringToken(at start: Int) throws(SyntaxError) -> Token {
        var position = start + 1
        while position < bytes.count {
            switch bytes[position] {
            case 0x22:  // "
                return Token(kind: .string, start: start, end: position + 1)
            case 0x5C:  // \
                guard let escape = escape(at: position) else { throw invalidEscape(at: position) }
                position += escape.length
            case 0x0A, 0x0D:
                throw SyntaxError("Unterminated string.", offset: position)
            default:
                position += 1
            }
        }
        throw SyntaxError("Unterminated string.", offset: position)
    }

    /// The text that a string token means.
    func stringValue(of token: Token) -> String {
        let end = token.end - 1
        var chunkStart = token.start + 1
        guard bytes[chunkStart..<end].contains(0x5C) else { return text(from: chunkStart, to: end) }

        var value = ""
        var position = chunkStart
        while position < end {
            if bytes[position] == 0x5C, let escape = escape(at: position) {
                value += text(from: chunkStart, to: position)
                value.unicodeScalars.append(escape.scalar)
                position += escape.length
                chunkStart = position
            } else {
                position += 1
            }
        }
        return value + text(from: chunkStart, to: end)
    }

    /// A block string (GraphQL §2.10.4): ends at the next `"""` without a backslash before it.
    func blockStringToken(at start: Int) throws(SyntaxError) -> Token {
        var position = start + 3
        while position < bytes.count {
            if isTripleQuote(at: position) { return Token(kind: .blockString, start: start, end: position + 3) }
            position += isEscapedTripleQuote(at: position) ? 4 : 1
        }
        throw SyntaxError("Unterminated string.", offset: position)
    }

    /// The text that a block string token means: `\"""` resolved, common indentation and blank edges removed.
    func blockStringValue(of token: Token) -> String {
        let end = token.end - 3
        var lines: [[UInt8]] = []
        var line: [UInt8] = []
        var position = token.start + 3
        while position < end {
            switch bytes[position] {
            case 0x5C where isEscapedTripleQuote(at: position):
                line += [0x22, 0x22, 0x22]
                position += 4
            case 0x0A, 0x0D:
                position += isByte(0x0D, at: position) && isByte(0x0A, at: position + 1) ? 2 : 1
                lines.append(line)
                line = []
            case let byte:
                line.append(byte)
                position += 1
            }
        }
        lines.append(line)
        return BlockString.value(ofRawLines: lines)
    }

    private func isTripleQuote(at position: Int) -> Bool {
        isByte(0x22, at: position) && isByte(0x22, at: position + 1) && isByte(0x22, at: position + 2)
    }

    private func isEscapedTripleQuote(at position: Int) -> Bool {
        isByte(0x5C, at: position) && isTripleQuote(at: position + 1)
    }
}

extension Lexer {
    /// An escape sequence: the scalar it means and how many bytes it is.
    struct Escape {
        let scalar: Unicode.Scalar
        let length: Int
    }

    /// The escape sequence that starts with the backslash here, nil if it is not valid.
    func escape(at position: Int) -> Escape? {
        guard position + 1 < bytes.count else { return nil }
        switch bytes[position + 1] {
        case 0x22: return Escape(scalar: "\"", length: 2)
        case 0x5C: return Escape(scalar: "\\", length: 2)
        case 0x2F: return Escape(scalar: "/", length: 2)
        case 0x62: return Escape(scalar: "\u{8}", length: 2)
        case 0x66: return Escape(scalar: "\u{C}", length: 2)
        case 0x6E: return Escape(scalar: "\n", length: 2)
        case 0x72: return Escape(scalar: "\r", length: 2)
        case 0x74: return Escape(scalar: "\t", length: 2)
        case 0x75 where isByte(0x7B, at: position + 2): return variableWidthEscape(at: position)
        case 0x75: return fixedWidthEscape(at: position)
        default: return nil
        }
    }

    /// `\u{10FFFF}`: one to eight hexadecimal digits.
    private func variableWidthEscape(at position: Int) -> Escape? {
        var value: UInt32 = 0
        var length = 3
        while length < 12, position + length < bytes.count {
            let byte = bytes[position + length]
            length += 1
            if byte == 0x7D {
                guard length > 4, let scalar = Unicode.Scalar(value) else { return nil }
                return Escape(scalar: scalar, length: length)
            }
            guard let digit = hexadecimalDigit(byte) else { return nil }
            value = value << 4 | digit
        }
        return nil
    }

    /// `\u00E9`, or a surrogate pair `\uD83D\uDE00`.
    private func fixedWidthEscape(at position: Int) -> Escape? {
        guard let leading = fourDigits(at: position + 2) else { return nil }
        if let scalar = Unicode.Scalar(leading) { return Escape(scalar: scalar, length: 6) }
        guard leading < 0xDC00, isByte(0x5C, at: position + 6), isByte(0x75, at: position + 7),
            let trailing = fourDigits(at: position + 8), 0xDC00...0xDFFF ~= trailing,
            let scalar = Unicode.Scalar(0x10000 + ((leading - 0xD800) << 10 | (trailing - 0xDC00)))
        else { return nil }
        return Escape(scalar: scalar, length: 12)
    }

    private func fourDigits(at position: Int) -> UInt32? {
        guard position + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[position..<position + 4] {
            guard let digit = hexadecimalDigit(byte) else { return nil }
            value = value << 4 | digit
        }
        return value
    }

    private func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x37)
        case 0x61...0x66: UInt32(byte - 0x57)
        default: nil
        }
    }

    /// What is wrong with an escape sequence that `escape(at:)` refuses.
    private func invalidEscape(at position: Int) -> SyntaxError {
        guard isByte(0x75, at: position + 1) else {
            let shown = hidesValues ? "" : ": \"\(text(from: position, codePoints: 2))\""
            return SyntaxError("Invalid character escape sequence\(shown).", offset: position)
        }
        let length = isByte(0x7B, at: position + 2) ? faultyVariableWidth(at: position) : 6
        let shown = hidesValues ? "" : ": \"\(text(from: position, codePoints: length))\""
        return SyntaxError("Invalid Unicode escape sequence\(shown).", offset: position)
    }

    /// How many code points of a faulty `\u{…}` are shown: up to the one that makes it faulty.
    private func faultyVariableWidth(at position: Int) -> Int {
        var value: Int32 = 0
        var length = 3
        while length < 12 {
            let index = position + length
            length += 1
            guard index < bytes.count, let digit = hexadecimalDigit(bytes[index]) else { break }
            value = value << 4 | Int32(digit)
            if value < 0 { break }
        }
        return length
    }
}
