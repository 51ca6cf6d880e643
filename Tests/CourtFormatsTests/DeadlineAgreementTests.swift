import CourtFormats
import Testing

@Suite("Deadlines and the naive count of days")
struct DeadlineAgreementTests {
    private struct Random: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) ^ (state << 20)
        }
    }

    @Test("agree for a thousand periods, across year ends with and without the next year's notice", arguments: [1, 2])
    func agree(seed: UInt64) throws {
        var random = Random(state: seed)
        let days = try Notices.days()
        var ends = 0
        var unknowns = 0
        for _ in 1...1_000 {
            // With both notices, or with the first year's only: its last days name the next year's first.
            let years: Set<Int> = Bool.random(using: &random) ? [2018, 2019] : [2018]
            let calendar = WorkingCalendar(days: days, coveredYears: years)
            let naive = NaiveDays(
                holidays: Set(days.filter { $0.kind == .holiday }.map(\.date.iso)),
                makeupDays: Set(days.filter { $0.kind == .makeupWorkday }.map(\.date.iso)),
                years: years
            )
            let month = Int.random(in: 1...12, using: &random)
            let start = NaiveDays.Day(
                year: 2018,
                month: month,
                day: Int.random(in: 1...NaiveDays.Day.length(month, of: 2018), using: &random)
            )
            let units: [(DeadlineUnit, Int)] = [(.calendarDay, 120), (.workingDay, 60), (.month, 18), (.hour, 200)]
            let (unit, most) = try #require(units.randomElement(using: &random))
            let amount = Int.random(in: 0...most, using: &random)
            let expected = Result { try naive.end(of: amount, unit, from: start).iso }
            let found = Result { try calendar.dueDate(from: date(start.iso), amount: amount, unit: unit).iso }
            let place = "\(amount) \(unit) from \(start.iso), notices of \(years.sorted())"
            switch (expected, found) {
            case (.success(let one), .success(let other)):
                #expect(one == other, "\(place)")
                ends += 1
            case (.failure(let one as NaiveDays.Unknown), .failure(let other as CalendarYearMissing)):
                #expect(one.year == other.year, "\(place)")
                unknowns += 1
            default: Issue.record("\(place): \(expected), \(found)")
            }
        }
        // Both happen, and often.
        #expect(ends > 300)
        #expect(unknowns > 100)
    }
}
