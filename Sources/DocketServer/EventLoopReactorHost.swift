import NIOCore
import NIOPosix
import Postgres
import Synchronization

/// Lets a database's reactor live on one of the server's event loops.
final class EventLoopReactorHost: ReactorHost {
    private let eventLoop: any EventLoop
    private let channel = Mutex<EventLoopFuture<any Channel>?>(nil)

    init(_ eventLoop: any EventLoop) { self.eventLoop = eventLoop }

    func attach(
        signal: Int32,
        onSignal: @escaping @Sendable () -> Void,
        onEnd: @escaping @Sendable () -> Void
    ) {
        let future = NIOPipeBootstrap(group: eventLoop)
            // An eventfd has eight bytes, and has them at once.
            .channelOption(.maxMessagesPerRead, value: 1)
            .channelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 8))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(SignalHandler(onSignal: onSignal, onEnd: onEnd))
                }
            }
            .takingOwnershipOfDescriptor(input: signal)
        future.whenFailure { _ in onEnd() }
        channel.withLock { $0 = future }
    }

    func detach() { channel.withLock { $0 }?.whenSuccess { $0.close(promise: nil) } }

    func schedule(at time: ContinuousClock.Instant, _ body: @escaping @Sendable () -> Void) {
        let wait = time - .now
        let nanoseconds = wait.components.seconds * 1_000_000_000 + wait.components.attoseconds / 1_000_000_000
        eventLoop.scheduleTask(in: .nanoseconds(max(0, nanoseconds)), body)
    }
}

/// Calls whenever the eventfd could be read.
private final class SignalHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let onSignal: @Sendable () -> Void
    private var onEnd: (@Sendable () -> Void)?

    init(onSignal: @escaping @Sendable () -> Void, onEnd: @escaping @Sendable () -> Void) {
        self.onSignal = onSignal
        self.onEnd = onEnd
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { onSignal() }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelInactive(context: ChannelHandlerContext) {
        onEnd?()
        onEnd = nil
        context.fireChannelInactive()
    }
}
