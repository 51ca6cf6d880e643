import CourtFormats
import Testing

@Suite("CalendarDate")
struct CalendarDateTests {
    @Test(
        "counts days from 1970-01-01",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2018-06-29", 17_711),
            ("0001-01-01", -719_162),
            ("9999-12-31", 2_932_896), ("1850-01-01", -43_829),
        ] as [(String, Int32)]
    )
    func countsDays(iso: String, days: Int32) throws {
        let date = try #require(CalendarDate(iso: iso))
        #expect(date.daysSinceEpoch == days)
        #expect(date.iso == iso)
        #expect(CalendarDate(daysSinceEpoch: days) == date)
    }

    @Test("reads and writes every day of four centuries alike")
    func roundTrips() throws {
        var expected = try #require(CalendarDate(iso: "1800-01-01"))
        let end = try #require(CalendarDate(iso: "2200-01-01"))
        while expected < end {
            let (year, month, day) = expected.components
            try #require(CalendarDate(year: year, month: month, day: day) == expected)
            expected = expected.adding(days: 1)
        }
    }

    @Test(
        "refuses what is not exactly YYYY-MM-DD or no day",
        arguments: [
            "", "2018", "2018-6-29", "2018-06-29 ", " 2018-06-29", "2018/06/29", "20180629", "2018-06-29T00:00:00Z",
            "+018-06-29",
            "2018-13-01", "2018-00-10", "2018-04-31", "2018-02-29", "1900-02-29", "2018-01-00", "0000-01-01",
            "２０１８-06-29",
        ]
    )
    func refuses(text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test("accepts the leap days of 2000 and 2016 only in leap years")
    func leapDays() {
        #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
        #expect(CalendarDate(year: 2016, month: 2, day: 29) != nil)
        #expect(CalendarDate(year: 2100, month: 2, day: 29) == nil)
        #expect(CalendarDate(year: 10_000, month: 1, day: 1) == nil)
    }

    @Test("knows the days of the week, before 1970 too")
    func weekdays() throws {
        #expect(try date("1970-01-01").weekday == .thursday)
        #expect(try date("2018-06-29").weekday == .friday)
        #expect(try date("2018-09-30").weekday == .sunday)
        #expect(try date("1949-10-01").weekday == .saturday)
        #expect(try date("0001-01-01").weekday == .monday)
        #expect(CalendarDate.Weekday.saturday.isWeekend && !CalendarDate.Weekday.monday.isWeekend)
    }

    @Test(
        "adds months to the corresponding day, or to the month's end (民法典 §202)",
        arguments: [
            ("2018-08-31", 6, "2019-02-28"), ("2019-08-31", 6, "2020-02-29"), ("2018-01-15", 1, "2018-02-15"),
            ("2018-11-30", 3, "2019-02-28"), ("2018-03-31", -1, "2018-02-28"), ("2018-01-31", -13, "2016-12-31"),
            ("2018-12-01", 12, "2019-12-01"), ("2020-02-29", 12, "2021-02-28"),
        ]
    )
    func addsMonths(start: String, months: Int, end: String) throws {
        #expect(try date(start).adding(months: months).iso == end)
    }

    @Test("stops at the ends of the calendar instead of overflowing")
    func saturates() throws {
        let day = try date("2018-06-29")
        #expect(day.adding(days: .max) == .latest)
        #expect(day.adding(days: .min) == .earliest)
        #expect(day.adding(days: 4_000_000) == .latest)
        #expect(day.adding(months: .max) == .latest)
        #expect(day.adding(months: .min) == .earliest)
        #expect(day.adding(months: -30_000) == .earliest)
        #expect(CalendarDate(daysSinceEpoch: 2_932_897) == nil)
        #expect(CalendarDate(daysSinceEpoch: -719_163) == nil)
    }

    @Test("orders dates and tells the days between them")
    func orders() throws {
        let (early, late) = (try date("2018-03-01"), try date("2018-04-30"))
        #expect(early < late)
        #expect(early.days(until: late) == 60)
        #expect(late.days(until: early) == -60)
        #expect(late.description == "2018-04-30")
    }
}

/// A date of a test.
func date(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }
