/// A day of the Gregorian calendar from 0001-01-01 to 9999-12-31, without a time or a zone.
public struct CalendarDate: Hashable, Sendable {
    /// Days since 1970-01-01; negative before.
    public let daysSinceEpoch: Int32

    /// The first day that can be represented, 0001-01-01.
    public static let earliest = CalendarDate(unchecked: -719_162)
    /// The last day that can be represented, 9999-12-31.
    public static let latest = CalendarDate(unchecked: 2_932_896)

    /// Creates a date from days since 1970-01-01; nil outside years 1 to 9999.
    public init?(daysSinceEpoch days: Int32) {
        guard days >= Self.earliest.daysSinceEpoch, days <= Self.latest.daysSinceEpoch else { return nil }
        daysSinceEpoch = days
    }

    /// Creates a date from its parts; nil when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        guard day <= Self.dayCount(year: year, month: month) else { return nil }
        self.init(unchecked: Self.days(year: year, month: month, day: day))
    }

    /// Reads exactly `YYYY-MM-DD` in ASCII digits; nil for anything else or an impossible day.
    public init?(iso text: String) {
        var scanner = ASCIIScanner(text)
        guard let date = scanner.date(), scanner.isAtEnd else { return nil }
        self = date
    }

    /// Creates a date from days within the calendar, which always fit in 32 bits.
    private init(unchecked days: Int) { daysSinceEpoch = Int32(days) }

    /// Creates the date nearest to `days` since 1970-01-01 within years 1 to 9999.
    init(clamping days: Int) {
        self.init(unchecked: min(max(days, Int(Self.earliest.daysSinceEpoch)), Int(Self.latest.daysSinceEpoch)))
    }

    /// The year, month and day together, computed once.
    public var components: (year: Int, month: Int, day: Int) {
        // Days are counted from 0000-03-01 in eras of 400 years (146,097 days), so that the leap day ends its year.
        let shifted = Int(daysSinceEpoch) + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// 1 to 9999.
    public var year: Int { components.year }
    /// 1 to 12.
    public var month: Int { components.month }
    /// 1 to 31.
    public var day: Int { components.day }

    /// The number of days in a month of a year.
    public static func dayCount(year: Int, month: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    private static func days(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

extension CalendarDate: Comparable {
    /// Whether the left day comes first.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        left.daysSinceEpoch < right.daysSinceEpoch
    }
}

extension CalendarDate: CustomStringConvertible {
    /// `YYYY-MM-DD`.
    public var iso: String {
        let (year, month, day) = components
        return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
    }

    /// `YYYY-MM-DD`.
    public var description: String { iso }
}
