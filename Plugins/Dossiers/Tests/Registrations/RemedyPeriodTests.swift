import CourtFormats
import Testing

@testable import DossiersPlugin

@Suite("The period of a remedy")
struct RemedyPeriodTests {
    /// The notice of 2018, as far as these periods need it; 2019 has none but its weekends.
    static let calendar = WorkingCalendar(
        days: ["2018-10-01", "2018-10-02", "2018-10-03", "2018-10-04", "2018-10-05"].map { (day($0), .holiday) }
            + ["2018-09-29", "2018-09-30"].map { (day($0), .makeupWorkday) },
        coveredYears: [2018, 2019]
    )

    static func day(_ text: String) -> CalendarDate { CalendarDate(iso: text) ?? .earliest }

    static func limit(
        _ amount: Int?,
        _ unit: DeadlineUnit = .month,
        _ begins: RemedyBegin = .effective,
        fromKnowing: Bool = false
    ) -> RemedyLimit {
        RemedyLimit(
            remedy: .civilRetrial,
            amount: amount,
            unit: unit,
            begins: begins,
            countsFromKnowing: fromKnowing,
            competent: .nextHigherCourt,
            note: nil,
            legalBasis: "",
            isConfirmed: false
        )
    }

    @Test(
        "ends on the corresponding day, the month's last, or the next day that is worked",
        arguments: [
            // 民法典 §202: there is no 31 February; 28 February 2019 is a Thursday.
            ("2018-08-31", 6, DeadlineUnit.month, "2019-02-28"),
            // 1 to 7 October are off: it rolls on to the 8th.
            ("2018-09-16", 15, .calendarDay, "2018-10-08"),
            ("2018-03-01", 6, .month, "2018-09-03"),
            ("2018-06-01", 10, .calendarDay, "2018-06-11"),
            // A make-up day is worked, a Sunday though it is.
            ("2018-09-20", 10, .calendarDay, "2018-09-30"),
            ("2018-06-29", 6, .month, "2018-12-31"),
        ] as [(String, Int, DeadlineUnit, String)]
    )
    func vectors(start: String, amount: Int, unit: DeadlineUnit, end: String) throws {
        let period = try RemedyPeriod(
            Self.limit(amount, unit),
            from: DecisionDays(effectiveOn: Self.day(start)),
            Self.calendar
        )
        #expect(period.deadlineOn == Self.day(end))
        #expect(period.isFinal)
    }

    @Test("ends unmoved, and says so, where the last day's year has no holiday notice yet")
    func unknownYear() throws {
        let period = try RemedyPeriod(
            Self.limit(24),
            from: DecisionDays(effectiveOn: Self.day("2018-06-29")),
            Self.calendar
        )
        #expect(period.deadlineOn == Self.day("2020-06-29"))
        #expect(!period.isFinal)
    }

    @Test("begins with the knowing of a ground, where the rule lets it, never before the decision's effect")
    func knowing() throws {
        let effect = Self.day("2018-03-01")
        func end(_ known: String, _ fromKnowing: Bool) throws -> CalendarDate? {
            try RemedyPeriod(
                Self.limit(6, fromKnowing: fromKnowing),
                from: DecisionDays(effectiveOn: effect, knownOn: Self.day(known)),
                Self.calendar
            ).deadlineOn
        }
        #expect(try end("2018-06-01", true) == Self.day("2018-12-03"))
        #expect(try end("2018-06-01", false) == Self.day("2018-09-03"))
        #expect(try end("2017-06-01", true) == Self.day("2018-09-03"))
    }

    @Test("has no end where there is no limit, and while the penalty is being served; else its beginning must be said")
    func none() throws {
        let unlimited = try RemedyPeriod(Self.limit(nil, .month, .served), from: DecisionDays(), Self.calendar)
        #expect(unlimited.deadlineOn == nil && unlimited.isFinal)
        let serving = try RemedyPeriod(
            Self.limit(24, .month, .penaltyServed),
            from: DecisionDays(effectiveOn: Self.day("2017-01-01")),
            Self.calendar
        )
        #expect(serving.deadlineOn == nil)
        #expect(throws: RemedyPeriod.BeginMissing(begins: .served)) {
            try RemedyPeriod(
                Self.limit(10, .calendarDay, .served),
                from: DecisionDays(effectiveOn: Self.day("2018-06-01")),
                Self.calendar
            )
        }
    }

    @Test("ends on the day that a naive count finds, for a thousand random beginnings")
    func naive() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<1_000 {
            let start = Self.day("2018-01-01").adding(days: Int.random(in: 0..<360, using: &generator))
            let amount = Int.random(in: 1...60, using: &generator)
            var end = start
            for _ in 0..<amount { end = end.adding(days: 1) }
            while try !Self.calendar.isWorkingDay(end) { end = end.adding(days: 1) }
            let period = try RemedyPeriod(
                Self.limit(amount, .calendarDay),
                from: DecisionDays(effectiveOn: start),
                Self.calendar
            )
            #expect(period.deadlineOn == end, "\(start) + \(amount)")
        }
    }
}

/// The same numbers at each run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
