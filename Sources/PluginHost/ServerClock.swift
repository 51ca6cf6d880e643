package import CourtFormats
package import PluginKit

/// Where the business date comes from.
package enum ServerClock: Sendable {
    /// The real one, in Asia/Shanghai.
    case system
    /// A demonstration's or a test's: the date stands still, the time of day goes on.
    case fixed(CalendarDate)

    /// A reading.
    package func read() -> BusinessClock {
        let now = Timestamp.now()
        switch self {
        case .system: return BusinessClock(today: now.businessDate, now: now)
        case .fixed(let date): return BusinessClock(today: date, now: now)
        }
    }
}
