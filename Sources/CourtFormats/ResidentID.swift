/// A citizen's identity number (公民身份号码, GB 11643): 18 characters, checked digit included.
///
/// A number may carry a retired region code, so only its province is checked. Its description is masked; read `text` for the
/// number itself.
public struct ResidentID: Hashable, Sendable, MaskedValue {
    /// The sex that the sequence number says.
    public enum Sex: Hashable, Sendable, CaseIterable {
        case male, female
    }

    /// The number, with an upper-case `X`: personal data.
    public let text: String
    /// The day of birth: personal data.
    public let birthDate: CalendarDate
    /// Odd sequence numbers are male.
    public let sex: Sex

    /// Reads a number; `x` becomes `X`.
    ///
    /// Nobody is born after `today`, the business date. Throws the first that applies of `ID_NUMBER_LENGTH`,
    /// `ID_NUMBER_CHARSET`, `ID_NUMBER_REGION`, `ID_NUMBER_BIRTHDATE` and `ID_NUMBER_CHECKSUM`.
    public init(parsing text: String, today: CalendarDate) throws(FormatError) {
        guard text.unicodeScalars.count == 18 else {
            throw FormatError(code: "ID_NUMBER_LENGTH", message: "公民身份号码应为18位")
        }
        try self.init(eighteen: text, today: today)
    }

    /// Reads a number as older records have it: with eighteen characters, or with the fifteen of before 1999, which name the
    /// same person without the century and the check digit.
    ///
    /// The eighteen characters are made of them (GB 11643-1999: `19` before the year, the check digit at the end), so that both
    /// match. Entry takes eighteen only. Throws as `init(parsing:today:)`.
    public init(imported text: String, today: CalendarDate) throws(FormatError) {
        guard text.unicodeScalars.count == 15 else {
            try self.init(parsing: text, today: today)
            return
        }
        let digits = text.utf8.compactMap(\.decimalDigit)
        guard digits.count == 15 else {
            throw FormatError(code: "ID_NUMBER_CHARSET", message: "公民身份号码含非法字符")
        }
        let body = digits[..<6] + [1, 9] + digits[6...]
        let check = Self.expectedCheckValue(Array(body))
        let number = body.map(String.init).joined() + (check == 10 ? "X" : String(check))
        try self.init(eighteen: number, today: today)
    }

    private init(eighteen text: String, today: CalendarDate) throws(FormatError) {
        let bytes = Array(text.utf8)
        let digits = bytes.prefix(17).compactMap(\.decimalDigit)
        guard bytes.count == 18, digits.count == 17, let check = Self.checkValue(bytes[17]) else {
            throw FormatError(code: "ID_NUMBER_CHARSET", message: "公民身份号码含非法字符")
        }
        guard Province.withPrefix(digits[0] * 10 + digits[1]) != nil else {
            throw FormatError(code: "ID_NUMBER_REGION", message: "公民身份号码地区码无效")
        }
        let parts = (digits[6..<10].decimalValue, digits[10..<12].decimalValue, digits[12..<14].decimalValue)
        guard let birthDate = CalendarDate(year: parts.0, month: parts.1, day: parts.2), parts.0 >= 1850,
            birthDate <= today
        else { throw FormatError(code: "ID_NUMBER_BIRTHDATE", message: "公民身份号码出生日期无效") }
        guard check == Self.expectedCheckValue(digits) else {
            throw FormatError(code: "ID_NUMBER_CHECKSUM", message: "公民身份号码校验码错误")
        }
        self.text = text.uppercased()
        self.birthDate = birthDate
        sex = digits[16].isMultiple(of: 2) ? .female : .male
    }

    /// The region of first registration, six digits, perhaps retired since: personal data.
    public var regionCode: String { String(text.prefix(6)) }

    /// The first and last two characters: `14**************2X`.
    public var masked: String { Masking.residentID(text) }

    private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

    /// ISO 7064 MOD 11-2: the check character's value is (12 − S mod 11) mod 11, with `X` for ten.
    private static func expectedCheckValue(_ digits: [Int]) -> Int {
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return (12 - sum % 11) % 11
    }

    private static func checkValue(_ byte: UInt8) -> Int? {
        byte == UInt8(ascii: "X") || byte == UInt8(ascii: "x") ? 10 : byte.decimalDigit
    }
}

extension Sequence where Element == Int {
    /// The number that decimal digits write.
    fileprivate var decimalValue: Int { reduce(0) { $0 * 10 + $1 } }
}
