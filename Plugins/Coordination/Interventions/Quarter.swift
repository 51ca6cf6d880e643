import CourtFormats

/// A quarter of a year (季度).
struct Quarter: Hashable, Sendable {
    let year: Int
    /// 1 to 4.
    let number: Int

    /// Nil for a number that is no quarter's, or a year that no date has.
    init?(year: Int, number: Int) {
        guard (1...4).contains(number), (1...9998).contains(year) else { return nil }
        self.year = year
        self.number = number
    }

    /// The quarter of a day.
    init(of day: CalendarDate) {
        year = day.year
        number = (day.month - 1) / 3 + 1
    }

    /// The quarter before.
    var previous: Quarter { Quarter(of: first.adding(days: -1)) }

    /// Its first day.
    var first: CalendarDate { CalendarDate(year: year, month: number * 3 - 2, day: 1) ?? .earliest }

    /// Its last day.
    var last: CalendarDate {
        let day = CalendarDate.dayCount(year: year, month: number * 3)
        return CalendarDate(year: year, month: number * 3, day: day) ?? .latest
    }
}
