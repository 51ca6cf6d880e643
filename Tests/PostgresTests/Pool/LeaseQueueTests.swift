import Testing

@testable import Postgres

@Suite("LeaseQueue") struct LeaseQueueTests {
    private let start = ContinuousClock.now

    private func opens(_ answer: LeaseQueue<Int>.Answer) -> Bool? {
        if case .wait(let opens) = answer { opens } else { nil }
    }

    private func granted(_ consequence: LeaseQueue<Int>.Consequence) -> UInt64? {
        if case .grant(let waiter, _) = consequence { waiter } else { nil }
    }

    @Test("Members are made for those who wait, and no more than allowed")
    func opening() {
        var queue = LeaseQueue<Int>(capacity: 2)
        #expect(opens(queue.lease(waiter: 1, deadline: start)) == true)
        #expect(opens(queue.lease(waiter: 2, deadline: start)) == true)
        #expect(opens(queue.lease(waiter: 3, deadline: start)) == false)
        #expect(queue.openCount == 2)
    }

    @Test("First come, first served, also before a newcomer")
    func order() {
        var queue = LeaseQueue<Int>(capacity: 1)
        _ = queue.lease(waiter: 1, deadline: start)
        _ = queue.lease(waiter: 2, deadline: start)
        #expect(granted(queue.opened(7)) == 1)
        #expect(queue.takeIdle() == nil)
        _ = queue.lease(waiter: 3, deadline: start)
        #expect(granted(queue.release(7, isUsable: true)) == 2)
        #expect(granted(queue.release(7, isUsable: true)) == 3)
        guard case .nothing = queue.release(7, isUsable: true) else {
            Issue.record("nobody waits")
            return
        }
        #expect(queue.takeIdle() == 7)
    }

    @Test("A broken member is replaced when somebody waits")
    func replacement() {
        var queue = LeaseQueue<Int>(capacity: 1)
        _ = queue.lease(waiter: 1, deadline: start)
        _ = queue.opened(7)
        _ = queue.lease(waiter: 2, deadline: start)
        guard case .open = queue.release(7, isUsable: false) else {
            Issue.record("a new member is needed")
            return
        }
        #expect(granted(queue.opened(8)) == 2)
    }

    @Test("A failure to open is told to all, unless a member will come back")
    func openFailure() {
        var queue = LeaseQueue<Int>(capacity: 2)
        _ = queue.lease(waiter: 1, deadline: start)
        _ = queue.opened(7)
        _ = queue.lease(waiter: 2, deadline: start)
        #expect(queue.openFailed().isEmpty)
        #expect(granted(queue.release(7, isUsable: true)) == 2)
        _ = queue.lease(waiter: 3, deadline: start)
        _ = queue.release(7, isUsable: false)
        #expect(queue.openFailed() == [3])
        #expect(queue.openCount == 0)
    }

    @Test("Those whose time is up leave, in order, and others stay")
    func expiry() {
        var queue = LeaseQueue<Int>(capacity: 1)
        _ = queue.lease(waiter: 1, deadline: start)
        _ = queue.lease(waiter: 2, deadline: start + .seconds(1))
        #expect(queue.nextDeadline == start)
        #expect(queue.expire(now: start) == [1])
        #expect(queue.withdraw(waiter: 1) == false)
        #expect(queue.withdraw(waiter: 2) == true)
        #expect(queue.waitingCount == 0)
    }

    @Test("A closed queue rejects, discards what comes back, and is drained then")
    func closing() {
        var queue = LeaseQueue<Int>(capacity: 3)
        for waiter: UInt64 in 1...2 {
            _ = queue.lease(waiter: waiter, deadline: start)
            _ = queue.opened(Int(waiter))
        }
        _ = queue.release(2, isUsable: true)
        let (waiters, idle) = queue.close()
        #expect(waiters.isEmpty)
        #expect(idle == [2])
        #expect(!queue.isDrained)
        guard case .reject = queue.lease(waiter: 3, deadline: start),
            case .discard(1) = queue.release(1, isUsable: true)
        else {
            Issue.record("closed")
            return
        }
        #expect(queue.isDrained)
    }

    @Test("An idle member that is lost is not given out")
    func lost() {
        var queue = LeaseQueue<Int>(capacity: 1)
        _ = queue.lease(waiter: 1, deadline: start)
        _ = queue.opened(7)
        _ = queue.release(7, isUsable: true)
        queue.lost { $0 == 7 }
        #expect(queue.takeIdle() == nil)
        #expect(queue.openCount == 0)
    }
}
