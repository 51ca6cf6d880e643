#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// An instant in microseconds, as PostgreSQL's `timestamptz` keeps it.
public struct Timestamp: Hashable, Sendable {
    /// Microseconds since 1970-01-01T00:00:00Z; negative before.
    public let microsecondsSinceEpoch: Int64

    /// Creates an instant.
    public init(microsecondsSinceEpoch: Int64) { self.microsecondsSinceEpoch = microsecondsSinceEpoch }

    /// Creates the instant at which a day begins in Asia/Shanghai.
    public init(startOf date: CalendarDate) {
        let microseconds = Int64(date.daysSinceEpoch) * Self.microsecondsPerDay - Self.shanghaiOffset
        self.init(microsecondsSinceEpoch: microseconds)
    }

    /// Reads the system's clock.
    public static func now() -> Timestamp {
        var time = timespec()
        // CLOCK_REALTIME always exists and `time` is writable, so the call has no way to fail (POSIX clock_gettime).
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(microsecondsSinceEpoch: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }

    /// The day at this instant in Asia/Shanghai; stops at the ends of the calendar.
    public var businessDate: CalendarDate {
        let (local, overflow) = microsecondsSinceEpoch.addingReportingOverflow(Self.shanghaiOffset)
        return overflow ? .latest : CalendarDate(clamping: Int(local.flooredQuotient(Self.microsecondsPerDay)))
    }

    /// The instant a duration later, to the microsecond; stops at the ends of `Int64`.
    public func adding(_ duration: Duration) -> Timestamp {
        let (seconds, attoseconds) = duration.components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
        let (delta, carried) = whole.addingReportingOverflow(attoseconds / 1_000_000_000_000)
        let (sum, exceeded) = microsecondsSinceEpoch.addingReportingOverflow(delta)
        guard !overflow, !carried, !exceeded else {
            return Timestamp(microsecondsSinceEpoch: seconds < 0 ? .min : .max)
        }
        return Timestamp(microsecondsSinceEpoch: sum)
    }

    static let microsecondsPerDay: Int64 = 86_400_000_000
    private static let shanghaiOffset: Int64 = 8 * 3_600_000_000
}

extension Timestamp: Comparable {
    /// Whether the left instant comes first.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microsecondsSinceEpoch < right.microsecondsSinceEpoch
    }
}
