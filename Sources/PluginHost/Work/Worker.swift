import CourtFormats
import GraphQLPostgres
import Logging
import PluginKit
import Postgres
import Synchronization

/// Runs what plugins have declared to run by themselves: subscribers and timers, each in a transaction of its own.
///
/// A task's handler, its audit and outbox records and the task's end commit together. Servers on one database share the work:
/// one at a time has a runner's turn. It works on connections of its own, so that no request waits for it.
final class Worker: Sendable {
    private struct State {
        var composition: Composition
        /// Whether the database knows the composition's runners.
        var isRegistered = false
        var isStopping = false
    }

    /// Ends a transaction whose task was unset or moved by a command while it ran: nothing of it stays.
    private struct Withdrawn: Error {}

    /// Tasks that a runner runs before others have their turn.
    private static let turnLength = 100
    /// The longest pause while the database is out of order.
    private static let longestPause: Duration = .seconds(30)

    private let pool: PostgresPool
    private let queue: WorkQueue
    private let publisher: EventPublisher
    private let plan: DailyPlan
    private let clock: ServerClock
    private let options: WorkOptions
    private let logger: Logger
    private let outages: OutageLog
    private let wakeUp = WakeUp()
    private let figures = WorkFigures()
    private let state: Mutex<State>

    init(
        composition: Composition,
        pool: PostgresPool,
        clock: ServerClock,
        options: WorkOptions,
        logger: Logger,
        outages: OutageLog
    ) {
        self.pool = pool
        self.clock = clock
        self.options = options
        self.logger = logger
        self.outages = outages
        queue = WorkQueue(pool: pool, retryDelays: options.retryDelays)
        publisher = EventPublisher(pool: pool)
        plan = DailyPlan(pool: pool)
        state = Mutex(State(composition: composition))
    }

    /// Runs what another composition declares from the next round on.
    func adopt(_ composition: Composition) {
        state.withLock { state in
            state.composition = composition
            state.isRegistered = false
        }
        wake()
    }

    /// Looks for work now rather than at the next poll.
    func wake() { wakeUp.call() }

    func stop() {
        state.withLock { $0.isStopping = true }
        wake()
    }

    /// Makes the database know what is declared, so that no event passes a new subscriber by.
    func register() async throws {
        let (composition, isRegistered) = state.withLock { ($0.composition, $0.isRegistered) }
        guard !isRegistered else { return }
        try await WorkRegister(pool: pool).enter(composition.runners, on: clock.read().today)
        state.withLock { state in if state.composition === composition { state.isRegistered = true } }
    }

    /// Works until it is stopped; waits while there is nothing to do, and longer and longer while the database is out of order.
    func run() async {
        var pause = options.pollInterval
        while !state.withLock({ $0.isStopping }), !Task.isCancelled {
            do {
                let count = try await round()
                pause = options.pollInterval
                if count == 0 { await wakeUp.wait(atMost: options.pollInterval) }
            } catch {
                if Task.isCancelled { return }
                outages.report("events and timers wait", error)
                await wakeUp.wait(atMost: pause)
                pause = min(pause * 2, Self.longestPause)
            }
        }
    }

    /// Publishes and runs all that is due at this moment, what follows from it included; answers how many tasks were tried.
    func runDue() async throws -> Int {
        var total = 0
        while true {
            let count = try await round()
            guard count > 0 else { return total }
            total += count
        }
    }

    /// Each runner's turn once.
    private func round() async throws -> Int {
        try await register()
        let composition = state.withLock { $0.composition }
        let clock = clock.read()
        try await plan.plan(composition.runners.compactMap(\.daily), clock)
        var outlook = try await queue.outlook(composition.runners, clock)
        if outlook.isUnpublished, try await publisher.publish() > 0 {
            outlook = try await queue.outlook(composition.runners, clock)
        }
        let due = composition.runners.filter { outlook.due.contains($0.name) }
        return try await withThrowingTaskGroup(of: Int.self) { group in
            var waiting = due[...]
            for runner in waiting.prefix(options.parallel) {
                group.addTask { [self] in try await turn(of: runner, in: composition) }
            }
            waiting = waiting.dropFirst(options.parallel)
            var total = 0
            while let count = try await group.next() {
                total += count
                guard let runner = waiting.popFirst() else { continue }
                group.addTask { [self] in try await turn(of: runner, in: composition) }
            }
            return total
        }
    }

    private func turn(of runner: WorkRunner, in composition: Composition) async throws -> Int {
        var count = 0
        while count < Self.turnLength, !state.withLock({ $0.isStopping }),
            try await runNext(of: runner, in: composition)
        {
            count += 1
        }
        return count
    }

    /// Runs the runner's next task; false where there is none, or another server has the turn.
    private func runNext(of runner: WorkRunner, in composition: Composition) async throws -> Bool {
        let clock = clock.read()
        var claimed: WorkTask?
        do {
            try await pool.withTransaction { transaction in
                guard let task = try await queue.claim(runner, clock, in: transaction) else { return }
                claimed = task
                try await run(task, of: runner, clock, in: composition, transaction)
            }
            guard claimed != nil else { return false }
            figures.countDone(runner)
            return true
        } catch is Withdrawn {
            return true
        } catch {
            guard let claimed, !Self.isOutage(error), !Task.isCancelled else { throw error }
            try await fail(claimed, of: runner, error)
            return true
        }
    }

    private func run(
        _ task: WorkTask,
        of runner: WorkRunner,
        _ clock: BusinessClock,
        in composition: Composition,
        _ transaction: Transaction
    ) async throws {
        let caller = Caller(principal: .system(runner.client, court: task.courtCode), permissions: [])
        let request = CommandRunner.Request(
            caller: caller,
            clock: clock,
            requestID: "task-\(task.id)-\(task.attempt)",
            writer: pool
        )
        _ = try await transaction.pipeline([caller.context(on: clock.today).writing])
        let records = WriteRecords()
        let context = WriteContext(
            transaction: transaction,
            principal: caller.principal,
            clock: clock,
            requestID: request.requestID,
            services: composition.services,
            records: records
        )
        try await runner.run(task, in: context)
        // Before the records: a handler may set its own timer anew.
        guard try await queue.finish(task, in: transaction) else { throw Withdrawn() }
        try composition.checkTimers(records)
        WriteRecordTables.write(records, for: request, in: transaction)
        try await transaction.flush()
    }

    private func fail(_ task: WorkTask, of runner: WorkRunner, _ error: any Error) async throws {
        let isDead = try await queue.fail(task, WorkFailure.text(of: error))
        figures.countFailed(runner, isDead: isDead)
        let metadata: Logger.Metadata = [
            "name": "\(runner.name)", "task": "\(task.id)", "try": "\(task.attempt)", "error": "\(error)",
        ]
        if isDead {
            logger.error("dead letter", metadata: metadata)
        } else {
            logger.warning("try failed", metadata: metadata)
        }
    }

    private static func isOutage(_ error: any Error) -> Bool {
        guard let error = error as? PostgresError else { return error is CancellationError }
        return error.isOutage || error.code == .poolClosed || error.code == .cancelled
    }

    /// Lines for `/metrics`.
    func metricsText(asking pool: PostgresPool) async -> String {
        await figures.text(state.withLock { $0.composition.runners }, clock.read(), asking: pool)
    }
}
