extension Lexer {
    /// The token's value: a name or number as written, a string's meaning; empty for punctuators.
    func text(of token: Token) -> String {
        switch token.kind {
        case .name, .int, .float: text(from: token.start, to: token.end)
        case .string: stringValue(of: token)
        case .blockString: blockStringValue(of: token)
        default: ""
        }
    }

    /// The token as messages show it: `Name "letter"`, `"}"`, `<EOF>`.
    func label(of token: Token) -> String {
        // A name is part of the document's language; whoever reads values says where it is one.
        token.kind.hasText && !(hidesValues && token.kind != .name)
            ? "\(token.kind.label) \"\(text(of: token))\"" : token.kind.label
    }

    func text(from start: Int, to end: Int) -> String {
        // The buffer does not leave the closure, and rebasing checks the range. Slicing the array would retain it.
        bytes.withUnsafeBufferPointer {
            String(decoding: UnsafeBufferPointer(rebasing: $0[start..<end]), as: UTF8.self)
        }
    }

    /// At most `count` code points from a position; for messages.
    func text(from start: Int, codePoints count: Int) -> String {
        var end = start
        for _ in 0..<count where end < bytes.count { end += codePointLength(at: end) }
        return text(from: start, to: end)
    }

    /// The code point as messages show it: printable ASCII quoted, others as `U+20AC`, or `<EOF>`.
    func codePointLabel(at position: Int) -> String {
        guard position < bytes.count else { return Token.Kind.endOfFile.label }
        let byte = bytes[position]
        if hidesValues, let hidden = hiddenLabel(at: position) { return hidden }
        if byte == 0x22 { return #"'"'"# }
        if 0x20...0x7E ~= byte { return "\"\(Character(Unicode.Scalar(byte)))\"" }
        let scalar = text(from: position, codePoints: 1).unicodeScalars.first
        return "U+\(hexadecimal(scalar?.value ?? 0, digits: 4))"
    }

    /// What stands for a letter or a digit that is not repeated; nil for any other character.
    private func hiddenLabel(at position: Int) -> String? {
        guard let properties = text(from: position, codePoints: 1).unicodeScalars.first?.properties else { return nil }
        if properties.numericType != nil { return "a digit" }
        return properties.isAlphabetic || properties.isIdeographic ? "a letter" : nil
    }

    private func codePointLength(at position: Int) -> Int {
        switch bytes[position] {
        case 0xC0...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xFF: 4
        default: 1
        }
    }
}

/// Upper-case hexadecimal with at least so many digits.
func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
}
