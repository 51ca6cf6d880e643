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
        case working(Exchange)
        /// All answers are here, but a cancel request is under way and could hit the next statement. → idle, closed
        case cancelling(Completion, giveUp: ContinuousClock.Instant)
        case closed
    }

    fileprivate struct Exchange {
        let id: UInt64
        let statements: [BoundStatement]
        let isScript: Bool
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
    private(set) var statements: StatementCache

    init(preparedStatementLimit: Int) { statements = StatementCache(limit: preparedStatementLimit) }

    var isIdle: Bool { if case .idle = state { true } else { false } }
    var isClosed: Bool { if case .closed = state { true } else { false } }
    /// Whether the server owes nothing.
    var hasAllAnswers: Bool { if case .working = state { false } else { true } }

    /// Starts an exchange.
    mutating func submit(_ work: Work, id: UInt64, deadline: ContinuousClock.Instant?) -> Submission {
        switch state {
        case .closed:
            return .reject(PostgresError(.connectionFailed, "The connection was closed before the statement was sent."))
        case .working, .cancelling:
            return .reject(
                PostgresError(
                    .connectionBusy,
                    "A statement is already running on this connection; await it before the next."
                )
            )
        case .idle: break
        }
        let exchange: Exchange
        switch work {
        case .script(let text):
            exchange = Exchange(id: id, statements: [], isScript: true, steps: [.script(text)], deadline: deadline)
        case .pipeline(let bound):
            exchange = Exchange(
                id: id,
                statements: bound,
                isScript: false,
                steps: steps(for: bound),
                deadline: deadline
            )
        }
        state = .working(exchange)
        return .send(exchange.steps)
    }

    /// Takes the server's next answer; the last one completes the exchange.
    mutating func receive(_ reply: Reply) -> Completion? {
        guard case .working(var exchange) = state else { return nil }
        // Given back before the end, so that the exchange's arrays are never copied.
        state = .idle
        switch reply {
        case .result(let result): accept(result, in: &exchange)
        case .stuck(let error): exchange.error = error
        case .error(let error):
            if exchange.error == nil { exchange.error = error }
            if error.isStalePlan { forgetPlans(of: exchange, because: error) }
        case .skipped: break
        case .endOfStep:
            if exchange.isScript { return complete(exchange) }
            exchange.stepIndex += 1
        case .synchronized: return complete(exchange)
        }
        state = .working(exchange)
        return nil
    }

    /// The columns of the result that comes next, when its statement has been run before.
    var expectedColumns: [ResultSet.Column]? {
        guard case .working(let exchange) = state, let statement = exchange.executing else { return nil }
        return statements.columns(of: statement)
    }

    /// Wants the exchange ended early.
    ///
    /// True: send a cancel request.
    mutating func interrupt(id: UInt64, because code: PostgresError.Code, now: ContinuousClock.Instant) -> Bool {
        guard case .working(var exchange) = state, exchange.id == id, exchange.interruption == nil else { return false }
        exchange.interruption = Interruption(code: code, giveUp: now + Self.cancelGrace)
        state = .working(exchange)
        return true
    }

    /// The cancel request has been delivered, or could not be.
    mutating func cancelReturned(now: ContinuousClock.Instant) -> Completion? {
        switch state {
        case .working(var exchange):
            exchange.interruption?.repeatTime = now + Self.cancelInterval
            state = .working(exchange)
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
        guard case .working(var exchange) = state else { return .nothing }
        if let interruption = exchange.interruption {
            if now >= interruption.giveUp { return .abandon }
            guard let repeatTime = interruption.repeatTime, now >= repeatTime else { return .nothing }
            exchange.interruption?.repeatTime = nil
            state = .working(exchange)
            return .cancel
        }
        guard let deadline = exchange.deadline, now >= deadline else { return .nothing }
        return interrupt(id: exchange.id, because: .deadlineExceeded, now: now) ? .cancel : .nothing
    }

    /// When `tick` has something to do next.
    var nextDeadline: ContinuousClock.Instant? {
        if case .cancelling(_, let giveUp) = state { return giveUp }
        guard case .working(let exchange) = state else { return nil }
        guard let interruption = exchange.interruption else { return exchange.deadline }
        return interruption.repeatTime.map { min($0, interruption.giveUp) } ?? interruption.giveUp
    }

    /// The connection is gone.
    mutating func close(because reason: String) -> Completion? {
        defer { state = .closed }
        switch state {
        case .idle, .closed: return nil
        case .cancelling(let completion, _): return completion
        case .working(let exchange):
            let last = exchange.error
            let code = exchange.interruption?.code ?? .connectionLost
            let message = last?.message ?? reason
            return Completion(id: exchange.id, result: .failure(PostgresError(code, message, sqlState: last?.sqlState)))
        }
    }
}

extension ConnectionMachine {
    /// Each statement is prepared right before it is executed, so that `BEGIN` stays the first thing that runs; names to
    /// let go of come last.
    private mutating func steps(for bound: [BoundStatement]) -> [Step] {
        var steps: [Step] = []
        steps.reserveCapacity(bound.count)
        var fresh: [PreparedStatement: String] = [:]
        for (index, statement) in bound.map(\.statement).enumerated() {
            if let name = statements.use(statement) ?? fresh[statement] {
                steps.append(.execute(index: index, name: name))
            } else {
                let name = statements.makeName()
                fresh[statement] = name
                steps.append(.prepare(statement, name: name))
                steps.append(.execute(index: index, name: name))
            }
        }
        return steps + statements.retired.map { .deallocate(name: $0) }
    }

    private mutating func accept(_ result: ResultSet, in exchange: inout Exchange) {
        guard !exchange.isScript else { return exchange.results.append(result) }
        guard exchange.stepIndex < exchange.steps.count else { return }
        switch exchange.steps[exchange.stepIndex] {
        case .prepare(let statement, let name): statements.insert(statement, name: name)
        case .deallocate(let name): statements.deallocated(name)
        case .script: break
        case .execute(let index, _):
            exchange.results.append(result)
            let statement = exchange.statements[index].statement
            if statements.columns(of: statement) == nil { statements.setColumns(result.columns, of: statement) }
        }
    }

    private mutating func forgetPlans(of exchange: Exchange, because error: PostgresError) {
        if error.sqlState == "26000" {
            statements.forgetAll()
        } else {
            for bound in exchange.statements { statements.forget(bound.statement) }
        }
    }

    private mutating func complete(_ exchange: Exchange) -> Completion? {
        let result: Result<[ResultSet], PostgresError> =
            if let error = exchange.error { .failure(exchange.explain(error)) } else { .success(exchange.results) }
        let completion = Completion(id: exchange.id, result: result)
        if let interruption = exchange.interruption, interruption.repeatTime == nil {
            state = .cancelling(completion, giveUp: interruption.giveUp)
            return nil
        }
        state = .idle
        return completion
    }
}

extension ConnectionMachine.Exchange {
    /// The statement whose result comes next.
    fileprivate var executing: PreparedStatement? {
        guard stepIndex < steps.count, case .execute(let index, _) = steps[stepIndex] else { return nil }
        return statements[index].statement
    }

    /// query_canceled (57014) has three senders: this connection's own request, the server's `statement_timeout`, and
    /// an operator.
    fileprivate func explain(_ error: PostgresError) -> PostgresError {
        guard error.sqlState == "57014" else { return error }
        let isTimeout = error.message.contains("statement timeout")
        let code = interruption?.code ?? (isTimeout ? .deadlineExceeded : .cancelled)
        let message =
            code == .deadlineExceeded
            ? "The statement took longer than its deadline and was cancelled." : "The statement was cancelled."
        return PostgresError(code, message, sqlState: error.sqlState)
    }
}
