import Synchronization

/// One connection to PostgreSQL: its libpq handle, its state machine and the caller that waits for it.
///
/// A statement is sent by the caller's own thread and its answer read by the reactor's: one thread switch less than a
/// queue would cost. One mutex orders the two.
final class Connection: Sendable, ReactorSource {
    fileprivate struct Core: ~Copyable {
        /// nil once closed.
        var handle: PQConnection?
        var machine: ConnectionMachine
        var waiter: CheckedContinuation<Result<[ResultSet], PostgresError>, Never>?
        var token: UInt64 = 0
        var isWatchingWrites = false
        var lastID: UInt64 = 0
        /// What the session was told last and has committed; nil for what is not known.
        var settings: SessionSettings?
        /// Told in the transaction that is open.
        var pendingSettings: SessionSettings?
    }

    private let reactor: Reactor
    private let core: Mutex<Core>
    private let onNotification: (@Sendable (_ channel: String, _ payload: String) -> Void)?
    private let onStatements: (@Sendable ([BoundStatement]) -> Void)?
    private let onClose: @Sendable (Connection) -> Void

    /// Takes over a connected handle.
    init(
        _ handle: consuming sending PQConnection,
        reactor: Reactor,
        preparedStatementLimit: Int,
        onNotification: (@Sendable (_ channel: String, _ payload: String) -> Void)? = nil,
        onStatements: (@Sendable ([BoundStatement]) -> Void)? = nil,
        onClose: @escaping @Sendable (Connection) -> Void = { _ in }
    ) {
        self.reactor = reactor
        self.onNotification = onNotification
        self.onStatements = onStatements
        self.onClose = onClose
        let socket = handle.socket
        core = Mutex(
            Core(handle: consume handle, machine: ConnectionMachine(preparedStatementLimit: preparedStatementLimit))
        )
        core.withLock { $0.token = reactor.add(self, socket: socket) }
    }

    deinit {
        core.withLock { core in
            if let socket = core.handle?.socket { reactor.remove(core.token, socket: socket) }
        }
    }

    /// Whether it is open, idle and not hung up by the server.
    ///
    /// One system call.
    var isUsable: Bool {
        core.withLock { core in
            guard core.machine.isIdle, let socket = core.handle?.socket else { return false }
            return !Reactor.isHungUp(socket: socket)
        }
    }

    var isClosed: Bool { core.withLock { $0.handle == nil } }

    /// The transaction status after the last exchange; `.failed` once closed.
    var transactionStatus: TransactionStatus { core.withLock { $0.handle?.transactionStatus ?? .failed } }

    /// Runs statements in one round trip, one result each, after telling the session its settings where they have changed:
    /// before the statement at `position`.
    func run(
        _ statements: [BoundStatement],
        under settings: SessionSettings?,
        at position: Int = 0,
        deadline: Duration?
    ) async throws(PostgresError) -> [ResultSet] {
        guard let settings, core.withLock({ $0.needs(settings) }) else {
            return try await run(.pipeline(statements), deadline: deadline)
        }
        var all = statements
        all.insert(settings.statement, at: position)
        var results = try await run(.pipeline(all), deadline: deadline)
        results.remove(at: position)
        return results
    }

    /// The transaction is being undone, and with it what the session was told in it.
    func forgetSettings() { core.withLock { $0.forgetSettings() } }

    /// Runs statements or a script in one round trip; one result each.
    ///
    /// With `isCancellable`, the cancellation of the calling task cancels the statement too.
    func run(
        _ work: ConnectionMachine.Work,
        deadline: Duration?,
        isCancellable: Bool = true
    ) async throws(PostgresError) -> [ResultSet] {
        if let onStatements, case .pipeline(let statements) = work { onStatements(statements) }
        let id = core.withLock { core in
            core.lastID += 1
            return core.lastID
        }
        let end = deadline.map { ContinuousClock.now + $0 }
        guard isCancellable else {
            return try await withCheckedContinuation { self.submit(work, id: id, deadline: end, waiter: $0) }.get()
        }
        guard !Task.isCancelled else { throw PostgresError(.cancelled, "The task was cancelled; nothing was sent.") }
        return try await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                self.submit(work, id: id, deadline: end, waiter: waiter)
                // A cancellation that came before the submission found nothing to interrupt.
                if Task.isCancelled { self.interrupt(id: id, because: .cancelled) }
            }
        } onCancel: {
            self.interrupt(id: id, because: .cancelled)
        }.get()
    }

    /// Closes at once; whoever waits fails.
    func close() { shut(because: "The connection was closed.") }

    func ready(_ readiness: Readiness) {
        var notifications: [(channel: String, payload: String)] = []
        let (completion, waiter, loss) = core.withLock { core in
            let (completion, loss) = core.process(readiness, reactor: reactor, notifications: &notifications)
            if let completion { core.settle(completion) }
            return (completion, completion.flatMap { _ in core.takeWaiter() }, loss)
        }
        if let completion { waiter?.resume(returning: completion.result) }
        for notification in notifications { onNotification?(notification.channel, notification.payload) }
        if let loss { shut(because: loss) }
    }

    func tick(now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
        let (answer, next) = core.withLock { core in (core.machine.tick(now: now), core.machine.nextDeadline) }
        switch answer {
        case .nothing: break
        case .cancel: sendCancel()
        case .abandon: shut(because: "The server did not react to a cancel request.")
        }
        return next
    }

    private func submit(
        _ work: ConnectionMachine.Work,
        id: UInt64,
        deadline: ContinuousClock.Instant?,
        waiter: CheckedContinuation<Result<[ResultSet], PostgresError>, Never>
    ) {
        let rejection: (error: PostgresError?, isBroken: Bool) = core.withLock { core in
            switch core.machine.submit(work, id: id, deadline: deadline) {
            case .reject(let error): return (error, false)
            case .send(let steps):
                core.waiter = waiter
                return (nil, !core.send(steps, of: work, reactor: reactor))
            }
        }
        if let error = rejection.error { waiter.resume(returning: .failure(error)) }
        if rejection.isBroken { shut(because: "The connection broke while a statement was being sent.") }
        if rejection.error == nil, let deadline { reactor.arm(deadline) }
    }

    private func interrupt(id: UInt64, because code: PostgresError.Code) {
        let wantsCancel = core.withLock { core in core.machine.interrupt(id: id, because: code, now: .now) }
        if wantsCancel { sendCancel() }
    }

    /// PQcancel opens a connection of its own and waits for it: in a thread of its own.
    private func sendCancel() {
        reactor.arm(.now + ConnectionMachine.cancelGrace)
        let isStarted = BlockingThread.run { [self] in
            // The copy of the address is made under the lock, the call itself outside of it.
            let handle = core.withLock { core in core.handle?.makeCancelHandle() ?? nil }
            handle?.cancel()
            cancelReturned()
        }
        if !isStarted { cancelReturned() }
    }

    private func cancelReturned() {
        let (completion, waiter, next) = core.withLock { core in
            let completion = core.machine.cancelReturned(now: .now)
            return (completion, completion.flatMap { _ in core.takeWaiter() }, core.machine.nextDeadline)
        }
        if let completion { waiter?.resume(returning: completion.result) }
        if let next { reactor.arm(next) }
    }

    private func shut(because reason: String) {
        let (wasOpen, completion, waiter) = core.withLock { core in
            let wasOpen = core.handle != nil
            if let socket = core.handle?.socket { reactor.remove(core.token, socket: socket) }
            core.handle = nil
            let completion = core.machine.close(because: reason)
            return (wasOpen, completion, completion.flatMap { _ in core.takeWaiter() })
        }
        if let completion { waiter?.resume(returning: completion.result) }
        if wasOpen { onClose(self) }
    }
}

extension Connection.Core {
    /// Whether the session must be told; from then on it counts as being told.
    fileprivate mutating func needs(_ new: SessionSettings) -> Bool {
        guard settings !== new else { return false }
        settings = nil
        pendingSettings = new
        return true
    }

    fileprivate mutating func forgetSettings() {
        settings = nil
        pendingSettings = nil
    }

    /// Settings hold from the end of their transaction on, if it was committed.
    fileprivate mutating func settle(_ completion: ConnectionMachine.Completion) {
        guard let pending = pendingSettings else { return }
        guard case .success = completion.result else {
            pendingSettings = nil
            return
        }
        guard handle?.transactionStatus == TransactionStatus.none else { return }
        settings = pending
        pendingSettings = nil
    }

    fileprivate mutating func takeWaiter() -> CheckedContinuation<Result<[ResultSet], PostgresError>, Never>? {
        defer { waiter = nil }
        return waiter
    }

    /// Queues and flushes; false when the connection is broken.
    fileprivate mutating func send(
        _ steps: [ConnectionMachine.Step],
        of work: ConnectionMachine.Work,
        reactor: Reactor
    ) -> Bool {
        var statements: [BoundStatement] = []
        if case .pipeline(let bound) = work { statements = bound }
        for step in steps {
            guard handle?.send(step, of: statements) == true else { return false }
        }
        if case .pipeline = work, handle?.sync() != true { return false }
        return flush(reactor: reactor)
    }

    fileprivate mutating func flush(reactor: Reactor) -> Bool {
        guard let outcome = handle?.flush(), let socket = handle?.socket, outcome != .failed else { return false }
        let isPending = outcome == .pending
        if isPending != isWatchingWrites {
            isWatchingWrites = isPending
            reactor.watch(token, socket: socket, wantsWrite: isPending)
        }
        return true
    }

    /// Reads what there is, and says whether the exchange is complete and whether the connection is lost.
    fileprivate mutating func process(
        _ readiness: Readiness,
        reactor: Reactor,
        notifications: inout [(channel: String, payload: String)]
    ) -> (ConnectionMachine.Completion?, loss: String?) {
        guard handle != nil else { return (nil, nil) }
        // Flushing after reading as well: the server may wait for us to read before it reads on (libpq, PQflush).
        let isReadable = handle?.consumeInput() == true
        let isWritable = !isWatchingWrites || flush(reactor: reactor)
        var completion: ConnectionMachine.Completion?
        while !machine.hasAllAnswers, let reply = handle?.nextReply(expecting: machine.expectedColumns) {
            completion = machine.receive(reply)
            if case .stuck(let error) = reply { return (nil, error.message) }
            if machine.hasAllAnswers {
                if handle?.finishExchange() != true {
                    return (completion, "The connection lost its place in the protocol.")
                }
                break
            }
            // On a broken connection libpq reports the reason, and then ends of steps without end.
            if case .endOfStep = reply, handle?.isBroken == true { break }
        }
        while let notification = handle?.nextNotification() ?? nil { notifications.append(notification) }
        let isLost =
            !isReadable || !isWritable || handle?.isBroken == true || (machine.isIdle && readiness.contains(.hungUp))
        return (completion, isLost ? handle?.errorMessage ?? "" : nil)
    }
}
