extension Timestamp: CustomStringConvertible {
    /// RFC 3339 in UTC, `2018-06-29T08:30:00Z`; the fraction is written, with six digits, only when it is not zero.
    public var iso8601: String {
        let day = CalendarDate(clamping: Int(microsecondsSinceEpoch.flooredQuotient(Self.microsecondsPerDay)))
        let time = Int(microsecondsSinceEpoch.flooredRemainder(Self.microsecondsPerDay))
        let (seconds, fraction) = time.quotientAndRemainder(dividingBy: 1_000_000)
        let hour = (seconds / 3600).padded(to: 2)
        let minute = (seconds / 60 % 60).padded(to: 2)
        let second = (seconds % 60).padded(to: 2)
        let digits = fraction == 0 ? "" : ".\(fraction.padded(to: 6))"
        return "\(day.iso)T\(hour):\(minute):\(second)\(digits)Z"
    }

    /// RFC 3339 in UTC.
    public var description: String { iso8601 }

    /// Reads RFC 3339 with `Z` or an offset and up to six digits of fraction; nil for anything else.
    ///
    /// A leap second (`:60`) is refused, as PostgreSQL cannot keep it.
    public init?(iso8601 text: String) {
        var scanner = ASCIIScanner(text)
        guard let date = scanner.date(), scanner.take("T") || scanner.take("t"),
            let hour = scanner.number(digits: 2), hour < 24, scanner.take(":"),
            let minute = scanner.number(digits: 2), minute < 60, scanner.take(":"),
            let second = scanner.number(digits: 2), second < 60
        else { return nil }
        var microseconds = 0
        if scanner.take(".") {
            let digits = scanner.digits(upTo: 6)
            guard !digits.isEmpty else { return nil }
            microseconds = digits.reduce(0) { $0 * 10 + $1 }
            for _ in digits.count..<6 { microseconds *= 10 }
        }
        guard let offset = Self.offsetMinutes(&scanner), scanner.isAtEnd else { return nil }
        let minutes = hour * 60 + minute - offset
        let time = Int64(minutes * 60 + second) * 1_000_000 + Int64(microseconds)
        self.init(microsecondsSinceEpoch: Int64(date.daysSinceEpoch) * Self.microsecondsPerDay + time)
    }

    private static func offsetMinutes(_ scanner: inout ASCIIScanner) -> Int? {
        if scanner.take("Z") || scanner.take("z") { return 0 }
        let isEast = scanner.take("+")
        guard isEast || scanner.take("-"), let hour = scanner.number(digits: 2), hour < 24, scanner.take(":"),
            let minute = scanner.number(digits: 2), minute < 60
        else { return nil }
        return (hour * 60 + minute) * (isEast ? 1 : -1)
    }
}
