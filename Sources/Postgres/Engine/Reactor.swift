import CEpoll
import Glibc
import Synchronization

/// What a reactor tells of a socket.
struct Readiness: OptionSet {
    let rawValue: UInt32
    static let readable = Readiness(rawValue: EPOLLIN.rawValue)
    static let writable = Readiness(rawValue: EPOLLOUT.rawValue)
    /// The peer has closed its side, or the socket is broken.
    static let hungUp = Readiness(rawValue: EPOLLRDHUP.rawValue | EPOLLHUP.rawValue | EPOLLERR.rawValue)
}

/// Something that a reactor watches.
protocol ReactorSource: AnyObject, Sendable {
    /// The socket is ready. Called on the reactor's thread.
    func ready(_ readiness: Readiness)
    /// Time has come for whatever was armed; returns when to come again. Called on the reactor's thread.
    func tick(now: ContinuousClock.Instant) -> ContinuousClock.Instant?
}

/// Waits for sockets and deadlines (epoll): on a thread of its own, or on an event loop's.
///
/// It does not own what it watches.
package final class Reactor: Sendable {
    private struct Source {
        weak var object: (any ReactorSource)?
    }

    /// Who waits.
    private enum Driver {
        case thread
        case host(any ReactorHost, ReadinessSignal)
    }

    private struct State {
        var driver = Driver.thread
        var sources: [UInt64: Source] = [:]
        var lastToken: UInt64 = 0
        /// The next time at which a source wants a tick.
        var wakeTime: ContinuousClock.Instant?
        var isStopped = false
    }

    private let epoll: Int32
    /// An eventfd that interrupts the thread's wait.
    private let wakeup: Int32
    private let state = Mutex(State())

    /// Starts a reactor with a thread of its own.
    package convenience init() throws(PostgresError) {
        try self.init(descriptors: ())
        guard BlockingThread.run({ self.loop() }) else {
            closeDescriptors()
            throw Self.exhausted
        }
    }

    /// Starts a reactor on an event loop; with a thread of its own where the system does not allow that, and from the loop's
    /// end on.
    package convenience init(on host: any ReactorHost) throws(PostgresError) {
        guard let signal = ReadinessSignal() else {
            try self.init()
            return
        }
        try self.init(descriptors: ())
        state.withLock { $0.driver = .host(host, signal) }
        host.attach(signal: signal.eventDescriptor) { [self] in
            turn(signal)
        } onEnd: { [self] in
            leave(signal)
        }
        if !signal.arm(epoll) { host.detach() }
    }

    private init(descriptors: Void) throws(PostgresError) {
        epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
        wakeup = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(u64: 0))
        guard epoll >= 0, wakeup >= 0, epoll_ctl(epoll, EPOLL_CTL_ADD, wakeup, &event) == 0 else {
            closeDescriptors()
            throw Self.exhausted
        }
    }

    private static var exhausted: PostgresError {
        PostgresError(.connectionFailed, "The system has no file descriptor or thread left for a connection pool.")
    }

    private func closeDescriptors() {
        Glibc.close(epoll)
        Glibc.close(wakeup)
    }

    /// Starts watching a socket for input; with `socket` nil, gives ticks only.
    func add(_ source: any ReactorSource, socket: Int32?) -> UInt64 {
        let token = state.withLock { state in
            state.lastToken += 1
            state.sources[state.lastToken] = Source(object: source)
            return state.lastToken
        }
        if let socket { control(EPOLL_CTL_ADD, socket: socket, token: token, wantsWrite: false) }
        return token
    }

    /// Watches for room to write as well, or no longer.
    func watch(_ token: UInt64, socket: Int32, wantsWrite: Bool) {
        control(EPOLL_CTL_MOD, socket: socket, token: token, wantsWrite: wantsWrite)
    }

    /// Stops watching; must come before the socket is closed.
    func remove(_ token: UInt64, socket: Int32?) {
        state.withLock { _ = $0.sources.removeValue(forKey: token) }
        if let socket { epoll_ctl(epoll, EPOLL_CTL_DEL, socket, nil) }
    }

    /// Asks for a tick of all sources at this time.
    ///
    /// Cheap when an earlier one is due anyway.
    func arm(_ time: ContinuousClock.Instant) {
        let host: (any ReactorHost)? = state.withLock { state in
            if let earlier = state.wakeTime, earlier <= time { return nil }
            state.wakeTime = time
            if state.isStopped { return nil }
            if case .host(let host, _) = state.driver { return host }
            eventfd_write(wakeup, 1)
            return nil
        }
        host?.schedule(at: time) { [weak self] in self?.tickIfDue() }
    }

    /// Ends the waiting.
    package func stop() {
        let host: (any ReactorHost)? = state.withLock { state in
            guard !state.isStopped else { return nil }
            state.isStopped = true
            state.sources = [:]
            if case .host(let host, _) = state.driver { return host }
            eventfd_write(wakeup, 1)
            return nil
        }
        host?.detach()
    }

    /// Whether the peer of an idle socket has gone; one system call, never blocks.
    static func isHungUp(socket: Int32) -> Bool {
        // POLLRDHUP, which Glibc shows to GNU sources only, is the same bit.
        var descriptor = pollfd(fd: socket, events: Int16(EPOLLRDHUP.rawValue), revents: 0)
        return poll(&descriptor, 1, 0) > 0
    }

    private func control(_ operation: Int32, socket: Int32, token: UInt64, wantsWrite: Bool) {
        let interest = EPOLLIN.rawValue | EPOLLRDHUP.rawValue | (wantsWrite ? EPOLLOUT.rawValue : 0)
        var event = epoll_event(events: interest, data: epoll_data_t(u64: token))
        epoll_ctl(epoll, operation, socket, &event)
    }

    // MARK: - On a thread

    private func loop() {
        while let timeout = nextTimeout() {
            deliver(within: timeout)
            tickIfDue()
        }
        closeDescriptors()
    }

    /// Waits for events and hands them out.
    private func deliver(within milliseconds: Int32) {
        withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: 64) { events in
            // epoll_wait initialises as many events as it says.
            let count = Int(epoll_wait(epoll, events.baseAddress, Int32(events.count), milliseconds))
            for event in events.prefix(max(count, 0)) {
                // The token travels as u64 in every event that this class registers.
                deliver(event.events, to: event.data.u64)
            }
        }
    }

    /// Milliseconds until the next tick, rounded up; -1 for ever; nil when stopped.
    private func nextTimeout() -> Int32? {
        state.withLock { state in
            guard !state.isStopped else { return nil }
            guard let wakeTime = state.wakeTime else { return -1 }
            let wait = wakeTime - .now
            return Int32(
                clamping: max(
                    0,
                    wait.components.seconds * 1000 + wait.components.attoseconds / 1_000_000_000_000_000 + 1
                )
            )
        }
    }

    private func deliver(_ events: UInt32, to token: UInt64) {
        guard token != 0 else {
            var count: eventfd_t = 0
            eventfd_read(wakeup, &count)
            return
        }
        state.withLock { $0.sources[token]?.object }?.ready(Readiness(rawValue: events))
    }

    // MARK: - On an event loop

    /// Hands out what there is, and asks to be told of more.
    private func turn(_ signal: ReadinessSignal) {
        guard !state.withLock({ $0.isStopped }) else { return }
        deliver(within: 0)
        if !signal.arm(epoll), case .host(let host, _) = state.withLock({ $0.driver }) { host.detach() }
    }

    /// The event loop is gone, or cannot serve: a thread takes over, unless all is over.
    private func leave(_ signal: ReadinessSignal) {
        signal.destroy()
        let isStopped = state.withLock { state in
            state.driver = .thread
            return state.isStopped
        }
        if isStopped || !BlockingThread.run({ self.loop() }) { closeDescriptors() }
    }

    private func tickIfDue() {
        let now = ContinuousClock.Instant.now
        let due: [any ReactorSource] = state.withLock { state in
            guard let wakeTime = state.wakeTime, wakeTime <= now else { return [] }
            state.wakeTime = nil
            return state.sources.values.compactMap(\.object)
        }
        for source in due {
            if let next = source.tick(now: now) { arm(next) }
        }
    }
}
