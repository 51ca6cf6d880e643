/// A 法院代字 (法〔2015〕137号): `最高法`, `晋`, `晋03` or `晋0321`.
///
/// Its form is checked; which courts exist is for the register of courts to say.
public struct CourtCode: Hashable, Sendable {
    /// The four levels of courts.
    public enum Level: String, Hashable, Sendable, CaseIterable {
        case supreme = "SUPREME"
        case high = "HIGH"
        case intermediate = "INTERMEDIATE"
        case basic = "BASIC"
    }

    /// The code as it stands in a case number.
    public let text: String
    /// The level that the code's form says.
    public let level: Level

    /// The Supreme People's Court.
    public static let supreme = CourtCode(text: "最高法", level: .supreme)

    /// Reads a code.
    ///
    /// - Throws: `COURT_CODE_UNKNOWN` when no court can have this code.
    public init(parsing text: String) throws(FormatError) {
        var scanner = HanScanner(text)
        guard let code = scanner.courtCode(), scanner.isAtEnd else {
            throw FormatError(code: "COURT_CODE_UNKNOWN", message: "法院代字不存在")
        }
        self = code
    }

    /// Derives the code from a region; nil for a region without such courts.
    ///
    /// The rule: the High Court's character, then for an intermediate court the middle two digits, for a basic court the last four.
    /// Intermediate courts of municipalities (京01…京04) and special courts do not follow the rule.
    public init?(region: RegionCode) {
        if region == .nation {
            self = .supreme
            return
        }
        guard let character = region.province?.courtCharacter else { return nil }
        switch region.level {
        case .nation: self = .supreme
        case .province: self.init(text: String(character), level: .high)
        case .prefecture: self.init(text: "\(character)\(region.text.dropFirst(2).prefix(2))", level: .intermediate)
        case .county: self.init(text: "\(character)\(region.text.suffix(4))", level: .basic)
        }
    }

    init(text: String, level: Level) {
        self.text = text
        self.level = level
    }

    /// The court above by the form of the code; nil for the Supreme People's Court.
    ///
    /// The register of courts prevails where it names another, as for counties directly under a province.
    public var parent: CourtCode? {
        switch level {
        case .supreme: nil
        case .high: .supreme
        case .intermediate: CourtCode(text: String(text.dropLast(2)), level: .high)
        case .basic: CourtCode(text: String(text.dropLast(2)), level: .intermediate)
        }
    }

    /// Whether this court is `other` or stands below it by the form of the codes.
    public func isWithin(_ other: CourtCode) -> Bool {
        var court: CourtCode? = self
        while let current = court {
            if current == other { return true }
            court = current.parent
        }
        return false
    }

    /// The characters of courts outside the provinces: the Xinjiang Corps and the military.
    static let specialCharacters: Set<Character> = ["兵", "军"]
}

extension CourtCode: CustomStringConvertible {
    /// The code as it stands in a case number.
    public var description: String { text }
}
