import Synchronization

/// The audit and outbox events of one command, and the timers that it sets, written by the host before it commits.
public final class WriteRecords: Sendable {
    private struct State {
        var audit: [AuditEvent] = []
        var outbox: [OutboxEvent] = []
        var timers: [TimerChange] = []
        var isDiscarded = false
        var forgetsCallers = false
    }

    private let state = Mutex(State())

    /// Creates an empty list.
    public init() {}

    /// Adds an audit event.
    public func append(_ event: AuditEvent) { state.withLock { $0.audit.append(event) } }

    func append(_ event: OutboxEvent) { state.withLock { $0.outbox.append(event) } }

    func append(_ change: TimerChange) { state.withLock { $0.timers.append(change) } }

    /// Asks for a rollback once the answer is read: a dry run.
    package func discard() { state.withLock { $0.isDiscarded = true } }

    func forgetCallers() { state.withLock { $0.forgetsCallers = true } }

    /// How much has been recorded.
    struct Mark {
        fileprivate let audit: Int
        fileprivate let outbox: Int
        fileprivate let timers: Int
    }

    /// A mark to which `restore` comes back.
    var mark: Mark {
        state.withLock { Mark(audit: $0.audit.count, outbox: $0.outbox.count, timers: $0.timers.count) }
    }

    /// Forgets what was recorded after a mark.
    func restore(_ mark: Mark) {
        state.withLock { state in
            state.audit.removeLast(state.audit.count - mark.audit)
            state.outbox.removeLast(state.outbox.count - mark.outbox)
            state.timers.removeLast(state.timers.count - mark.timers)
        }
    }

    /// Whether the command changed who may do what.
    public var forgetsCallers: Bool { state.withLock { $0.forgetsCallers } }

    /// Whether the command asked for a rollback.
    public var isDiscarded: Bool { state.withLock { $0.isDiscarded } }

    /// What was recorded, in order.
    public var recorded: (audit: [AuditEvent], outbox: [OutboxEvent]) {
        state.withLock { ($0.audit, $0.outbox) }
    }

    /// Whether there are events to deliver, or timers to wait for.
    package var makesWork: Bool { state.withLock { !$0.outbox.isEmpty || !$0.timers.isEmpty } }

    /// Timers set, moved and unset, in order.
    package var timers: [TimerChange] { state.withLock { $0.timers } }
}
