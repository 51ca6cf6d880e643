import CourtFormats

/// The notices for 2018 and 2019 (国办发明电〔2017〕12号, 〔2018〕15号, 〔2019〕3号).
enum Notices {
    private static let holidays = [
        ("2018-01-01", 1), ("2018-02-15", 7), ("2018-04-05", 3), ("2018-04-29", 3), ("2018-06-16", 3),
        ("2018-09-22", 3), ("2018-10-01", 7), ("2018-12-30", 3), ("2019-02-04", 7), ("2019-04-05", 1),
        ("2019-05-01", 4),
        ("2019-06-07", 1), ("2019-09-13", 1), ("2019-10-01", 7),
    ]
    private static let workdays = [
        "2018-02-11", "2018-02-24", "2018-04-08", "2018-04-28", "2018-09-29", "2018-09-30", "2018-12-29", "2019-02-02",
        "2019-02-03", "2019-04-28", "2019-05-05", "2019-09-29", "2019-10-12",
    ]

    static func days() throws -> [(date: CalendarDate, kind: WorkingCalendar.DayKind)] {
        var days: [(date: CalendarDate, kind: WorkingCalendar.DayKind)] = []
        for (first, count) in holidays {
            for offset in 0..<count { days.append((try date(first).adding(days: offset), .holiday)) }
        }
        for day in workdays { days.append((try date(day), .makeupWorkday)) }
        return days
    }
}
