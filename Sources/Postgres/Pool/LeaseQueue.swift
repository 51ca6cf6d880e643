/// Who holds which member, and who waits: the pool's decisions, without connections and clocks.
///
/// First come, first served.
struct LeaseQueue<Member: Sendable>: Sendable {
    enum Answer {
        case grant(Member)
        /// Wait; `opens` says that a new member must be made for it.
        case wait(opens: Bool)
        case reject
    }

    /// What follows from a member coming back, or failing to come.
    enum Consequence {
        case nothing
        /// This waiter gets this member.
        case grant(waiter: UInt64, Member)
        /// A new member must be made in place of one that is gone.
        case open
        /// The pool is closed: the member is not wanted any more.
        case discard(Member)
    }

    private struct Waiter {
        let id: UInt64
        let deadline: ContinuousClock.Instant
    }

    private let capacity: Int
    private var waiters: [Waiter] = []
    /// The last one used is the first one given: its caches are warm.
    private(set) var idle: [Member] = []
    private(set) var leasedCount = 0
    private(set) var openingCount = 0
    private(set) var isClosed = false

    init(capacity: Int) { self.capacity = max(1, capacity) }

    var openCount: Int { idle.count + leasedCount + openingCount }
    var waitingCount: Int { waiters.count }
    /// Closed, and nothing is out any more.
    var isDrained: Bool { isClosed && leasedCount == 0 && openingCount == 0 }
    var nextDeadline: ContinuousClock.Instant? { waiters.first?.deadline }

    /// A member that is idle now, as long as nobody waits.
    mutating func takeIdle() -> Member? {
        guard waiters.isEmpty, let member = idle.popLast() else { return nil }
        leasedCount += 1
        return member
    }

    /// Wants a member.
    ///
    /// All waiters wait equally long, so that the first is the first to give up.
    mutating func lease(waiter id: UInt64, deadline: ContinuousClock.Instant) -> Answer {
        guard !isClosed else { return .reject }
        if let member = takeIdle() { return .grant(member) }
        waiters.append(Waiter(id: id, deadline: deadline))
        return .wait(opens: openIfNeeded())
    }

    /// A member comes back.
    mutating func release(_ member: Member, isUsable: Bool) -> Consequence {
        leasedCount -= 1
        return isUsable ? supply(member) : replace()
    }

    /// A new member is there.
    mutating func opened(_ member: Member) -> Consequence {
        openingCount -= 1
        return supply(member)
    }

    /// A new member could not be made.
    ///
    /// - Returns: the waiters to be told so: all of them, unless others hold members that will come back.
    mutating func openFailed() -> [UInt64] {
        openingCount -= 1
        guard leasedCount == 0, openingCount == 0 else { return [] }
        defer { waiters = [] }
        return waiters.map(\.id)
    }

    /// An idle member is gone.
    mutating func lost(where isGone: (Member) -> Bool) { idle.removeAll(where: isGone) }

    /// A waiter is not interested any more; false when it has been served.
    mutating func withdraw(waiter id: UInt64) -> Bool {
        guard let index = waiters.firstIndex(where: { $0.id == id }) else { return false }
        waiters.remove(at: index)
        return true
    }

    /// The waiters whose time is up.
    mutating func expire(now: ContinuousClock.Instant) -> [UInt64] {
        let count = waiters.firstIndex { $0.deadline > now } ?? waiters.count
        defer { waiters.removeFirst(count) }
        return waiters.prefix(count).map(\.id)
    }

    /// Ends the leasing; returns who must be told and what must be closed.
    mutating func close() -> (waiters: [UInt64], idle: [Member]) {
        isClosed = true
        defer {
            waiters = []
            idle = []
        }
        return (waiters.map(\.id), idle)
    }

    private mutating func supply(_ member: Member) -> Consequence {
        guard !isClosed else { return .discard(member) }
        guard let first = waiters.first else {
            idle.append(member)
            return .nothing
        }
        waiters.removeFirst()
        leasedCount += 1
        return .grant(waiter: first.id, member)
    }

    private mutating func replace() -> Consequence { openIfNeeded() ? .open : .nothing }

    private mutating func openIfNeeded() -> Bool {
        guard !isClosed, waiters.count > openingCount, openCount < capacity else { return false }
        openingCount += 1
        return true
    }
}
