import Synchronization

/// The connections of a pool: makes them, hands them out, takes them back.
final class ConnectionLeases: Sendable, ReactorSource {
    private typealias Waiter = CheckedContinuation<Result<Connection, PostgresError>, Never>

    private struct State {
        var queue: LeaseQueue<Connection>
        /// Leased connections that several readers may use at once.
        var shared: [SharedLease] = []
        var waiters: [UInt64: Waiter] = [:]
        var lastWaiter: UInt64 = 0
        var reactor: Reactor?
        /// Under which the reactor gives it ticks.
        var token: UInt64?
        var closers: [CheckedContinuation<Void, Never>] = []
        /// When the database last refused to write anything.
        var storageRefusedAt: ContinuousClock.Instant?
    }

    /// A leased connection with its readers.
    private struct SharedLease {
        let connection: Connection
        var userCount: Int
        /// When it last took or finished something.
        var movedAt: ContinuousClock.Instant
    }

    /// How many exchanges may be under way on one connection.
    private static let sharingDepth = 8
    /// Behind an exchange that takes longer than this, nobody queues.
    private static let sharingPatience = Duration.milliseconds(2)
    /// How many connections that get on are used before they are shared.
    private static let busyConnectionCount = 2

    private let configuration: PostgresConfiguration
    /// Whether the reactor is the pool's own, and ends with it.
    private let ownsReactor: Bool
    private let state: Mutex<State>
    private let statementCount = Atomic<Int>(0)
    private let pipelineCount = Atomic<Int>(0)
    private let outageCount = Atomic<Int>(0)

    init(configuration: PostgresConfiguration, reactor: Reactor?) {
        self.configuration = configuration
        ownsReactor = reactor == nil
        state = Mutex(State(queue: LeaseQueue(capacity: configuration.size), reactor: reactor))
        if let reactor {
            let token = reactor.add(self, socket: nil)
            state.withLock { $0.token = token }
        }
    }

    var statistics: PoolStatistics {
        state.withLock { state in
            PoolStatistics(
                open: state.queue.openCount,
                idle: state.queue.idle.count,
                waiting: state.queue.waitingCount,
                statements: statementCount.load(ordering: .relaxed),
                pipelines: pipelineCount.load(ordering: .relaxed),
                outages: outageCount.load(ordering: .relaxed)
            )
        }
    }

    /// A connection that is open and idle, in the order of asking.
    ///
    /// Whether the server has hung up is asked of the system, unless a lost exchange is made again anyway.
    func lease(asksSystem: Bool = true) async throws(PostgresError) -> Connection {
        while true {
            let connection = try await counting { () async throws(PostgresError) in try await leaseAny() }
            if asksSystem ? connection.isUsable : !connection.isClosed { return connection }
            // Found dead before a byte was sent: nobody needs to know.
            connection.close()
            release(connection)
        }
    }

    /// Gives a connection back.
    ///
    /// One with an open transaction is closed: what became of it is not known.
    func release(_ connection: Connection, statementCount count: Int = 0) {
        record(statementCount: count)
        let isUsable = connection.transactionStatus == .none
        if !isUsable { connection.close() }
        follow(state.withLock { $0.queue.release(connection, isUsable: isUsable) })
    }

    /// A connection for a reader's transaction, which others may use at the same time; nil where the caller must wait for a
    /// lease.
    ///
    /// As long as the readers' connections get on, few of them are used: a backend that finds the next statement before it
    /// has to sleep costs less than two that take turns. Behind a slow statement nobody queues while others are idle.
    func share(under settings: SessionSettings?) -> Connection? {
        state.withLock { state in
            guard state.queue.waitingCount == 0 else { return nil }
            let now = ContinuousClock.now
            var best: Int?
            var movingCount = 0
            for index in state.shared.indices where now - state.shared[index].movedAt < Self.sharingPatience {
                movingCount += 1
                guard state.shared[index].userCount < Self.sharingDepth, state.shared[index].connection.has(settings)
                else { continue }
                if let best, state.shared[best].userCount <= state.shared[index].userCount { continue }
                best = index
            }
            if let best, movingCount >= Self.busyConnectionCount {
                state.shared[best].userCount += 1
                return state.shared[best].connection
            }
            guard let connection = state.queue.takeIdle() else { return nil }
            state.shared.append(SharedLease(connection: connection, userCount: 1, movedAt: now))
            return connection
        }
    }

    /// Ends one reader's use; the last one gives the connection back.
    func endSharing(_ connection: Connection, statementCount count: Int) {
        record(statementCount: count)
        let isLast = state.withLock { state in
            guard let index = state.shared.firstIndex(where: { $0.connection === connection }) else { return false }
            state.shared[index].userCount -= 1
            state.shared[index].movedAt = .now
            guard state.shared[index].userCount == 0 else { return false }
            state.shared.remove(at: index)
            return true
        }
        if isLast { release(connection) }
    }

    /// Runs a part of a caller's work, and counts it where the database was out of order.
    func counting<Value>(_ body: () async throws(PostgresError) -> Value) async throws(PostgresError) -> Value {
        do throws(PostgresError) {
            return try await body()
        } catch {
            if error.isOutage { outageCount.wrappingAdd(1, ordering: .relaxed) }
            if error.isStorageRefusal { state.withLock { $0.storageRefusedAt = .now } }
            throw error
        }
    }

    /// When the database last refused to write anything.
    var storageRefusedAt: ContinuousClock.Instant? { state.withLock { $0.storageRefusedAt } }

    /// Counts a round trip.
    func record(statementCount count: Int) {
        guard count > 0 else { return }
        statementCount.wrappingAdd(count, ordering: .relaxed)
        pipelineCount.wrappingAdd(1, ordering: .relaxed)
    }

    func close() async {
        let (waiters, idle) = state.withLock { state in
            let (ids, idle) = state.queue.close()
            return (ids.compactMap { state.waiters.removeValue(forKey: $0) }, idle)
        }
        for waiter in waiters { waiter.resume(returning: .failure(Self.closedError)) }
        for connection in idle { connection.close() }
        await withCheckedContinuation { closer in
            state.withLock { $0.closers.append(closer) }; finishIfDrained()
        }
    }

    /// Ends without waiting; for a pool that nobody holds any more, so that nothing is leased.
    func shutDown() {
        let idle = state.withLock { $0.queue.close().idle }
        for connection in idle { connection.close() }
        finishIfDrained()
    }

    func ready(_ readiness: Readiness) {}

    func tick(now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
        let (expired, next) = state.withLock { state in
            (
                state.queue.expire(now: now).compactMap { state.waiters.removeValue(forKey: $0) },
                state.queue.nextDeadline
            )
        }
        for waiter in expired {
            waiter.resume(returning: .failure(.exhausted(configuration)))
        }
        return next
    }

    private static let closedError = PostgresError(.poolClosed, "The connection pool has been closed.")

    private func leaseAny() async throws(PostgresError) -> Connection {
        if let connection = state.withLock({ $0.queue.takeIdle() }) { return connection }
        guard !Task.isCancelled else { throw PostgresError(.cancelled, "The task was cancelled; nothing was sent.") }
        let reactor = try startedReactor()
        let id = state.withLock { state in
            state.lastWaiter += 1
            return state.lastWaiter
        }
        return try await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                enqueue(waiter, id: id, reactor: reactor)
                if Task.isCancelled { withdraw(id) }
            }
        } onCancel: {
            withdraw(id)
        }.get()
    }

    private func enqueue(_ waiter: Waiter, id: UInt64, reactor: Reactor) {
        let deadline = ContinuousClock.now + configuration.leaseTimeout
        let answer = state.withLock { state in
            let answer = state.queue.lease(waiter: id, deadline: deadline)
            if case .wait = answer { state.waiters[id] = waiter }
            return answer
        }
        switch answer {
        case .grant(let connection): waiter.resume(returning: .success(connection))
        case .reject: waiter.resume(returning: .failure(Self.closedError))
        case .wait(let opens):
            reactor.arm(deadline)
            if opens { open(on: reactor) }
        }
    }

    private func withdraw(_ id: UInt64) {
        let waiter = state.withLock { state in
            state.queue.withdraw(waiter: id) ? state.waiters.removeValue(forKey: id) : nil
        }
        waiter?.resume(returning: .failure(PostgresError(.cancelled, "The task was cancelled; nothing was sent.")))
    }

    private func startedReactor() throws(PostgresError) -> Reactor {
        try state.withLock { state throws(PostgresError) in
            if let reactor = state.reactor { return reactor }
            guard !state.queue.isClosed else { throw Self.closedError }
            let reactor = try Reactor()
            state.token = reactor.add(self, socket: nil)
            state.reactor = reactor
            return reactor
        }
    }

    private func open(on reactor: Reactor) {
        Task {
            do throws(PostgresError) {
                let connection = try await Connection.open(
                    configuration,
                    reactor: reactor,
                    onClose: { [weak self] connection in self?.state.withLock { $0.queue.lost { $0 === connection } } }
                )
                try await prepare(connection)
                follow(state.withLock { $0.queue.opened(connection) })
            } catch {
                openFailed(error)
            }
        }
    }

    private func prepare(_ connection: Connection) async throws(PostgresError) {
        do throws(PostgresError) {
            _ = try await connection.run(.script(configuration.startupScript), deadline: configuration.connectTimeout)
        } catch {
            connection.close()
            let message = "Setting up a connection failed: \(error.message)"
            throw PostgresError(.connectionFailed, message, sqlState: error.sqlState)
        }
    }

    private func openFailed(_ error: PostgresError) {
        let waiters = state.withLock { state in
            state.queue.openFailed().compactMap { state.waiters.removeValue(forKey: $0) }
        }
        for waiter in waiters { waiter.resume(returning: .failure(error)) }
        finishIfDrained()
    }

    private func follow(_ consequence: LeaseQueue<Connection>.Consequence) {
        switch consequence {
        case .nothing: break
        case .grant(let id, let connection):
            state.withLock { $0.waiters.removeValue(forKey: id) }?.resume(returning: .success(connection))
        case .open:
            if let reactor = state.withLock({ $0.reactor }) { open(on: reactor) }
        case .discard(let connection): connection.close()
        }
        finishIfDrained()
    }

    private func finishIfDrained() {
        let (closers, reactor, token) = state.withLock { state in
            guard state.queue.isDrained else {
                return ([CheckedContinuation<Void, Never>](), Reactor?.none, UInt64?.none)
            }
            defer {
                state.closers = []
                state.token = nil
            }
            return (state.closers, state.reactor, state.token)
        }
        if let token { reactor?.remove(token, socket: nil) }
        if ownsReactor { reactor?.stop() }
        for closer in closers { closer.resume() }
    }
}

extension PostgresConfiguration {
    /// What a new connection runs before anyone gets it.
    fileprivate var startupScript: String {
        let milliseconds = (statementDeadline ?? .zero) * 2 / .milliseconds(1)
        let snapshot =
            readsOneSnapshot
            ? ["SET default_transaction_isolation = 'repeatable read'", "SET default_transaction_read_only = on"] : []
        return (["SET statement_timeout = \(Int(milliseconds))"] + snapshot + onConnect).joined(separator: ";\n")
    }
}
