/// Reads forms made of Chinese characters and ASCII digits, left to right.
struct HanScanner {
    private let characters: [Character]
    private(set) var position = 0

    init(_ text: some StringProtocol) { characters = Array(text) }

    var isAtEnd: Bool { position == characters.count }

    /// What has not been read yet.
    var rest: ArraySlice<Character> { characters[position...] }

    /// Takes a given text; false, and nothing taken, when another stands there.
    mutating func take(_ text: String) -> Bool {
        guard rest.starts(with: text) else { return false }
        position += text.count
        return true
    }

    /// Takes characters while a condition holds, up to a limit.
    mutating func take(upTo limit: Int = .max, while condition: (Character) -> Bool) -> String {
        let taken = rest.prefix(while: condition).prefix(limit)
        position += taken.count
        return String(taken)
    }

    /// Takes from `limits.lowerBound` to `limits.upperBound` ASCII digits; nil, and nothing taken, when there are fewer or more.
    mutating func digits(_ limits: ClosedRange<Int>) -> String? {
        let start = position
        let taken = take(while: \.isASCIIDigit)
        guard limits.contains(taken.count) else {
            position = start
            return nil
        }
        return taken
    }

    /// Takes a 法院代字; nil when none stands there.
    mutating func courtCode() -> CourtCode? {
        if take(CourtCode.supreme.text) { return .supreme }
        guard let first = rest.first,
            Province.withCourtCharacter(first) != nil || CourtCode.specialCharacters.contains(first)
        else { return nil }
        position += 1
        let digits = take(while: \.isASCIIDigit)
        switch digits.count {
        case 0: return CourtCode(text: String(first), level: .high)
        case 2: return CourtCode(text: "\(first)\(digits)", level: .intermediate)
        case 4: return CourtCode(text: "\(first)\(digits)", level: .basic)
        default: return nil
        }
    }
}

extension Character {
    /// Whether this is one of 0 to 9.
    var isASCIIDigit: Bool { ("0"..."9").contains(self) && isASCII }

    /// Whether this is a CJK unified ideograph of the basic block, 一 to 龥, as names of courts and case types use.
    var isHan: Bool { ("\u{4E00}"..."\u{9FA5}").contains(self) && unicodeScalars.count == 1 }
}
