package import NIOCore
import NIOPosix
import Synchronization

/// The threads that serve connections, an event loop each.
///
/// A request is answered on the loop of its connection, from its first byte to its last, so that no thread waits for another.
package final class EventLoops: Sendable {
    package let loops: [any EventLoop]
    let group: MultiThreadedEventLoopGroup
    private let lanes: [Lane]

    /// Starts the threads; unless told, one per core, eight at most: each has database connections of its own.
    package init(threads: Int? = nil) {
        group = MultiThreadedEventLoopGroup(numberOfThreads: threads ?? min(System.coreCount, 8))
        loops = Array(group.makeIterator())
        lanes = loops.enumerated().map { Lane(index: $0, executor: EventLoopExecutor($1)) }
    }

    /// The lane of a connection's event loop.
    func lane(of eventLoop: any EventLoop) -> Lane {
        guard let lane = lanes.first(where: { $0.executor.eventLoop === eventLoop }) else {
            preconditionFailure("a connection is served by one of the server's event loops")
        }
        return lane
    }

    /// Ends the loops with every connection that is still open.
    ///
    /// What has been asked and not answered goes on elsewhere.
    package func shutdown() async throws {
        for lane in lanes { lane.executor.retire() }
        try await group.shutdownGracefully()
    }
}

/// An event loop as requests see it.
struct Lane: Sendable {
    /// `RequestOrigin.lane`.
    let index: Int
    let executor: EventLoopExecutor
}

/// Runs tasks on an event loop.
final class EventLoopExecutor: TaskExecutor {
    let eventLoop: any EventLoop
    private let isRetired = Mutex(false)

    init(_ eventLoop: any EventLoop) { self.eventLoop = eventLoop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        if eventLoop.inEventLoop {
            eventLoop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
            return
        }
        let isRetired = isRetired.withLock { isRetired in
            if !isRetired { eventLoop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) } }
            return isRetired
        }
        if isRetired { globalConcurrentExecutor.enqueue(job) }
    }

    /// From now on, tasks run elsewhere: the loop is about to end.
    func retire() { isRetired.withLock { $0 = true } }
}
