import CEpoll
import Glibc
import Synchronization
import Testing

@testable import Postgres

@Suite("Reactors on an event loop") struct ReactorHostTests {
    /// A pool on a reactor that lives on the host.
    private func withPool(_ host: ThreadHost, _ body: (PostgresPool) async throws -> Void) async throws {
        try await TestDatabase.withDatabase { database in
            let reactor = try Reactor(on: host)
            var configuration = database.configuration
            configuration.size = 2
            let pool = PostgresPool(configuration: configuration, reactor: reactor)
            do {
                try await body(pool)
            } catch {
                await pool.close()
                throw error
            }
            await pool.close()
            reactor.stop()
        }
    }

    @Test("Answers arrive on the host's thread")
    func answers() async throws {
        let host = ThreadHost()
        try await withPool(host) { pool in
            for number in 1...50 {
                let rows = try await pool.query("SELECT \(number) AS n")
                #expect(try rows.first?.decode("n") == number)
            }
            #expect(host.signals > 0)
        }
        #expect(host.hasEnded)
    }

    @Test("Many tasks share the connections")
    func many() async throws {
        try await withPool(ThreadHost()) { pool in
            let sum = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 1...200 {
                    group.addTask { try await pool.query("SELECT \(number) AS n").first?.decode("n") ?? 0 }
                }
                return try await group.reduce(0, +)
            }
            #expect(sum == 20_100)
        }
    }

    @Test("Deadlines come in time")
    func deadlines() async throws {
        try await withPool(ThreadHost()) { pool in
            let slow = BoundStatement(statement: PreparedStatement(text: "SELECT pg_sleep(60)"))
            let error = await #expect(throws: PostgresError.self) {
                try await pool.pipeline([slow], deadline: .milliseconds(50))
            }
            #expect(error?.code == .deadlineExceeded)
            _ = try await pool.query("SELECT 1")
        }
    }

    @Test("When the host ends, a thread takes over, even while an answer is on its way")
    func handover() async throws {
        let host = ThreadHost()
        try await withPool(host) { pool in
            _ = try await pool.query("SELECT 1")
            async let late = pool.query("SELECT pg_sleep(0.2)")
            while pool.statistics.idle == pool.statistics.open { await Task.yield() }
            host.detach()
            _ = try await late
            _ = try await pool.query("SELECT 1")
        }
    }
}

/// The smallest event loop: a thread that waits for one eventfd.
private final class ThreadHost: ReactorHost {
    private let signalCount = Atomic<Int>(0)
    private let isDetached = Atomic(false)
    private let ended = Atomic(false)

    var signals: Int { signalCount.load(ordering: .relaxed) }

    /// Whether the thread has ended; waits for it.
    var hasEnded: Bool {
        while !ended.load(ordering: .acquiring) { sched_yield() }
        return true
    }

    func attach(
        signal: Int32,
        onSignal: @escaping @Sendable () -> Void,
        onEnd: @escaping @Sendable () -> Void
    ) {
        let isStarted = BlockingThread.run { [self] in
            while !isDetached.load(ordering: .acquiring) {
                var descriptor = pollfd(fd: signal, events: Int16(POLLIN), revents: 0)
                guard poll(&descriptor, 1, 10) > 0 else { continue }
                var count: eventfd_t = 0
                eventfd_read(signal, &count)
                signalCount.wrappingAdd(1, ordering: .relaxed)
                onSignal()
            }
            close(signal)
            onEnd()
            ended.store(true, ordering: .releasing)
        }
        if !isStarted { onEnd() }
    }

    func detach() { isDetached.store(true, ordering: .releasing) }

    func schedule(at time: ContinuousClock.Instant, _ body: @escaping @Sendable () -> Void) {
        Task {
            // Nobody cancels this task; the body must run in any case.
            try? await Task.sleep(until: time, clock: .continuous)
            body()
        }
    }
}
