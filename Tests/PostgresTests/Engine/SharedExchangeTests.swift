import Testing

@testable import Postgres

@Suite("Exchanges that share a connection") struct SharedExchangeTests {
    private let start = ContinuousClock.now
    private let select = BoundStatement("SELECT 1")
    private let empty = ResultSet(columns: [], rowCount: 0, bytes: [], cells: [], affectedRows: 0)

    /// A machine with this many exchanges under way, ids from 1.
    private func machine(_ count: Int, deadline: ContinuousClock.Instant? = nil) -> ConnectionMachine {
        var machine = ConnectionMachine(preparedStatementLimit: 10)
        for id in 1...count {
            _ = machine.submit(.pipeline([select]), id: UInt64(id), deadline: deadline, isShared: true)
        }
        return machine
    }

    private func code(_ completion: ConnectionMachine.Completion?) -> PostgresError.Code? {
        if case .failure(let error) = completion?.result { error.code } else { nil }
    }

    private func answer(_ machine: inout ConnectionMachine, steps: Int) -> UInt64? {
        for _ in 0..<steps {
            #expect(machine.receive(.result(empty)) == nil)
            #expect(machine.receive(.endOfStep) == nil)
        }
        return machine.receive(.synchronized)?.id
    }

    @Test("They are answered in the order in which they were sent, and prepare a statement once")
    func order() {
        var machine = machine(1)
        guard case .send(let steps) = machine.submit(.pipeline([select]), id: 2, deadline: nil, isShared: true) else {
            Issue.record("not sent")
            return
        }
        #expect(steps == [.execute(index: 0, name: "d1")])
        let first = answer(&machine, steps: 2)
        #expect(first == 1)
        #expect(!machine.isIdle)
        let second = answer(&machine, steps: 1)
        #expect(second == 2)
        #expect(machine.isIdle)
    }

    @Test("Nothing joins what must be alone, and what must be alone joins nothing")
    func alone() {
        var shared = machine(1)
        guard case .reject = shared.submit(.pipeline([select]), id: 2, deadline: nil) else {
            Issue.record("joined")
            return
        }
        var single = ConnectionMachine(preparedStatementLimit: 10)
        _ = single.submit(.pipeline([select]), id: 1, deadline: nil)
        guard case .reject = single.submit(.pipeline([select]), id: 2, deadline: nil, isShared: true) else {
            Issue.record("joined")
            return
        }
    }

    @Test("Only the one that is being answered can be cancelled; a neighbour that was hit is told so")
    func cancellation() {
        var machine = machine(2)
        let (second, first) = (
            machine.interrupt(id: 2, because: .cancelled, now: start),
            machine.interrupt(id: 1, because: .cancelled, now: start)
        )
        #expect(!second && first)
        guard case .reject = machine.submit(.pipeline([select]), id: 3, deadline: nil, isShared: true) else {
            Issue.record("joined while a cancel request was under way")
            return
        }
        // The first was done before the request came; it hits the second.
        let done = answer(&machine, steps: 2)
        #expect(done == 1)
        #expect(machine.receive(.error(PostgresError(.serverError, "canceling", sqlState: "57014"))) == nil)
        #expect(machine.receive(.endOfStep) == nil)
        #expect(machine.receive(.synchronized) == nil)
        #expect(!machine.isIdle)
        #expect(code(machine.cancelReturned(now: start)) == .cancelledAlong)
        #expect(machine.isIdle)
    }

    @Test("The deadline of the first is the next; then that of the second")
    func deadlines() {
        var machine = machine(2, deadline: start + .seconds(1))
        #expect(machine.nextDeadline == start + .seconds(1))
        #expect(machine.tick(now: start) == .nothing)
        let first = answer(&machine, steps: 2)
        #expect(first == 1)
        #expect(machine.tick(now: start + .seconds(1)) == .cancel)
    }

    @Test("A lost connection fails all")
    func loss() {
        var machine = machine(3)
        #expect(machine.close(because: "gone").map { code($0) } == [.connectionLost, .connectionLost, .connectionLost])
        #expect(machine.isClosed)
    }

    @Test("A preparation that failed is not relied on")
    func failedPreparation() {
        var machine = machine(1)
        #expect(machine.receive(.error(PostgresError(.serverError, "no table", sqlState: "42P01"))) == nil)
        #expect(machine.receive(.endOfStep) == nil)
        #expect(machine.receive(.skipped) == nil)
        #expect(machine.receive(.endOfStep) == nil)
        #expect(code(machine.receive(.synchronized)) == .serverError)
        guard case .send(let steps) = machine.submit(.pipeline([select]), id: 2, deadline: nil, isShared: true) else {
            Issue.record("not sent")
            return
        }
        #expect(steps.first == .prepare(select.statement, name: "d2"))
    }
}
