import NIOCore

/// Lets a connection's bytes to the parser in small pieces, no faster than its requests are answered and read.
///
/// What arrives meanwhile waits as bytes; when too many wait, nothing more is read, and the client waits, too.
final class RequestGate: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// One piece: the requests in it are parsed together, and the second waits for the first's answer.
    static let pieceByteCount = 8 * 1024
    /// With this much waiting, nothing more is read.
    static let waitingByteCount = 16 * 1024

    /// Who takes the requests; nil once it is gone.
    var connection: ConnectionHandler?
    private var context: ChannelHandlerContext?
    private var waiting = ByteBuffer()
    /// The peer has stopped sending, after all that waits here.
    private var isInputClosed = false
    private var isReadHeldBack = false
    private var isFeeding = false
    private var isShut = false

    /// How long the piece is that is being parsed.
    private(set) var currentPieceByteCount = 0

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) {
        shut()
        self.context = nil
        connection = nil
    }

    func channelInactive(context: ChannelHandlerContext) {
        shut()
        context.fireChannelInactive()
    }

    /// From now on, what arrives is read and dropped.
    func shut() {
        isShut = true
        waiting = ByteBuffer()
        isInputClosed = false
    }

    // MARK: Inbound

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isShut else { return }
        let bytes = Self.unwrapInboundIn(data)
        if waiting.readableBytes == 0 { waiting = bytes } else { waiting.writeImmutableBuffer(bytes) }
        feed(context)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed = event, waiting.readableBytes > 0 {
            isInputClosed = true
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }

    /// Goes on with what waits, now that there is room.
    func resume() {
        guard let context, !isFeeding else { return }
        guard waiting.readableBytes > 0 else { return readAgain(context) }
        feed(context)
        context.fireChannelReadComplete()
    }

    private func feed(_ context: ChannelHandlerContext) {
        guard !isFeeding else { return }
        isFeeding = true
        defer { isFeeding = false }
        while let connection, waiting.readableBytes > 0, connection.hasRoom {
            let count = min(Self.pieceByteCount, waiting.readableBytes)
            guard let piece = waiting.readSlice(length: count) else { break }
            // Gives the memory back before it is asked for again.
            if waiting.readableBytes == 0 { waiting = ByteBuffer() }
            currentPieceByteCount = count
            context.fireChannelRead(Self.wrapInboundOut(piece))
            connection.finishPiece(count)
        }
        guard waiting.readableBytes == 0 else { return }
        if isInputClosed {
            isInputClosed = false
            context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        }
        readAgain(context)
    }

    // MARK: Reads

    func read(context: ChannelHandlerContext) {
        if isShut || waiting.readableBytes < Self.waitingByteCount { context.read() } else { isReadHeldBack = true }
    }

    private func readAgain(_ context: ChannelHandlerContext) {
        guard isReadHeldBack else { return }
        isReadHeldBack = false
        context.read()
    }
}
