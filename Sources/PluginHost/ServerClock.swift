package import CourtFormats
package import PluginKit
import Synchronization

/// Where the business date comes from.
package enum ServerClock: Sendable {
    /// The real one, in Asia/Shanghai.
    case system
    /// A demonstration's or a test's: the date stands still, the time of day goes on.
    case fixed(CalendarDate)
    /// A test's, which moves it.
    case movable(MovableClock)

    /// A reading.
    package func read() -> BusinessClock {
        let now = Timestamp.now()
        switch self {
        case .system: return BusinessClock(today: now.businessDate, now: now)
        case .fixed(let date): return BusinessClock(today: date, now: now)
        case .movable(let clock): return clock.read()
        }
    }
}

/// A clock that stands still until a test moves it.
package final class MovableClock: Sendable {
    private let reading: Mutex<(today: CalendarDate, now: Timestamp?)>

    /// Stands on a date, where the time of day goes on.
    package init(_ today: CalendarDate) { reading = Mutex((today, nil)) }

    /// Moves to an hour (Asia/Shanghai) of a date, and stands still there.
    package func move(to date: CalendarDate, hour: Int = 12) {
        reading.withLock { $0 = (date, Timestamp(startOf: date).adding(.seconds(hour * 3_600))) }
    }

    package func read() -> BusinessClock {
        let (today, now) = reading.withLock { $0 }
        return BusinessClock(today: today, now: now ?? .now())
    }
}
