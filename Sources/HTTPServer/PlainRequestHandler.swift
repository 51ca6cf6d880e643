import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Answers a client that speaks HTTP where TLS is spoken, in the words that it understands.
///
/// The first byte decides: a TLS handshake begins with 0x16, a request with a letter. What is no request is left to TLS,
/// and this handler with it.
final class PlainRequestHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let lingerTimeout: TimeAmount
    private var isAnswered = false
    private var end: Scheduled<Void>?

    init(lingerTimeout: TimeAmount) { self.lingerTimeout = lingerTimeout }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // The rest of the request is read and dropped, so that the answer is not taken from the client.
        guard !isAnswered else { return }
        let bytes = Self.unwrapInboundIn(data)
        guard let first = bytes.readableBytesView.first else { return }
        guard UInt8(ascii: "A")...UInt8(ascii: "Z") ~= first else {
            context.fireChannelRead(data)
            context.pipeline.syncOperations.removeHandler(self, promise: nil)
            return
        }
        isAnswered = true
        answer(isHead: bytes.readableBytesView.starts(with: "HEAD ".utf8), context)
    }

    func channelReadComplete(context: ChannelHandlerContext) { if !isAnswered { context.fireChannelReadComplete() } }

    func channelInactive(context: ChannelHandlerContext) {
        end?.cancel()
        context.fireChannelInactive()
    }

    private func answer(isHead: Bool, _ context: ChannelHandlerContext) {
        var requestIDs = RequestIDs()
        var date = HTTPDate()
        let frame = HTTPAnswer.Frame(
            requestID: requestIDs.accepted(nil),
            date: date.text(at: Int64(time(nil))),
            connection: "close",
            isHead: isHead
        )
        let bytes = HTTPAnswer(.plainHTTP).framed(frame, allocator: context.channel.allocator)
        context.writeAndFlush(Self.wrapOutboundOut(bytes), promise: nil)
        context.close(mode: .output, promise: nil)
        end = context.eventLoop.assumeIsolated().scheduleTask(in: lingerTimeout) { context.close(promise: nil) }
    }
}
