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
        /// Who waits for each exchange, in the order in which they were sent.
        var waiters: [Waiter] = []
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
    private let onStatements: (@Sendable ([BoundStatement]) -> Void)?
    private let onClose: @Sendable (Connection) -> Void

    /// Takes over a connected handle.
    init(
        _ handle: consuming sending PQConnection,
        reactor: Reactor,
        preparedStatementLimit: Int,
        onStatements: (@Sendable ([BoundStatement]) -> Void)? = nil,
        onClose: @escaping @Sendable (Connection) -> Void = { _ in }
    ) {
        self.reactor = reactor
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

    /// Whether the session has been told these settings.
    func has(_ settings: SessionSettings?) -> Bool { core.withLock { settings == nil || $0.settings === settings } }

    /// Runs statements that only read, in a transaction of their own, and lets others do so before they are answered.
    ///
    /// Throws `connectionBusy` where something else is under way, or the session has other settings.
    func runShared(
        _ statements: [BoundStatement],
        under settings: SessionSettings?,
        deadline: Duration?
    ) async throws(PostgresError) -> [ResultSet] {
        try await run(Submission(work: .pipeline(statements), settings: settings, isShared: true), deadline: deadline)
    }

    /// Runs statements in one round trip, one result each, after telling the session its settings where they have changed:
    /// before the statement at `position`.
    func run(
        _ statements: [BoundStatement],
        under settings: SessionSettings?,
        at position: Int = 0,
        deadline: Duration?
    ) async throws(PostgresError) -> [ResultSet] {
        let submission = Submission(work: .pipeline(statements), settings: settings, position: position)
        return try await run(submission, deadline: deadline)
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
        try await run(Submission(work: work), deadline: deadline, isCancellable: isCancellable)
    }

    /// What is to be sent, and what the session must have been told before.
    private struct Submission {
        let work: ConnectionMachine.Work
        var settings: SessionSettings?
        /// Where the settings are told, if they must be.
        var position = 0
        var isShared = false
    }

    private func run(
        _ submission: Submission,
        deadline: Duration?,
        isCancellable: Bool = true
    ) async throws(PostgresError) -> [ResultSet] {
        if let onStatements, case .pipeline(let statements) = submission.work { onStatements(statements) }
        let id = core.withLock { core in
            core.lastID += 1
            return core.lastID
        }
        let end = deadline.map { ContinuousClock.now + $0 }
        guard isCancellable else {
            return try await withCheckedContinuation {
                self.submit(submission, id: id, deadline: end, continuation: $0)
            }.get()
        }
        guard !Task.isCancelled else { throw PostgresError(.cancelled, "The task was cancelled; nothing was sent.") }
        return try await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                self.submit(submission, id: id, deadline: end, continuation: waiter)
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
        var answers = Answers()
        let loss = core.withLock { core in core.process(readiness, reactor: reactor, answers: &answers) }
        for answer in answers.exchanges { answer.deliver() }
        if let deadline = answers.nextDeadline { reactor.arm(deadline) }
        if let loss { shut(because: loss) }
    }

    /// Who waits for an exchange, and what the session was told in it.
    fileprivate struct Waiter {
        let continuation: CheckedContinuation<Result<[ResultSet], PostgresError>, Never>
        /// The settings, told before the statement at this position.
        let told: (settings: SessionSettings, position: Int)?
    }

    /// The answer to an exchange, to be given outside of the lock.
    fileprivate struct Answer {
        let waiter: Waiter
        let result: Result<[ResultSet], PostgresError>

        func deliver() {
            guard let position = waiter.told?.position else { return waiter.continuation.resume(returning: result) }
            waiter.continuation.resume(
                returning: result.map { results in
                    var results = results
                    results.remove(at: position)
                    return results
                }
            )
        }
    }

    /// What one reading of the socket brought.
    fileprivate struct Answers {
        var exchanges: [Answer] = []
        /// Of what waited behind others and is first now.
        var nextDeadline: ContinuousClock.Instant?
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

    /// Sends, or rejects; what the session has been told is compared and changed with it under one lock.
    private func submit(
        _ submission: Submission,
        id: UInt64,
        deadline: ContinuousClock.Instant?,
        continuation: CheckedContinuation<Result<[ResultSet], PostgresError>, Never>
    ) {
        let rejection: (error: PostgresError?, isBroken: Bool) = core.withLock { core in
            var work = submission.work
            var told: (settings: SessionSettings, position: Int)?
            if let settings = submission.settings, settings !== core.settings, case .pipeline(var statements) = work {
                guard !submission.isShared else {
                    return (PostgresError(.connectionBusy, "The session has other settings."), false)
                }
                statements.insert(settings.statement, at: submission.position)
                work = .pipeline(statements)
                told = (settings, submission.position)
            }
            switch core.machine.submit(work, id: id, deadline: deadline, isShared: submission.isShared) {
            case .reject(let error): return (error, false)
            case .send(let steps):
                if told != nil { core.settings = nil }
                core.waiters.append(Waiter(continuation: continuation, told: told))
                return (nil, !core.send(steps, of: work, reactor: reactor))
            }
        }
        if let error = rejection.error { continuation.resume(returning: .failure(error)) }
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
        let (answer, next) = core.withLock { core in
            let completion = core.machine.cancelReturned(now: .now)
            return (completion.flatMap { core.finish($0) }, core.machine.nextDeadline)
        }
        answer?.deliver()
        if let next { reactor.arm(next) }
    }

    private func shut(because reason: String) {
        let (wasOpen, failures) = core.withLock { core in
            let wasOpen = core.handle != nil
            if let socket = core.handle?.socket { reactor.remove(core.token, socket: socket) }
            core.handle = nil
            let failures = core.machine.close(because: reason).compactMap { core.finish($0) }
            return (wasOpen, failures)
        }
        for failure in failures { failure.deliver() }
        if wasOpen { onClose(self) }
    }
}

extension Connection.Core {
    fileprivate mutating func forgetSettings() {
        settings = nil
        pendingSettings = nil
    }

    /// Takes the waiter of a completed exchange; settings hold from the end of their transaction on, if it was committed.
    fileprivate mutating func finish(_ completion: ConnectionMachine.Completion) -> Connection.Answer? {
        guard !waiters.isEmpty else { return nil }
        let waiter = waiters.removeFirst()
        if let told = waiter.told { pendingSettings = told.settings }
        if let pending = pendingSettings {
            switch (completion.result, handle?.transactionStatus) {
            case (.success, TransactionStatus.none?):
                settings = pending
                pendingSettings = nil
            case (.success, .open?): break
            default: pendingSettings = nil
            }
        }
        return Connection.Answer(waiter: waiter, result: completion.result)
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

    /// Reads what there is, and says why the connection is lost, if it is.
    fileprivate mutating func process(
        _ readiness: Readiness,
        reactor: Reactor,
        answers: inout Connection.Answers
    ) -> String? {
        guard handle != nil else { return nil }
        // Flushing after reading as well: the server may wait for us to read before it reads on (libpq, PQflush).
        let isReadable = handle?.consumeInput() == true
        let isWritable = !isWatchingWrites || flush(reactor: reactor)
        while !machine.hasAllAnswers, let reply = handle?.nextReply(expecting: machine.expectedColumns) {
            let completion = machine.receive(reply)
            if let answer = completion.flatMap({ finish($0) }) { answers.exchanges.append(answer) }
            if case .stuck(let error) = reply { return error.message }
            if machine.hasAllAnswers {
                guard handle?.finishExchange() == true else { return "The connection lost its place in the protocol." }
                break
            }
            if completion != nil { answers.nextDeadline = machine.nextDeadline }
            // On a broken connection libpq reports the reason, and then ends of steps without end.
            if case .endOfStep = reply, handle?.isBroken == true { break }
        }
        handle?.readUnasked()
        let isLost =
            !isReadable || !isWritable || handle?.isBroken == true || (machine.isIdle && readiness.contains(.hungUp))
        return isLost ? handle?.errorMessage ?? "" : nil
    }
}
