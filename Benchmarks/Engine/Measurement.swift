import Glibc

/// Runs a workload often enough, and counts what it takes.
struct Measurement {
    private let workload: any Workload
    /// Iterations between two looks at the clock.
    private var chunk = 1
    private var check = 0

    init(_ workload: any Workload) { self.workload = workload }

    /// Works for so many seconds of the process's CPU time, all of its threads together.
    mutating func measured(for seconds: Double) async throws -> String {
        let goal = UInt64(seconds * 1e9)
        var spent: UInt64 = 0
        var count = 0
        while spent < goal {
            let start = Self.processTime
            check ^= try await workload.run(chunk)
            let taken = Self.processTime - start
            spent += taken
            count += chunk
            if taken < goal / 50 { chunk *= 2 }
        }
        return "measured \(count) \(spent) \(workload.byteCount)"
    }

    /// Calls of the allocator and the bytes they asked for, all iterations together.
    mutating func allocated(by count: Int) async throws -> String {
        guard let counters = AllocationCounters() else { throw BenchmarkFailure("Nothing counts allocations here.") }
        // What is made once is made before.
        check ^= try await workload.run(2)
        let before = counters.read()
        check ^= try await workload.run(count)
        let after = counters.read()
        return "allocated \(after.calls - before.calls) \(after.bytes - before.bytes)"
    }

    /// Nanoseconds that the process has spent on processors, user and system.
    private static var processTime: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
