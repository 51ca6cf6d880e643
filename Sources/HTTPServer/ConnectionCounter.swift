import Synchronization

/// Counts the connections that are open, so that none can take what others need.
final class ConnectionCounter: Sendable {
    private struct State {
        var count = 0
        var byAddress: [String: Int] = [:]
    }

    private let maxCount: Int
    private let maxCountPerAddress: Int
    private let state = Mutex(State())

    init(maxCount: Int, maxCountPerAddress: Int) {
        self.maxCount = maxCount
        self.maxCountPerAddress = maxCountPerAddress
    }

    /// Whether another connection from this address may be served; then `leave` is called at its end.
    func enter(_ address: String) -> Bool {
        state.withLock { state in
            guard state.count < maxCount, state.byAddress[address, default: 0] < maxCountPerAddress else {
                return false
            }
            state.count += 1
            state.byAddress[address, default: 0] += 1
            return true
        }
    }

    func leave(_ address: String) {
        state.withLock { state in
            state.count -= 1
            let count = state.byAddress[address, default: 1] - 1
            state.byAddress[address] = count > 0 ? count : nil
        }
    }
}

/// Why a connection is not served.
struct TooManyConnections: Error {}
