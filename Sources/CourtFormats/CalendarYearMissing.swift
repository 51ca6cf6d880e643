/// No holiday notice is known for a year that a period runs into.
public struct CalendarYearMissing: Error, Hashable, Sendable {
    /// `HOLIDAY_CALENDAR_MISSING`.
    public static let code = "HOLIDAY_CALENDAR_MISSING"
    /// The year whose notice is missing.
    public let year: Int

    /// Creates an error.
    public init(year: Int) { self.year = year }

    /// `HOLIDAY_CALENDAR_MISSING`.
    public var code: String { Self.code }
    /// The text for clients.
    public var message: String { "缺少\(year)年节假日安排，无法计算期限" }
}

extension CalendarYearMissing: CustomStringConvertible {
    /// The message and its code.
    public var description: String { "\(message) [\(code)]" }
}
