/// Reads fixed ASCII forms from a string's bytes, left to right.
struct ASCIIScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { position == bytes.count }

    /// Takes one given character; false, and nothing taken, when another stands there.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
        position += 1
        return true
    }

    /// Takes up to `limit` digits, as their values.
    mutating func digits(upTo limit: Int) -> [Int] {
        var digits: [Int] = []
        while digits.count < limit, position < bytes.count, let digit = bytes[position].decimalDigit {
            digits.append(digit)
            position += 1
        }
        return digits
    }

    /// Takes exactly `count` digits as a number; nil when there are fewer.
    mutating func number(digits count: Int) -> Int? {
        let digits = digits(upTo: count)
        return digits.count == count ? digits.reduce(0) { $0 * 10 + $1 } : nil
    }

    /// Takes `YYYY-MM-DD` naming a possible day.
    mutating func date() -> CalendarDate? {
        guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"),
            let day = number(digits: 2)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}

extension UInt8 {
    /// The value of an ASCII digit.
    var decimalDigit: Int? { (0x30...0x39).contains(self) ? Int(self) - 0x30 : nil }
}
