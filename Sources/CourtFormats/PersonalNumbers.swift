/// Finds a person's numbers in a text where none may stand, however they are spaced and whatever digits they are written with.
package enum PersonalNumbers {
    /// Whether the text has a resident's ID number, of eighteen or fifteen characters, or a telephone number.
    ///
    /// A check digit is not asked for: a mistyped number says as much.
    package static func isContained(in text: String) -> Bool {
        // Written in Chinese or not, and with a Chinese numeral that follows as a word: “13812345678一事”.
        [true, false].contains { readsChinese in
            isContained(in: text.unicodeScalars.filter { !$0.isInvisible }.map { Mark($0, readsChinese: readsChinese) })
        }
    }

    private static func isContained(in marks: [Mark]) -> Bool {
        marks.indices.contains { start in
            // A number begins where a digit does not follow another.
            guard marks[start].digit != nil, start == 0 || marks[start - 1].digit == nil else { return false }
            let run = digits(of: marks, from: start)
            return isResidentID(run) || isTelephone(run)
        }
    }

    /// The digits from a place on, as far as no more than three separators stand between two of them; `ends` are the counts after
    /// which a digit does not follow at once.
    private static func digits(of marks: [Mark], from start: Int) -> (digits: [Int], ends: Set<Int>, hasX: Set<Int>) {
        var digits: [Int] = []
        var ends: Set<Int> = []
        var hasX: Set<Int> = []
        var separators = 0
        for mark in marks[start...] {
            if let digit = mark.digit {
                digits.append(digit)
                separators = 0
            } else {
                if separators == 0 { ends.insert(digits.count) }
                if mark == .x { hasX.insert(digits.count) }
                guard mark == .separator, separators < 3 else { break }
                separators += 1
            }
            if digits.count > 20 { break }
        }
        ends.insert(digits.count)
        return (digits, ends, hasX)
    }

    private static func isResidentID(_ run: (digits: [Int], ends: Set<Int>, hasX: Set<Int>)) -> Bool {
        let digits = run.digits
        if run.ends.contains(18) || run.hasX.contains(17) { return isPerson(digits, birth: digits[6..<14]) }
        if run.ends.contains(15) { return isPerson(digits, birth: [1, 9] + digits[6..<12]) }
        return false
    }

    private static func isPerson(_ digits: [Int], birth: ArraySlice<Int>) -> Bool {
        let parts = birth.reduce(0) { $0 * 10 + $1 }
        let (year, month, day) = (parts / 10_000, parts / 100 % 100, parts % 100)
        return Province.withPrefix(digits[0] * 10 + digits[1]) != nil && (1850..<2100).contains(year)
            && (1...12).contains(month) && (1...31).contains(day)
    }

    private static func isTelephone(_ run: (digits: [Int], ends: Set<Int>, hasX: Set<Int>)) -> Bool {
        for prefix in [[], [8, 6], [0, 0, 8, 6], [0]] where run.digits.starts(with: prefix) {
            let rest = Array(run.digits.dropFirst(prefix.count))
            guard run.ends.contains(where: { $0 == prefix.count + 11 }), rest.count >= 11 else { continue }
            if rest[0] == 1, rest[1] >= 3 { return true }
        }
        // 0353-1234567: an area code of three or four digits, and seven or eight more.
        guard run.digits.count >= 10, run.digits[0] == 0, run.digits[1] != 0, let code = run.ends.min(), code >= 3,
            code <= 4 || code >= 10
        else { return false }
        let isShort = run.digits[1] <= 2
        return run.ends.contains { isShort ? (10...11).contains($0) : (11...12).contains($0) }
    }

    /// What a scalar can be in such a number.
    private enum Mark: Equatable {
        case digit(Int), x, separator, other

        init(_ scalar: Unicode.Scalar, readsChinese: Bool) {
            if let value = Self.value(of: scalar) ?? (readsChinese ? Self.chinese[scalar] : nil) {
                self = .digit(value)
            } else if ["x", "X", "ｘ", "Ｘ", "×"].contains(scalar) {
                self = .x
            } else if !scalar.properties.isAlphabetic {
                // Blanks, dashes, dots, commas, brackets, symbols: whatever is no letter.
                self = .separator
            } else {
                self = .other
            }
        }

        /// The digit that a scalar stands for, circled ones included.
        private static func value(of scalar: Unicode.Scalar) -> Int? {
            guard [.decimal, .digit].contains(scalar.properties.numericType) else { return nil }
            return scalar.properties.numericValue.map { Int($0) }
        }

        private static let chinese: [Unicode.Scalar: Int] = [
            "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "幺": 1, "两": 2,
            "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
        ]

        var digit: Int? { if case .digit(let digit) = self { digit } else { nil } }
    }
}
