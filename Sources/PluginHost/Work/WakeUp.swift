import Synchronization

/// Lets one task wait for a while, or until it is called.
final class WakeUp: Sendable {
    private struct State {
        /// Called while nobody waited.
        var isCalled = false
        var waiting: Task<Void, Never>?
    }

    private let state = Mutex(State())

    func wait(atMost duration: Duration) async {
        let sleep = Task { _ = try? await Task.sleep(for: duration) }
        let isCalled = state.withLock { state in
            state.waiting = sleep
            return state.isCalled
        }
        if isCalled { sleep.cancel() }
        await withTaskCancellationHandler {
            await sleep.value
        } onCancel: {
            sleep.cancel()
        }
        state.withLock { $0 = State() }
    }

    func call() {
        state.withLock { state in
            state.isCalled = true
            state.waiting?.cancel()
        }
    }
}
