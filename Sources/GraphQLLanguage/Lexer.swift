/// Reads tokens from bytes that are well-formed UTF-8 (GraphQL §2.1).
///
/// It has no state: a token is a function of where reading starts, so looking ahead is reading from the end of the
/// current token.
struct Lexer: Sendable {
    let bytes: [UInt8]
    /// No message repeats what may be a value: text of strings and numbers, letters and digits that no token holds.
    let hidesValues: Bool

    /// Takes the source's bytes once they are known to be Unicode text.
    init(_ source: Source, hidesValues: Bool = false) throws(SyntaxError) {
        if let offset = source.firstInvalidOffset {
            throw Self.error(forInvalidByteAt: offset, in: source, hidesValues: hidesValues)
        }
        bytes = source.bytes
        self.hidesValues = hidesValues
    }

    /// Takes bytes that are known to be Unicode text.
    private init(wellFormed bytes: [UInt8], hidesValues: Bool) {
        self.bytes = bytes
        self.hidesValues = hidesValues
    }

    /// An ill-formed source's error: a lone surrogate is named, it can come from JSON (GraphQL §2.1, SourceCharacter).
    private static func error(
        forInvalidByteAt offset: Int,
        in source: Source,
        hidesValues: Bool
    ) -> SyntaxError {
        guard let surrogate = source.surrogate(at: offset) else {
            let byte = hexadecimal(UInt32(source.bytes[offset]), digits: 2)
            return SyntaxError("Invalid UTF-8: unexpected byte 0x\(byte), expected UTF-8 text.", offset: offset)
        }
        let label = "U+\(hexadecimal(surrogate, digits: 4))"
        let before = Lexer(wellFormed: Array(source.bytes[..<offset]), hidesValues: hidesValues)
        var position = 0
        do throws(SyntaxError) {
            while true {
                let token = try before.token(from: position)
                guard token.kind != .endOfFile else { break }
                position = token.end
            }
        } catch {
            // What is wrong before it comes first; a string that does not end before it holds it.
            guard error.message == "Unterminated string.", error.offset == offset else { return error }
            return SyntaxError("Invalid character within String: \(label).", offset: offset)
        }
        return SyntaxError("Invalid character: \(label).", offset: offset)
    }

    /// The first token at or after an offset, past ignored tokens (GraphQL §2.1.6).
    func token(from offset: Int) throws(SyntaxError) -> Token {
        var position = offset
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case 0x20, 0x2C, 0x0A, 0x0D, 0x09:  // space , LF CR tab
                position += 1
            case 0x23:  // #
                position = endOfComment(from: position + 1)
            case 0xEF where isByteOrderMark(at: position):
                position += 3
            case 0x61...0x7A, 0x41...0x5A, 0x5F:  // a–z A–Z _
                return nameToken(at: position)
            case 0x7B: return Token(kind: .braceLeft, start: position, end: position + 1)
            case 0x7D: return Token(kind: .braceRight, start: position, end: position + 1)
            case 0x3A: return Token(kind: .colon, start: position, end: position + 1)
            case 0x28: return Token(kind: .parenthesisLeft, start: position, end: position + 1)
            case 0x29: return Token(kind: .parenthesisRight, start: position, end: position + 1)
            case 0x24: return Token(kind: .dollar, start: position, end: position + 1)
            case 0x21: return Token(kind: .bang, start: position, end: position + 1)
            case 0x40: return Token(kind: .at, start: position, end: position + 1)
            case 0x5B: return Token(kind: .bracketLeft, start: position, end: position + 1)
            case 0x5D: return Token(kind: .bracketRight, start: position, end: position + 1)
            case 0x3D: return Token(kind: .equals, start: position, end: position + 1)
            case 0x7C: return Token(kind: .pipe, start: position, end: position + 1)
            case 0x26: return Token(kind: .ampersand, start: position, end: position + 1)
            case 0x2E where isByte(0x2E, at: position + 1) && isByte(0x2E, at: position + 2):
                return Token(kind: .spread, start: position, end: position + 3)
            case 0x22:  // "
                let isBlock = isByte(0x22, at: position + 1) && isByte(0x22, at: position + 2)
                return isBlock ? try blockStringToken(at: position) : try stringToken(at: position)
            case 0x30...0x39, 0x2D:  // 0–9 -
                return try numberToken(at: position)
            default:
                throw unexpectedCharacter(at: position)
            }
        }
        return Token(kind: .endOfFile, start: bytes.count, end: bytes.count)
    }

    func isByte(_ byte: UInt8, at position: Int) -> Bool { position < bytes.count && bytes[position] == byte }

    /// Whether the bytes of a token are these.
    func isText(of token: Token, _ text: StaticString) -> Bool {
        guard token.end - token.start == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { expected in
            for index in expected.indices where bytes[token.start + index] != expected[index] { return false }
            return true
        }
    }

    /// Name :: NameStart NameContinue* (GraphQL §2.1.8).
    func nameToken(at start: Int) -> Token {
        var position = start + 1
        while position < bytes.count, isNameContinue(bytes[position]) { position += 1 }
        return Token(kind: .name, start: start, end: position)
    }

    private func endOfComment(from start: Int) -> Int {
        var position = start
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
        return position
    }

    /// What is wrong with a character that no token starts with.
    private func unexpectedCharacter(at position: Int) -> SyntaxError {
        switch bytes[position] {
        case 0x27:  // '
            return SyntaxError(
                #"Unexpected single quote character ('), did you mean to use a double quote (")?"#,
                offset: position
            )
        case 0x2E where isByte(0x2E, at: position + 1):  // ..
            return SyntaxError(#"Unexpected "..", did you mean "..."?"#, offset: position)
        case 0x2E where position + 1 < bytes.count && isDigit(bytes[position + 1]):  // .5
            var end = position + 1
            while end < bytes.count, isDigit(bytes[end]) { end += 1 }
            let number = "0" + text(from: position, to: end)
            let hint = hidesValues ? "." : ", did you mean \"\(number)\"?"
            return SyntaxError("Invalid number, expected digit before \".\"\(hint)", offset: position)
        default:
            return SyntaxError("Unexpected character: \(codePointLabel(at: position)).", offset: position)
        }
    }

    private func isByteOrderMark(at position: Int) -> Bool {
        isByte(0xBB, at: position + 1) && isByte(0xBF, at: position + 2)
    }
}

func isNameStart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x5F: true
    default: false
    }
}

func isNameContinue(_ byte: UInt8) -> Bool {
    // A bit for each ASCII character: 0–9, then A–Z _ a–z.
    let set: UInt64 = byte & 0x40 == 0 ? 0x03FF_0000_0000_0000 : 0x07FF_FFFE_87FF_FFFE
    return byte < 0x80 && set >> UInt64(byte & 0x3F) & 1 == 1
}

func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
