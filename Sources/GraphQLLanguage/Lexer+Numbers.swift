extension Lexer {
    /// IntValue and FloatValue (GraphQL §2.10.1, §2.10.2): no leading zeros, and no `.` or NameStart right behind.
    func numberToken(at start: Int) throws(SyntaxError) -> Token {
        var position = start
        var kind = Token.Kind.int

        if isByte(0x2D, at: position) { position += 1 }
        if isByte(0x30, at: position) {
            position += 1
            if position < bytes.count, isDigit(bytes[position]) {
                throw SyntaxError(
                    "Invalid number, unexpected digit after 0: \(codePointLabel(at: position)).",
                    offset: position
                )
            }
        } else {
            position = try endOfDigits(from: position)
        }

        if isByte(0x2E, at: position) {
            kind = .float
            position = try endOfDigits(from: position + 1)
        }
        if isByte(0x65, at: position) || isByte(0x45, at: position) {
            kind = .float
            position += 1
            if isByte(0x2B, at: position) || isByte(0x2D, at: position) { position += 1 }
            position = try endOfDigits(from: position)
        }

        if position < bytes.count, bytes[position] == 0x2E || isNameStart(bytes[position]) {
            throw expectedDigit(at: position)
        }
        return Token(kind: kind, start: start, end: position)
    }

    /// The end of one or more digits.
    private func endOfDigits(from start: Int) throws(SyntaxError) -> Int {
        var position = start
        while position < bytes.count, isDigit(bytes[position]) { position += 1 }
        guard position > start else { throw expectedDigit(at: start) }
        return position
    }

    private func expectedDigit(at position: Int) -> SyntaxError {
        SyntaxError("Invalid number, expected digit but got: \(codePointLabel(at: position)).", offset: position)
    }
}
