import Glibc

/// The counters of `allocations.c`, where it is loaded in front of the C library.
struct AllocationCounters {
    private typealias Counter = @convention(c) () -> UInt64

    private let calls: Counter
    private let bytes: Counter

    /// Nil where nothing counts.
    init?() {
        guard let calls = dlsym(nil, "docket_allocation_calls"), let bytes = dlsym(nil, "docket_allocation_bytes")
        else {
            return nil
        }
        // Both are functions of allocations.c without parameters that return an unsigned 64-bit number.
        self.calls = unsafe unsafeBitCast(calls, to: Counter.self)
        self.bytes = unsafe unsafeBitCast(bytes, to: Counter.self)
    }

    func read() -> (calls: UInt64, bytes: UInt64) { (calls(), bytes()) }
}
