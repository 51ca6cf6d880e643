import Testing

@testable import Postgres

@Suite("ConnectionMachine") struct ConnectionMachineTests {
    private let start = ContinuousClock.now
    private let select = BoundStatement("SELECT 1")
    private let empty = ResultSet(columns: [], rowCount: 0, bytes: [], cells: [], affectedRows: 0)

    private func machine(limit: Int = 10) -> ConnectionMachine { ConnectionMachine(preparedStatementLimit: limit) }

    private func steps(_ submission: ConnectionMachine.Submission) -> [ConnectionMachine.Step] {
        if case .send(let steps) = submission { steps } else { [] }
    }

    private func rejection(_ submission: ConnectionMachine.Submission) -> PostgresError.Code? {
        if case .reject(let error) = submission { error.code } else { nil }
    }

    /// Answers as a server does that finds nothing wrong; nil while the exchange goes on.
    private func succeed(_ machine: inout ConnectionMachine, steps: Int) -> ConnectionMachine.Completion? {
        for _ in 0..<steps {
            #expect(machine.receive(.result(empty)) == nil)
            #expect(machine.receive(.endOfStep) == nil)
        }
        return machine.receive(.synchronized)
    }

    private func error(_ completion: ConnectionMachine.Completion?) -> PostgresError? {
        if case .failure(let error) = completion?.result { error } else { nil }
    }

    @Test("A statement is prepared once, right before its first execution")
    func preparesOnce() {
        var machine = machine()
        let first = steps(machine.submit(.pipeline([select, select]), id: 1, deadline: nil))
        #expect(
            first == [
                .prepare(select.statement, name: "d1"), .execute(index: 0, name: "d1"), .execute(index: 1, name: "d1"),
            ]
        )
        let completion = succeed(&machine, steps: 3)
        #expect(completion?.id == 1)
        #expect((try? completion?.result.get().count) == 2)
        #expect(machine.isIdle)
        #expect(steps(machine.submit(.pipeline([select]), id: 2, deadline: nil)) == [.execute(index: 0, name: "d1")])
    }

    @Test("A second statement at once is rejected, and the first goes on")
    func busy() {
        var machine = machine()
        _ = machine.submit(.pipeline([select]), id: 1, deadline: nil)
        #expect(rejection(machine.submit(.pipeline([select]), id: 2, deadline: nil)) == .connectionBusy)
        #expect(succeed(&machine, steps: 2)?.id == 1)
    }

    @Test("The first error of a pipeline is the one reported; what follows is skipped")
    func firstError() {
        var machine = machine()
        _ = machine.submit(.pipeline([select, select]), id: 1, deadline: nil)
        _ = machine.receive(.error(PostgresError(.serverError, "first", sqlState: "42601")))
        _ = machine.receive(.endOfStep)
        for _ in 0..<2 {
            _ = machine.receive(.skipped)
            _ = machine.receive(.endOfStep)
        }
        let completion = machine.receive(.synchronized)
        #expect(error(completion)?.message == "first")
        #expect(machine.isIdle)
        #expect(machine.statements.count == 0, "a statement that failed to prepare is not remembered")
    }

    @Test("A lost preparation is forgotten with all others")
    func lostPreparation() {
        var machine = machine()
        _ = machine.submit(.pipeline([select]), id: 1, deadline: nil)
        _ = succeed(&machine, steps: 2)
        _ = machine.submit(.pipeline([select]), id: 2, deadline: nil)
        _ = machine.receive(.error(PostgresError(.serverError, "gone", sqlState: "26000")))
        _ = machine.receive(.endOfStep)
        #expect(error(machine.receive(.synchronized))?.isStalePlan == true)
        #expect(machine.statements.count == 0)
        #expect(machine.statements.retired.isEmpty)
    }

    @Test("A plan whose result type changed is prepared anew under another name, and the old name let go last")
    func changedResultType() {
        var machine = machine()
        _ = machine.submit(.pipeline([select]), id: 1, deadline: nil)
        _ = succeed(&machine, steps: 2)
        _ = machine.submit(.pipeline([select]), id: 2, deadline: nil)
        _ = machine.receive(
            .error(PostgresError(.serverError, "cached plan must not change result type", sqlState: "0A000"))
        )
        _ = machine.receive(.endOfStep)
        _ = machine.receive(.synchronized)
        #expect(
            steps(machine.submit(.pipeline([select]), id: 3, deadline: nil)) == [
                .prepare(select.statement, name: "d2"), .execute(index: 0, name: "d2"), .deallocate(name: "d1"),
            ]
        )
        _ = succeed(&machine, steps: 3)
        #expect(machine.statements.retired.isEmpty)
    }

    @Test("Statements beyond the limit are let go")
    func limit() {
        var machine = machine(limit: 1)
        _ = machine.submit(.pipeline([BoundStatement("a")]), id: 1, deadline: nil)
        _ = succeed(&machine, steps: 2)
        _ = machine.submit(.pipeline([BoundStatement("b")]), id: 2, deadline: nil)
        _ = succeed(&machine, steps: 2)
        #expect(
            steps(machine.submit(.pipeline([BoundStatement("b")]), id: 3, deadline: nil)) == [
                .execute(index: 0, name: "d2"), .deallocate(name: "d1"),
            ]
        )
    }

    @Test("A script ends where libpq's results end")
    func script() {
        var machine = machine()
        #expect(steps(machine.submit(.script("a; b"), id: 1, deadline: nil)) == [.script("a; b")])
        #expect(machine.receive(.result(empty)) == nil)
        #expect(machine.receive(.result(empty)) == nil)
        let completion = machine.receive(.endOfStep)
        #expect((try? completion?.result.get().count) == 2)
        #expect(machine.isIdle)
    }

    @Test("A loss fails the statement under way, and every later one before it is sent")
    func loss() {
        var machine = machine()
        _ = machine.submit(.pipeline([select]), id: 1, deadline: nil)
        #expect(error(machine.close(because: "gone").first)?.code == .connectionLost)
        #expect(machine.isClosed)
        #expect(rejection(machine.submit(.pipeline([select]), id: 2, deadline: nil)) == .connectionFailed)
        #expect(machine.close(because: "again").isEmpty)
    }

    @Test("A loss carries the server's last words")
    func lastWords() {
        var machine = machine()
        _ = machine.submit(.pipeline([select]), id: 1, deadline: nil)
        _ = machine.receive(.error(PostgresError(.serverError, "terminating connection", sqlState: "57P01")))
        let loss = error(machine.close(because: "EOF").first)
        #expect(loss?.code == .connectionLost)
        #expect(loss?.sqlState == "57P01")
        #expect(loss?.message == "terminating connection")
    }

    @Test("A deadline asks for a cancel once, and its error is deadlineExceeded")
    func deadline() {
        var machine = machine()
        _ = machine.submit(.pipeline([select]), id: 1, deadline: start + .seconds(1))
        #expect(machine.nextDeadline == start + .seconds(1))
        #expect(machine.tick(now: start) == .nothing)
        #expect(machine.tick(now: start + .seconds(1)) == .cancel)
        #expect(machine.tick(now: start + .seconds(1)) == .nothing)
        #expect(machine.cancelReturned(now: start + .seconds(1)) == nil)
        _ = machine.receive(.error(PostgresError(.serverError, "canceling statement", sqlState: "57014")))
        _ = machine.receive(.endOfStep)
        #expect(error(machine.receive(.synchronized))?.code == .deadlineExceeded)
    }

    @Test("The caller waits until the cancel request can hit no other statement")
    func cancelUnderWay() {
        var machine = machine()
        _ = machine.submit(.pipeline([select]), id: 1, deadline: nil)
        #expect(machine.interrupt(id: 1, because: .cancelled, now: start) == true)
        #expect(succeed(&machine, steps: 2) == nil)
        #expect(machine.hasAllAnswers)
        #expect(!machine.isIdle)
        #expect(rejection(machine.submit(.pipeline([select]), id: 2, deadline: nil)) == .connectionBusy)
        let completion = machine.cancelReturned(now: start)
        #expect((try? completion?.result.get().count) == 1, "a statement that was faster than its cancel has succeeded")
        #expect(machine.isIdle)
    }

    @Test("A cancel that missed its statement is repeated, and at last the connection is given up")
    func repeatedCancel() {
        var machine = machine()
        _ = machine.submit(.pipeline([select]), id: 1, deadline: nil)
        #expect(machine.interrupt(id: 1, because: .cancelled, now: start) == true)
        _ = machine.cancelReturned(now: start)
        let retry = start + ConnectionMachine.cancelInterval
        #expect(machine.nextDeadline == retry)
        #expect(machine.tick(now: retry) == .cancel)
        #expect(machine.tick(now: start + ConnectionMachine.cancelGrace) == .abandon)
        #expect(error(machine.close(because: "no answer").first)?.code == .cancelled)
    }

    @Test("A cancel request that never returns does not hold the caller for ever")
    func hangingCancel() {
        var machine = machine()
        _ = machine.submit(.pipeline([select]), id: 1, deadline: nil)
        _ = machine.interrupt(id: 1, because: .cancelled, now: start)
        _ = succeed(&machine, steps: 2)
        #expect(machine.tick(now: start + .seconds(1)) == .nothing)
        #expect(machine.tick(now: start + ConnectionMachine.cancelGrace) == .abandon)
        #expect(machine.close(because: "").first?.id == 1)
    }

    @Test("An interruption for another exchange does nothing")
    func lateInterruption() {
        var machine = machine()
        #expect(machine.interrupt(id: 1, because: .cancelled, now: start) == false)
        _ = machine.submit(.pipeline([select]), id: 2, deadline: nil)
        #expect(machine.interrupt(id: 1, because: .cancelled, now: start) == false)
    }

    @Test("The server's own timeout is a deadline, an operator's cancel a cancellation")
    func foreignCancel() {
        for (message, code) in [
            ("canceling statement due to statement timeout", PostgresError.Code.deadlineExceeded),
            ("canceling statement due to user request", .cancelled),
        ] {
            var machine = machine()
            _ = machine.submit(.pipeline([select]), id: 1, deadline: nil)
            _ = machine.receive(.error(PostgresError(.serverError, message, sqlState: "57014")))
            #expect(error(machine.receive(.synchronized))?.code == code)
        }
    }

    @Test("Answers that nobody asked for are ignored")
    func unexpected() {
        var machine = machine()
        #expect(machine.receive(.result(empty)) == nil)
        #expect(machine.receive(.synchronized) == nil)
        #expect(machine.cancelReturned(now: start) == nil)
        #expect(machine.tick(now: start) == .nothing)
        #expect(machine.isIdle)
    }
}
