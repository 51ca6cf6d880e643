import Synchronization

/// Turns events that may come by the thousand into few lines of the log: one now and then, with their number.
final class EventTally: Sendable {
    private struct State {
        var count = 0
        var saidAt: ContinuousClock.Instant?
    }

    private static let interval = Duration.seconds(10)

    private let state = Mutex(State())

    /// Counts an event; how many there were since the last line, where a line is due.
    func count(at now: ContinuousClock.Instant = .now) -> Int? {
        state.withLock { state in
            state.count += 1
            if let saidAt = state.saidAt, saidAt.duration(to: now) < Self.interval { return nil }
            defer { state = State(count: 0, saidAt: now) }
            return state.count
        }
    }
}
