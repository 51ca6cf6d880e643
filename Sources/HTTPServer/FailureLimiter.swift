import Synchronization

/// Slows down addresses that send token after token that is not valid.
///
/// Each address has a bucket of failures that fills again with time. Memory is bounded: addresses are kept in two
/// generations, and the older one is forgotten when the younger is full.
final class FailureLimiter: Sendable {
    private struct Bucket {
        /// Failures that are still free, as of `at`.
        var free: Double
        var at: ContinuousClock.Instant
    }

    private struct State {
        var young: [String: Bucket] = [:]
        var old: [String: Bucket] = [:]
    }

    private static let generationSize = 4096

    private let burst: Double
    private let perSecond: Double
    private let state = Mutex(State())
    /// Whether any address is known, so that who never fails pays nothing.
    private let isEmpty = Atomic(true)

    init(burst: Int, perMinute: Int) {
        self.burst = Double(max(1, burst))
        perSecond = Double(max(1, perMinute)) / 60
    }

    /// After how many seconds an address may try again; nil if it may now.
    func wait(_ address: @autoclosure () -> String, at now: ContinuousClock.Instant = .now) -> Int? {
        guard !isEmpty.load(ordering: .relaxed) else { return nil }
        let address = address()
        return state.withLock { state in
            guard let bucket = state.young[address] ?? state.old[address] else { return nil }
            let free = refilled(bucket, now)
            return free >= 1 ? nil : max(1, Int(((1 - free) / perSecond).rounded(.up)))
        }
    }

    /// An address has sent a token that is not valid; true if it is slowed down from now on.
    func fail(_ address: String, at now: ContinuousClock.Instant = .now) -> Bool {
        isEmpty.store(false, ordering: .relaxed)
        return state.withLock { state in
            let former = state.young[address] ?? state.old[address]
            let free = max(0, (former.map { refilled($0, now) } ?? burst) - 1)
            if state.young.count >= Self.generationSize, state.young[address] == nil {
                state.old = state.young
                state.young = [:]
            }
            state.young[address] = Bucket(free: free, at: now)
            return free < 1
        }
    }

    /// How many addresses are remembered.
    var addressCount: Int { state.withLock { $0.young.count + $0.old.count } }

    private func refilled(_ bucket: Bucket, _ now: ContinuousClock.Instant) -> Double {
        let time = bucket.at.duration(to: now).components
        let seconds = Double(time.seconds) + Double(time.attoseconds) / 1e18
        return min(burst, bucket.free + max(0, seconds) * perSecond)
    }
}
