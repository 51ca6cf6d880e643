/// What a connection is doing: events in, answers out.
///
/// It touches no socket and no clock.
struct ConnectionMachine {
    enum Work: Sendable {
        /// Prepared statements and one Sync: an implicit transaction.
        case pipeline([BoundStatement])
        /// Several statements in one text (Simple Query), outside of pipeline mode.
        case script(String)
    }

    /// What is sent, in order.
    enum Step: Hashable {
        case prepare(PreparedStatement, name: String)
        /// Executes the statement at this place in the pipeline.
        case execute(index: Int, name: String)
        case deallocate(name: String)
        case script(String)
    }

    /// What the server sent.
    enum Reply {
        case result(ResultSet)
        case error(PostgresError)
        /// The server waits for something that this client does not speak (COPY); only closing helps.
        case stuck(PostgresError)
        /// Not run, because an earlier statement of the pipeline failed.
        case skipped
        /// Nothing more comes for this step.
        case endOfStep
        case synchronized
    }

    struct Completion {
        let id: UInt64
        let result: Result<[ResultSet], PostgresError>
    }

    enum Submission {
        case send([Step])
        case reject(PostgresError)
    }

    enum TickAnswer {
        case nothing
        case cancel
        /// The server does not answer: close the connection.
        case abandon
    }

    /// How long the server may take to react to a cancel request before the connection is given up.
    static let cancelGrace = Duration.seconds(5)
    /// After how long a cancel request that missed its statement is repeated.
    static let cancelInterval = Duration.milliseconds(200)

    private enum State {
        /// → working, closed
        case idle
        /// → idle, cancelling, closed
        case working
        /// All answers are here, but a cancel request is under way and could hit the next statement. → idle, closed
        case cancelling(Completion, giveUp: ContinuousClock.Instant)
        case closed
    }

    fileprivate struct Exchange {
        let id: UInt64
        let statements: [BoundStatement]
        let isScript: Bool
        /// Others of its kind may be sent before it is answered: it only reads, in a transaction of its own.
        let isShared: Bool
        let steps: [Step]
        var stepIndex = 0
        var results: [ResultSet] = []
        var error: PostgresError?
        var deadline: ContinuousClock.Instant?
        var interruption: Interruption?
    }

    fileprivate struct Interruption {
        let code: PostgresError.Code
        let giveUp: ContinuousClock.Instant
        /// nil while a request is under way.
        var repeatTime: ContinuousClock.Instant?
    }

    private var state = State.idle
    /// What was sent and is not answered, in order; the first one is being answered.
    private var exchanges: [Exchange] = []
    /// Names of statements whose preparation is under way.
    private var preparing: [PreparedStatement: String] = [:]
    /// Until when a cancel request under way may take.
    private var cancelGiveUp: ContinuousClock.Instant?
    private(set) var statements: StatementCache

    init(preparedStatementLimit: Int) { statements = StatementCache(limit: preparedStatementLimit) }

    var isIdle: Bool { if case .idle = state { true } else { false } }
    var isClosed: Bool { if case .closed = state { true } else { false } }
    /// Whether the server owes nothing.
    var hasAllAnswers: Bool { exchanges.isEmpty }

    /// Starts an exchange; a shared one behind others that are.
    mutating func submit(
        _ work: Work,
        id: UInt64,
        deadline: ContinuousClock.Instant?,
        isShared: Bool = false
    ) -> Submission {
        switch state {
        case .closed:
            return .reject(PostgresError(.connectionFailed, "The connection was closed before the statement was sent."))
        case .working where isShared && cancelGiveUp == nil && exchanges.allSatisfy(\.isShared): break
        case .working, .cancelling:
            return .reject(
                PostgresError(
                    .connectionBusy,
                    "A statement is already running on this connection; await it before the next."
                )
            )
        case .idle: break
        }
        let (bound, steps): ([BoundStatement], [Step]) =
            switch work {
            case .script(let text): ([], [.script(text)])
            case .pipeline(let bound): (bound, self.steps(for: bound))
            }
        let isScript = if case .script = work { true } else { false }
        exchanges.append(
            Exchange(
                id: id,
                statements: bound,
                isScript: isScript,
                isShared: isShared,
                steps: steps,
                deadline: deadline
            )
        )
        state = .working
        return .send(steps)
    }

    /// Takes the server's next answer; the last one completes the exchange.
    mutating func receive(_ reply: Reply) -> Completion? {
        guard !exchanges.isEmpty else { return nil }
        switch reply {
        case .result(let result): accept(result)
        case .stuck(let error): exchanges[0].error = error
        case .error(let error):
            if exchanges[0].error == nil { exchanges[0].error = error }
            if error.isStalePlan { forgetPlans(because: error) }
        case .skipped: break
        case .endOfStep:
            if exchanges[0].isScript { return complete() }
            exchanges[0].stepIndex += 1
        case .synchronized: return complete()
        }
        return nil
    }

    /// The columns of the result that comes next, when its statement has been run before.
    var expectedColumns: [ResultSet.Column]? {
        guard !exchanges.isEmpty, let statement = exchanges[0].executing else { return nil }
        return statements.columns(of: statement)
    }

    /// Wants the exchange ended early.
    ///
    /// True: send a cancel request. One that waits behind others is left alone: a request would hit the one before it.
    mutating func interrupt(id: UInt64, because code: PostgresError.Code, now: ContinuousClock.Instant) -> Bool {
        guard !exchanges.isEmpty, exchanges[0].id == id, exchanges[0].interruption == nil else { return false }
        exchanges[0].interruption = Interruption(code: code, giveUp: now + Self.cancelGrace)
        cancelGiveUp = now + Self.cancelGrace
        return true
    }

    /// The cancel request has been delivered, or could not be.
    mutating func cancelReturned(now: ContinuousClock.Instant) -> Completion? {
        cancelGiveUp = nil
        switch state {
        case .working:
            if exchanges[0].interruption != nil { exchanges[0].interruption?.repeatTime = now + Self.cancelInterval }
            return nil
        case .cancelling(let completion, _):
            state = .idle
            return completion
        case .idle, .closed: return nil
        }
    }

    /// Time has passed.
    mutating func tick(now: ContinuousClock.Instant) -> TickAnswer {
        if case .cancelling(_, let giveUp) = state { return now >= giveUp ? .abandon : .nothing }
        guard let exchange = exchanges.first else { return .nothing }
        if let interruption = exchange.interruption {
            if now >= interruption.giveUp { return .abandon }
            guard let repeatTime = interruption.repeatTime, now >= repeatTime else { return .nothing }
            exchanges[0].interruption?.repeatTime = nil
            cancelGiveUp = interruption.giveUp
            return .cancel
        }
        guard let deadline = exchange.deadline, now >= deadline else { return .nothing }
        return interrupt(id: exchange.id, because: .deadlineExceeded, now: now) ? .cancel : .nothing
    }

    /// When `tick` has something to do next.
    var nextDeadline: ContinuousClock.Instant? {
        if case .cancelling(_, let giveUp) = state { return giveUp }
        guard !exchanges.isEmpty else { return nil }
        guard let interruption = exchanges[0].interruption else { return exchanges[0].deadline }
        return interruption.repeatTime.map { min($0, interruption.giveUp) } ?? interruption.giveUp
    }

    /// The connection is gone; whoever waits fails.
    mutating func close(because reason: String) -> [Completion] {
        let failed = exchanges.map { exchange in
            let last = exchange.error
            let code = exchange.interruption?.code ?? .connectionLost
            let error = PostgresError(code, last?.message ?? reason, sqlState: last?.sqlState)
            return Completion(id: exchange.id, result: .failure(error))
        }
        defer {
            state = .closed
            exchanges = []
        }
        if case .cancelling(let completion, _) = state { return [completion] }
        return failed
    }
}

extension ConnectionMachine {
    /// Each statement is prepared right before it is executed, so that `BEGIN` stays the first thing that runs; names to
    /// let go of come last.
    private mutating func steps(for bound: [BoundStatement]) -> [Step] {
        var steps: [Step] = []
        steps.reserveCapacity(bound.count)
        for (index, statement) in bound.map(\.statement).enumerated() {
            if let name = statements.use(statement) ?? preparing[statement] {
                steps.append(.execute(index: index, name: name))
            } else {
                let name = statements.makeName()
                preparing[statement] = name
                steps.append(.prepare(statement, name: name))
                steps.append(.execute(index: index, name: name))
            }
        }
        return steps + statements.retired.map { .deallocate(name: $0) }
    }

    private mutating func accept(_ result: ResultSet) {
        guard let step = exchanges[0].currentStep, !exchanges[0].isScript else {
            return exchanges[0].results.append(result)
        }
        switch step {
        case .prepare(let statement, let name):
            statements.insert(statement, name: name)
            preparing[statement] = nil
        case .deallocate(let name): statements.deallocated(name)
        case .script: break
        case .execute(let index, _):
            exchanges[0].results.append(result)
            let statement = exchanges[0].statements[index].statement
            if statements.columns(of: statement) == nil { statements.setColumns(result.columns, of: statement) }
        }
    }

    private mutating func forgetPlans(because error: PostgresError) {
        if error.sqlState == "26000" {
            statements.forgetAll()
        } else {
            for bound in exchanges[0].statements { statements.forget(bound.statement) }
        }
    }

    private mutating func complete() -> Completion? {
        let exchange = exchanges.removeFirst()
        let result: Result<[ResultSet], PostgresError>
        if let error = exchange.error {
            result = .failure(exchange.explain(error))
            // What it has not prepared, nobody has.
            for case .prepare(let statement, _) in exchange.steps { preparing[statement] = nil }
        } else {
            result = .success(exchange.results)
        }
        let completion = Completion(id: exchange.id, result: result)
        guard exchanges.isEmpty else { return completion }
        if let cancelGiveUp {
            state = .cancelling(completion, giveUp: cancelGiveUp)
            return nil
        }
        state = .idle
        return completion
    }
}

extension ConnectionMachine.Exchange {
    /// The statement whose result comes next.
    fileprivate var executing: PreparedStatement? {
        guard case .execute(let index, _)? = currentStep else { return nil }
        return statements[index].statement
    }

    /// The step that is being answered; nil at the end.
    fileprivate var currentStep: ConnectionMachine.Step? { stepIndex < steps.count ? steps[stepIndex] : nil }

    /// query_canceled (57014) has three senders: this connection's own request, the server's `statement_timeout`, and
    /// an operator.
    fileprivate func explain(_ error: PostgresError) -> PostgresError {
        guard error.sqlState == "57014" else { return error }
        let isTimeout = error.message.contains("statement timeout")
        if isShared, interruption == nil, !isTimeout {
            return PostgresError(
                .cancelledAlong,
                "The statement was cancelled by a request for another one on its connection.",
                sqlState: error.sqlState
            )
        }
        let code = interruption?.code ?? (isTimeout ? .deadlineExceeded : .cancelled)
        let message =
            code == .deadlineExceeded
            ? "The statement took longer than its deadline and was cancelled." : "The statement was cancelled."
        return PostgresError(code, message, sqlState: error.sqlState)
    }
}
