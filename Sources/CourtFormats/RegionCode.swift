/// A GB/T 2260 code of an administrative division, in force or retired: older documents keep the codes of their time.
public struct RegionCode: Hashable, Sendable {
    /// How far down a code goes.
    public enum Level: Hashable, Sendable, CaseIterable {
        case nation, province, prefecture, county
    }

    /// Six ASCII digits.
    public let text: String
    private let number: Int

    /// The whole country, 100000.
    public static let nation = RegionCode(number: 100_000)

    /// Reads the six ASCII digits of a code that the standard has ever had, or 100000.
    ///
    /// - Throws: `REGION_CODE_UNKNOWN`.
    public init(parsing text: String) throws(FormatError) {
        let digits = Array(text.utf8).map(\.decimalDigit)
        guard digits.count == 6, !digits.contains(nil) else { throw Self.unknown }
        self.init(number: digits.reduce(0) { $0 * 10 + ($1 ?? 0) })
        guard self == .nation || RegionTable.names[number] != nil else { throw Self.unknown }
    }

    private init(number: Int) {
        self.number = number
        text = number.padded(to: 6)
    }

    /// How far down the code goes.
    public var level: Level {
        if self == .nation { return .nation }
        if number % 10_000 == 0 { return .province }
        return number % 100 == 0 ? .prefecture : .county
    }

    /// The division above by the digits of the code; nil for the whole country.
    public var parent: RegionCode? {
        switch level {
        case .nation: nil
        case .province: .nation
        case .prefecture: RegionCode(number: number / 10_000 * 10_000)
        case .county: RegionCode(number: number / 100 * 100)
        }
    }

    /// The province-level division; nil for the whole country.
    public var province: Province? { Province.withPrefix(number / 10_000) }

    private static let unknown = FormatError(code: "REGION_CODE_UNKNOWN", message: "行政区划代码不存在")
}

extension RegionCode: CustomStringConvertible {
    /// The six digits.
    public var description: String { text }
}
