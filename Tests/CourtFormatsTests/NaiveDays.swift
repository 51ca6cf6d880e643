import CourtFormats

/// Deadlines as a clerk counts them on a paper calendar, day after day, with nothing of what is tested: a date is three numbers.
struct NaiveDays {
    struct Day: Hashable {
        var year: Int
        var month: Int
        var day: Int

        var iso: String {
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            return "\(year)-\(two(month))-\(two(day))"
        }

        static func length(_ month: Int, of year: Int) -> Int {
            switch month {
            case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
            case 4, 6, 9, 11: 30
            default: 31
            }
        }

        func next() -> Day {
            if day < Self.length(month, of: year) { return Day(year: year, month: month, day: day + 1) }
            return month < 12 ? Day(year: year, month: month + 1, day: 1) : Day(year: year + 1, month: 1, day: 1)
        }
    }

    /// A year whose notice is not known.
    struct Unknown: Error {
        let year: Int
    }

    let holidays: Set<String>
    let makeupDays: Set<String>
    let years: Set<Int>

    /// A Monday.
    private static let monday = Day(year: 2017, month: 1, day: 2)

    func isWorked(_ day: Day) throws(Unknown) -> Bool {
        guard years.contains(day.year) else { throw Unknown(year: day.year) }
        if makeupDays.contains(day.iso) { return true }
        if holidays.contains(day.iso) { return false }
        var weekday = 0
        var walked = Self.monday
        while walked != day {
            walked = walked.next()
            weekday = (weekday + 1) % 7
        }
        return weekday < 5
    }

    func end(of amount: Int, _ unit: DeadlineUnit, from start: Day) throws(Unknown) -> Day {
        var day = start
        switch unit {
        case .workingDay:
            var left = amount
            while left > 0 {
                day = day.next()
                if try isWorked(day) { left -= 1 }
            }
            return day
        case .hour:
            var hours = amount
            while hours > 0 {
                day = day.next()
                hours -= 24
            }
            return day
        case .calendarDay:
            for _ in 0..<amount { day = day.next() }
        case .month:
            for _ in 0..<amount {
                day = Day(year: day.month == 12 ? day.year + 1 : day.year, month: day.month % 12 + 1, day: day.day)
            }
            day.day = min(start.day, Day.length(day.month, of: day.year))
        }
        while try !isWorked(day) { day = day.next() }
        return day
    }
}
