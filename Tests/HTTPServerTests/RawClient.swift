import NIOCore
import NIOOpenSSL
import NIOPosix
import NIOSSL
import NIOTLS

/// A TLS client that writes what it is told and reads only when it is told.
struct RawClient {
    let channel: any Channel

    /// Connects and shakes hands, then stops reading.
    ///
    /// Its system keeps as little as it can of what is not read.
    static func connect(port: Int) async throws -> RawClient {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.trustRoots = .file(try TestCertificate.shared.get().certificate.caCertificate)
        let context = try NIOSSLContext(configuration: configuration)
        let reader = Reader()
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.socketOption(.so_rcvbuf), value: 4096)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(NIOSSLClientHandler(context: context, serverHostname: "localhost"))
                    try pipeline.addHandler(reader.handler())
                }
            }
            .connect(host: "127.0.0.1", port: port)
            .get()
        var isReady = reader.ready.makeAsyncIterator()
        _ = await isReady.next()
        try await channel.setOption(.autoRead, value: false).get()
        return RawClient(channel: channel)
    }

    func send(_ text: String) { channel.writeAndFlush(ByteBuffer(string: text), promise: nil) }

    /// Waits until the connection has ended.
    func ended() async { try? await channel.closeFuture.get() }

    /// Tells when the handshake is done.
    private struct Reader {
        let ready: AsyncStream<Void>
        private let done: AsyncStream<Void>.Continuation

        init() { (ready, done) = AsyncStream.makeStream() }

        func handler() -> some ChannelInboundHandler { Handler(done: done) }

        private final class Handler: ChannelInboundHandler {
            typealias InboundIn = ByteBuffer
            private let done: AsyncStream<Void>.Continuation

            init(done: AsyncStream<Void>.Continuation) { self.done = done }

            func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
                if case TLSUserEvent.handshakeCompleted = event { done.yield() }
                context.fireUserInboundEventTriggered(event)
            }

            func channelRead(context: ChannelHandlerContext, data: NIOAny) {}

            func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

            func channelInactive(context: ChannelHandlerContext) { done.finish() }
        }
    }
}
