import CourtFormats
import Testing

@Suite("WorkingCalendar")
struct WorkingCalendarTests {
    let calendar: WorkingCalendar

    init() throws { calendar = WorkingCalendar(days: try Notices.days()) }

    @Test(
        "knows holidays, make-up days and weekends",
        arguments: [
            ("2018-10-01", false), ("2018-10-07", false), ("2018-10-08", true), ("2018-09-29", true),
            ("2018-09-30", true),
            ("2018-06-30", false), ("2018-06-29", true), ("2018-12-31", false), ("2019-01-02", true),
        ]
    )
    func workingDays(day: String, isWorked: Bool) throws {
        #expect(try calendar.isWorkingDay(date(day)) == isWorked)
    }

    @Test("covers the years that have rows, and no other")
    func missingYear() throws {
        #expect(calendar.coveredYears == [2018, 2019])
        let day = try date("2020-03-02")
        #expect(throws: CalendarYearMissing(year: 2020)) { try calendar.isWorkingDay(day) }
        let error = CalendarYearMissing(year: 2020)
        #expect(error.code == "HOLIDAY_CALENDAR_MISSING")
        #expect(error.message == "缺少2020年节假日安排，无法计算期限")
    }

    @Test("takes the covered years it is told when a notice names days of the year before")
    func explicitYears() throws {
        let calendar = WorkingCalendar(days: [(try date("2018-12-31"), .holiday)], coveredYears: [2019])
        let day = try date("2018-12-31")
        #expect(throws: CalendarYearMissing(year: 2018)) { try calendar.isWorkingDay(day) }
        #expect(try calendar.isWorkingDay(date("2019-01-02")))
    }

    @Test(
        "ends periods as 民法典 §201–203 say",
        arguments: [
            ("2018-09-28", 5, DeadlineUnit.workingDay, "2018-10-10"),
            ("2018-09-16", 15, .calendarDay, "2018-10-08"),
            ("2018-08-31", 6, .month, "2019-02-28"),
            ("2018-03-01", 60, .calendarDay, "2018-05-02"),
            ("2018-06-15", 1, .workingDay, "2018-06-19"),
            ("2018-06-15", 15, .calendarDay, "2018-07-02"),
            ("2018-09-14", 15, .calendarDay, "2018-09-29"),
            ("2018-12-01", 30, .calendarDay, "2019-01-02"),
            ("2018-06-29", 0, .workingDay, "2018-06-29"),
            ("2018-06-29", 24, .hour, "2018-06-30"),
            ("2018-06-29", 25, .hour, "2018-07-01"),
        ]
    )
    func dueDates(start: String, amount: Int, unit: DeadlineUnit, due: String) throws {
        #expect(try calendar.dueDate(from: date(start), amount: amount, unit: unit).iso == due)
    }

    @Test("rolls over into a missing year only as an error")
    func rollsIntoMissingYear() throws {
        let start = try date("2019-12-20")
        #expect(throws: CalendarYearMissing(year: 2020)) {
            try calendar.dueDate(from: start, amount: 15, unit: .calendarDay)
        }
        #expect(throws: CalendarYearMissing(year: 2020)) {
            try calendar.dueDate(from: start, amount: 10, unit: .workingDay)
        }
        #expect(throws: CalendarYearMissing(year: 9999)) {
            try calendar.dueDate(from: start, amount: .max, unit: .month)
        }
    }

    @Test("counts working days after the first day up to the last")
    func counts() throws {
        #expect(try calendar.workingDays(between: date("2018-09-28"), and: date("2018-10-10")) == 5)
        #expect(try calendar.workingDays(between: date("2018-10-10"), and: date("2018-09-28")) == -5)
        #expect(try calendar.workingDays(between: date("2018-10-10"), and: date("2018-10-10")) == 0)
    }

    @Test(
        "reminds at a share of a period and days before its end, on a worked day, rather earlier",
        arguments: [
            // Half of thirty days; a Sunday, so the Friday before; in 国庆, so the make-up Sunday before it.
            ("2018-03-01", "2018-03-31", 0.5, "2018-03-16"), ("2018-06-01", "2018-06-19", 0.5, "2018-06-08"),
            ("2018-09-20", "2018-10-18", 0.5, "2018-09-30"), ("2018-06-29", "2018-06-30", 0.5, "2018-06-29"),
            ("2018-06-29", "2018-07-13", 1, "2018-07-13"), ("2018-06-16", "2018-06-18", 0.5, "2018-06-16"),
        ]
    )
    func reminderAtShare(start: String, due: String, share: Double, day: String) throws {
        #expect(try calendar.reminder(atShare: share, from: date(start), to: date(due)) == date(day))
    }

    @Test("reminds days before a day", arguments: [("2018-07-13", 3, "2018-07-10"), ("2018-10-08", 3, "2018-09-30")])
    func reminderBefore(due: String, days: Int, day: String) throws {
        #expect(try calendar.reminder(daysBefore: days, date(due)) == date(day))
        #expect(throws: CalendarYearMissing.self) { try calendar.reminder(daysBefore: 3, date("2021-03-01")) }
    }
}
