extension CalendarDate {
    /// A day of the week, numbered as ISO 8601 does.
    public enum Weekday: Int, Hashable, Sendable, CaseIterable {
        case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday

        /// Whether it is a weekly rest day (周休息日).
        public var isWeekend: Bool { self == .saturday || self == .sunday }
    }

    /// The day of the week.
    public var weekday: Weekday {
        // 1970-01-01 was a Thursday, the fourth day; the remainder is in 0...6, so the raw value exists.
        let index = (Int(daysSinceEpoch) + 3).flooredRemainder(7)
        return Weekday.allCases[index]
    }

    /// The date `count` days later, or earlier when negative; stops at the ends of the calendar.
    public func adding(days count: Int) -> CalendarDate {
        let (sum, overflow) = Int(daysSinceEpoch).addingReportingOverflow(count)
        guard !overflow else { return count < 0 ? .earliest : .latest }
        return CalendarDate(clamping: sum)
    }

    /// The corresponding day `count` months later, or the last day of that month when it has no such day (民法典 §202).
    ///
    /// Stops at the ends of the calendar.
    public func adding(months count: Int) -> CalendarDate {
        let (year, month, day) = components
        let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(count)
        guard !overflow else { return count < 0 ? .earliest : .latest }
        let target = (year: index.flooredQuotient(12), month: index.flooredRemainder(12) + 1)
        let last = Self.dayCount(year: target.year, month: target.month)
        guard let date = CalendarDate(year: target.year, month: target.month, day: min(day, last)) else {
            return count < 0 ? .earliest : .latest
        }
        return date
    }

    /// The number of days from this date to `other`; negative when `other` is earlier.
    public func days(until other: CalendarDate) -> Int { Int(other.daysSinceEpoch) - Int(daysSinceEpoch) }

    /// The business date at an instant: the day in Asia/Shanghai, UTC+8 all year since 1991.
    public static func today(at instant: Timestamp) -> CalendarDate { instant.businessDate }
}
