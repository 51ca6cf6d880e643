import CourtFormats
import Testing

@Suite("Timestamp")
struct TimestampTests {
    @Test(
        "writes RFC 3339 in UTC",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (1_530_261_000_000_000, "2018-06-29T08:30:00Z"),
            (-1, "1969-12-31T23:59:59.999999Z"),
            (1_530_261_000_000_120, "2018-06-29T08:30:00.000120Z"),
        ] as [(Int64, String)]
    )
    func writes(microseconds: Int64, text: String) {
        let instant = Timestamp(microsecondsSinceEpoch: microseconds)
        #expect(instant.iso8601 == text)
        #expect(Timestamp(iso8601: text) == instant)
    }

    @Test("reads offsets and short fractions")
    func readsOffsets() {
        let expected = Timestamp(microsecondsSinceEpoch: 1_530_261_000_500_000)
        #expect(Timestamp(iso8601: "2018-06-29T16:30:00.5+08:00") == expected)
        #expect(Timestamp(iso8601: "2018-06-29t02:00:00.500-06:30") == expected)
    }

    @Test(
        "refuses other forms",
        arguments: [
            "", "2018-06-29", "2018-06-29T08:30:00", "2018-06-29 08:30:00Z", "2018-06-29T24:00:00Z",
            "2018-06-29T08:60:00Z",
            "2018-06-29T08:30:60Z", "2018-06-29T08:30:00.Z", "2018-06-29T08:30:00.1234567Z", "2018-02-30T08:30:00Z",
            "2018-06-29T08:30:00+0800", "2018-06-29T08:30:00ZZ",
        ]
    )
    func refuses(text: String) {
        #expect(Timestamp(iso8601: text) == nil)
    }

    @Test("changes the business date at midnight in Shanghai")
    func businessDate() throws {
        let before = try #require(Timestamp(iso8601: "2018-06-28T15:59:59.999999Z"))
        let after = try #require(Timestamp(iso8601: "2018-06-28T16:00:00Z"))
        #expect(before.businessDate.iso == "2018-06-28")
        #expect(CalendarDate.today(at: after).iso == "2018-06-29")
        #expect(Timestamp(startOf: try date("2018-06-29")) == after)
    }

    @Test("reads a clock that moves on and is past 2020")
    func now() throws {
        let first = Timestamp.now()
        #expect(first <= Timestamp.now())
        #expect(first > Timestamp(startOf: try date("2020-01-01")))
    }

    @Test("adds durations and stops at the ends")
    func adds() {
        let zero = Timestamp(microsecondsSinceEpoch: 0)
        #expect(zero.adding(.milliseconds(1500)).microsecondsSinceEpoch == 1_500_000)
        #expect(zero.adding(.seconds(-1)).microsecondsSinceEpoch == -1_000_000)
        #expect(zero.adding(.seconds(Int64.max)).microsecondsSinceEpoch == .max)
        #expect(zero.adding(.seconds(Int64.min)).microsecondsSinceEpoch == .min)
    }

    @Test("keeps even the extreme instants printable")
    func extremes() {
        #expect(Timestamp(microsecondsSinceEpoch: .max).businessDate == .latest)
        #expect(Timestamp(microsecondsSinceEpoch: .min).businessDate == .earliest)
        #expect(Timestamp(microsecondsSinceEpoch: .max).iso8601.hasPrefix("9999-12-31T"))
    }
}
