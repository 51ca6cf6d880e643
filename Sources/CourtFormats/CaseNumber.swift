/// A court's case number (案号), in the form in force since 2016 (法〔2015〕137号) or in an older one.
///
/// Two numbers are equal when they name the same case, whatever brackets, spaces or digits they were written with.
public struct CaseNumber: Hashable, Sendable {
    /// Which rule a number follows.
    public enum Form: String, Hashable, Sendable, CaseIterable {
        /// （2017）晋03民终123号.
        case standard = "STANDARD"
        /// （2009）阳民终字第123号: only the year and the serial can be told apart.
        case legacy = "LEGACY"
    }

    /// Which rule the number follows.
    public let form: Form
    /// 收案年度.
    public let year: Int
    /// 法院代字; nil in a legacy number.
    public let courtCode: CourtCode?
    /// 专门审判代字: `知` for intellectual property.
    public let specialty: Character?
    /// 类型代字, `民终`; nil in a legacy number.
    public let typeCode: String?
    /// What stands before 字第 in a legacy number, `阳民终`: court and type unseparated.
    public let legacyPrefix: String?
    /// 编号.
    public let serial: Int
    /// `之一` after a standard number, `-1` within a legacy one.
    public let suffix: String?

    /// The number in its one written form: full-width parentheses, ASCII digits, no spaces.
    public var text: String {
        let suffix = suffix ?? ""
        if let legacyPrefix { return "（\(year)）\(legacyPrefix)字第\(serial)\(suffix)号" }
        let specialty = specialty.map(String.init) ?? ""
        return "（\(year)）\(courtCode?.text ?? "")\(specialty)\(typeCode ?? "")\(serial)号\(suffix)"
    }

    /// Reads a number in either form.
    ///
    /// A case cannot be of a year after `today`, the business date. Throws `CASE_NO_FORMAT`, `CASE_NO_YEAR` or
    /// `CASE_NO_TYPE_UNKNOWN`.
    public init(parsing text: String, today: CalendarDate) throws(FormatError) {
        var scanner = HanScanner(text.foldingNumberForms(open: "（", close: "）"))
        guard scanner.take("（"), let yearDigits = scanner.digits(4...4), let year = Int(yearDigits), scanner.take("）")
        else { throw Self.malformed }
        if let legacy = CaseNumber(legacyYear: year, scanner) {
            self = legacy
        } else {
            try self.init(standardYear: year, scanner)
        }
        guard today.year >= year, year >= Self.firstYear else {
            throw FormatError(code: "CASE_NO_YEAR", message: "案号年度无效")
        }
        if let typeCode, !CaseType.all.contains(typeCode) {
            throw FormatError(code: "CASE_NO_TYPE_UNKNOWN", message: "案件类型代字不存在")
        }
    }

    /// The year before which no court of the People's Republic took a case.
    public static let firstYear = 1949

    /// The number of the case itself: `之一` after it counts the case's documents.
    public var withoutDocument: CaseNumber {
        guard form == .standard, suffix != nil else { return self }
        return CaseNumber(
            year: year,
            courtCode: courtCode,
            specialty: specialty,
            typeCode: typeCode,
            serial: serial
        )
    }

    private init(year: Int, courtCode: CourtCode?, specialty: Character?, typeCode: String?, serial: Int) {
        form = .standard
        self.year = year
        self.courtCode = courtCode
        self.specialty = specialty
        self.typeCode = typeCode
        legacyPrefix = nil
        self.serial = serial
        suffix = nil
    }

    /// `[一-龥]{1,12}字第\d{1,6}(-\d+)?号`; nil when the rest is not of this form.
    private init?(legacyYear year: Int, _ start: HanScanner) {
        var scanner = start
        var prefix = scanner.take(while: \.isHan)
        guard prefix.hasSuffix("字第") else { return nil }
        prefix.removeLast(2)
        guard (1...12).contains(prefix.count), let digits = scanner.digits(1...6), let serial = Int(digits), serial > 0
        else { return nil }
        var suffix: String?
        if scanner.take("-") {
            guard let part = scanner.digits(1...6) else { return nil }
            suffix = "-\(part)"
        }
        guard scanner.take("号"), scanner.isAtEnd else { return nil }
        form = .legacy
        self.year = year
        courtCode = nil
        specialty = nil
        typeCode = nil
        legacyPrefix = prefix
        self.serial = serial
        self.suffix = suffix
    }

    /// 法院代字, `知` perhaps, the type's characters, `\d{1,8}号`, and perhaps `之` with a Chinese number.
    private init(standardYear year: Int, _ start: HanScanner) throws(FormatError) {
        var scanner = start
        guard let court = scanner.courtCode() else { throw Self.malformed }
        var type = scanner.take(upTo: 5, while: \.isHan)
        var specialty: Character?
        if type.count > 1, let first = type.first, CaseType.specialties.contains(first) {
            specialty = first
            type.removeFirst()
        }
        guard (1...4).contains(type.count), let digits = scanner.digits(1...8), let serial = Int(digits), serial > 0,
            scanner.take("号")
        else { throw Self.malformed }
        var suffix: String?
        if !scanner.isAtEnd {
            guard scanner.take("之") else { throw Self.malformed }
            let number = scanner.take { Self.chineseDigits.contains($0) }
            guard !number.isEmpty, scanner.isAtEnd else { throw Self.malformed }
            suffix = "之\(number)"
        }
        form = .standard
        self.year = year
        courtCode = court
        self.specialty = specialty
        typeCode = type
        legacyPrefix = nil
        self.serial = serial
        self.suffix = suffix
    }

    private static let malformed = FormatError(code: "CASE_NO_FORMAT", message: "案号格式错误")
    private static let chineseDigits: Set<Character> = Set("一二三四五六七八九十")
}

extension CaseNumber: CustomStringConvertible {
    /// The number in its one written form.
    public var description: String { text }
}
