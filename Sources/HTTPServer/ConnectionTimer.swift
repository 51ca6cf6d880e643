import NIOCore

/// One deadline that moves often and fires rarely: moving it costs no timer.
final class ConnectionTimer {
    private let eventLoop: any EventLoop
    private let expire: () -> Void
    private var deadline: NIODeadline?
    private var scheduled: (at: NIODeadline, task: Scheduled<Void>)?

    /// Belongs to the event loop it is made on, and fires there.
    init(_ eventLoop: any EventLoop, expire: @escaping () -> Void) {
        self.eventLoop = eventLoop
        self.expire = expire
    }

    /// Sets the one deadline, in place of an earlier one.
    func set(_ timeout: TimeAmount) {
        let deadline = eventLoop.now + timeout
        self.deadline = deadline
        if let scheduled {
            // It wakes up, sees the later deadline and sleeps again.
            if scheduled.at <= deadline { return }
            scheduled.task.cancel()
        }
        schedule(deadline)
    }

    /// No deadline for now.
    func clear() { deadline = nil }

    /// No deadline any more.
    func stop() {
        deadline = nil
        scheduled?.task.cancel()
        scheduled = nil
    }

    private func schedule(_ time: NIODeadline) {
        let task = eventLoop.assumeIsolated().scheduleTask(deadline: time) { [weak self] () -> Void in self?.wake() }
        scheduled = (time, task)
    }

    private func wake() {
        scheduled = nil
        guard let deadline else { return }
        if deadline <= eventLoop.now {
            self.deadline = nil
            expire()
        } else {
            schedule(deadline)
        }
    }
}
