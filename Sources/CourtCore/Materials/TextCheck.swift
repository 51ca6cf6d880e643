/// Whether bytes, as they come, are text without control characters, and in which of two encodings.
struct TextCheck {
    private var utf8 = UTF8Check()
    private var gb18030 = GB18030Check()

    /// Whether it can still become text.
    var isPossible: Bool { utf8.isValid || gb18030.isValid }

    /// Whether the whole is UTF-8, else GB18030; nil for neither.
    var isUTF8: Bool? {
        if utf8.isValid, utf8.left == 0 { return true }
        return gb18030.isValid && gb18030.place == 0 ? false : nil
    }

    mutating func add(_ bytes: [UInt8]) {
        for byte in bytes {
            if utf8.isValid { utf8.add(byte) }
            if gb18030.isValid { gb18030.add(byte) }
        }
    }

    /// Tab, line feed, form feed, carriage return, and what can be seen.
    fileprivate static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x0A, 0x0C, 0x0D, 0x20...0x7E: true
        default: false
        }
    }
}

/// Well-formed UTF-8 (Unicode, table 3-7) without C0 and C1.
private struct UTF8Check {
    private(set) var isValid = true
    /// Bytes that the current character still needs.
    private(set) var left = 0
    private var range: ClosedRange<UInt8> = 0x80...0xBF

    mutating func add(_ byte: UInt8) {
        if left > 0 {
            isValid = range.contains(byte)
            range = 0x80...0xBF
            left -= 1
            return
        }
        switch byte {
        // C1 are C2 80 to C2 9F.
        case 0xC2: (left, range) = (1, 0xA0...0xBF)
        case 0xC3...0xDF: left = 1
        case 0xE0: (left, range) = (2, 0xA0...0xBF)
        case 0xED: (left, range) = (2, 0x80...0x9F)
        case 0xE1...0xEF: left = 2
        case 0xF0: (left, range) = (3, 0x90...0xBF)
        case 0xF1...0xF3: left = 3
        case 0xF4: (left, range) = (3, 0x80...0x8F)
        default: isValid = TextCheck.isPlain(byte)
        }
    }
}

/// Well-formed GB18030: one, two or four bytes a character.
private struct GB18030Check {
    private(set) var isValid = true
    /// Bytes of the current character that have come.
    private(set) var place = 0

    mutating func add(_ byte: UInt8) {
        switch place {
        case 0:
            if 0x81...0xFE ~= byte { place = 1 } else { isValid = TextCheck.isPlain(byte) }
        case 1:
            isValid = 0x30...0x39 ~= byte || 0x40...0x7E ~= byte || 0x80...0xFE ~= byte
            place = 0x30...0x39 ~= byte ? 2 : 0
        case 2:
            isValid = 0x81...0xFE ~= byte
            place = 3
        default:
            isValid = 0x30...0x39 ~= byte
            place = 0
        }
    }
}
