/// Which days are worked, from the State Council's yearly notices, and when a period ends (民法典 §201–203).
///
/// Saturdays and Sundays are rest days unless a notice makes them working days. A year without a notice is an error, never
/// "weekends only": its holidays are unknown.
public struct WorkingCalendar: Sendable {
    /// What a notice says of a day.
    public enum DayKind: String, Hashable, Sendable, CaseIterable {
        case holiday = "HOLIDAY"
        case makeupWorkday = "MAKEUP_WORKDAY"
    }

    /// The years for which a notice is known.
    public let coveredYears: Set<Int>
    private let exceptions: [CalendarDate: DayKind]

    /// Creates a calendar from the rows of the notices.
    ///
    /// - Parameters:
    ///   - days: one row per named day; of two rows for a day the later one counts.
    ///   - coveredYears: the years whose notice is complete; nil means every year that has a row. A notice may name the last
    ///     days of the year before it, so pass the years where that year itself may be missing.
    public init(days: some Sequence<(date: CalendarDate, kind: DayKind)>, coveredYears: Set<Int>? = nil) {
        exceptions = days.reduce(into: [:]) { $0[$1.date] = $1.kind }
        self.coveredYears = coveredYears ?? Set(exceptions.keys.map(\.year))
    }

    /// Whether courts work on a day.
    public func isWorkingDay(_ date: CalendarDate) throws(CalendarYearMissing) -> Bool {
        let year = date.year
        guard coveredYears.contains(year) else { throw CalendarYearMissing(year: year) }
        return switch exceptions[date] {
        case .holiday: false
        case .makeupWorkday: true
        case nil: !date.weekday.isWeekend
        }
    }

    /// The day itself when it is worked, else the next one that is (民法典 §203).
    public func workingDay(onOrAfter date: CalendarDate) throws(CalendarYearMissing) -> CalendarDate {
        var day = date
        while try !isWorkingDay(day) { day = day.adding(days: 1) }
        return day
    }

    /// The last day of a period that starts on `start`, which is itself not counted (民法典 §201).
    ///
    /// Calendar days and months end on the next working day when their last day is a 法定休假日 (§203). Courts read that term
    /// as every day of rest, weekly ones included, as 民法通则 §154 said outright; a make-up working day is not one.
    /// Working days need no such step. Hours run on through rest days and are counted here from the end of `start`.
    ///
    /// - Precondition: `amount` is not negative; zero means `start` itself, moved to a working day where the unit says so.
    public func dueDate(
        from start: CalendarDate,
        amount: Int,
        unit: DeadlineUnit
    ) throws(CalendarYearMissing) -> CalendarDate {
        precondition(amount >= 0, "a period cannot be negative")
        switch unit {
        case .calendarDay: return try workingDay(onOrAfter: start.adding(days: amount))
        case .month: return try workingDay(onOrAfter: start.adding(months: amount))
        case .workingDay: return try advance(start, workingDays: amount)
        case .hour: return start.adding(days: amount / 24 + (amount % 24 == 0 ? 0 : 1))
        }
    }

    /// The number of working days after `start` up to and including `end`; negative when `end` is the earlier one.
    public func workingDays(between start: CalendarDate, and end: CalendarDate) throws(CalendarYearMissing) -> Int {
        guard start <= end else { return -(try workingDays(between: end, and: start)) }
        var count = 0
        var day = start
        while day < end {
            day = day.adding(days: 1)
            if try isWorkingDay(day) { count += 1 }
        }
        return count
    }

    private func advance(_ start: CalendarDate, workingDays: Int) throws(CalendarYearMissing) -> CalendarDate {
        var day = start
        var remaining = workingDays
        while remaining > 0 {
            day = day.adding(days: 1)
            if try isWorkingDay(day) { remaining -= 1 }
        }
        return day
    }
}
