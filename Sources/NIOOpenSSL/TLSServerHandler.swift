package import NIOCore

/// Speaks TLS on a server's connection: ciphertext below, plaintext above.
///
/// Fires `TLSEvent.handshakeCompleted` when application data may flow, `ChannelEvent.inputClosed` when the peer has sent
/// close_notify, and a `TLSError` before it closes a connection that went wrong. Writes that come before the handshake's
/// end wait for it. `close(mode: .output)` sends close_notify and goes on reading.
package final class TLSServerHandler: ChannelDuplexHandler {
    package typealias InboundIn = ByteBuffer
    package typealias InboundOut = ByteBuffer
    package typealias OutboundIn = ByteBuffer
    package typealias OutboundOut = ByteBuffer

    /// Above this much ciphertext in one flush, it is handed to the channel in pieces.
    private static let outgoingHighWater = 256 * 1024

    private let session: TLSSession
    private let handshakeTimeout: TimeAmount
    private let closeTimeout: TimeAmount
    private var lifecycle = TLSLifecycle()
    private var pendingWrites = MarkedCircularBuffer<PendingWrite>(initialCapacity: 8)
    private var packer: RecordPacker
    private var plaintext: ByteBuffer
    private var timer: Scheduled<Void>?
    private var closePromise: EventLoopPromise<Void>?
    private var isClosing = false
    /// Plaintext has gone up since the last end of a read.
    private var hasDelivered = false

    private struct PendingWrite {
        let plaintext: ByteBuffer
        let promise: EventLoopPromise<Void>?
    }

    /// Prepares one connection's TLS.
    ///
    /// - Parameters:
    ///   - context: The server's certificate and rules.
    ///   - handshakeTimeout: From the connection to the handshake's end.
    ///   - closeTimeout: How long a peer that does not read can delay a close.
    /// - Throws: `TLSError` if OpenSSL has no memory for a session.
    package init(
        context: TLSContext,
        handshakeTimeout: TimeAmount = .seconds(10),
        closeTimeout: TimeAmount = .seconds(5)
    ) throws(TLSError) {
        session = try TLSSession(context: context)
        self.handshakeTimeout = handshakeTimeout
        self.closeTimeout = closeTimeout
        let allocator = ByteBufferAllocator()
        packer = RecordPacker(allocator)
        plaintext = allocator.buffer(capacity: 0)
    }

    // MARK: Connection

    package func handlerAdded(context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        startHandshakeTimer(context)
    }

    package func channelActive(context: ChannelHandlerContext) {
        startHandshakeTimer(context)
        context.fireChannelActive()
    }

    package func channelInactive(context: ChannelHandlerContext) {
        _ = lifecycle.end()
        settle()
        context.fireChannelInactive()
    }

    package func handlerRemoved(context: ChannelHandlerContext) { settle() }

    /// Leaves no timer and no promise behind.
    private func settle() {
        stopTimer()
        failPendingWrites(ChannelError.ioOnClosedChannel)
        closePromise?.succeed()
        closePromise = nil
    }

    private func startHandshakeTimer(_ context: ChannelHandlerContext) {
        guard lifecycle.isHandshaking, timer == nil else { return }
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: handshakeTimeout) { [weak self] in
            guard let self, self.lifecycle.isHandshaking else { return }
            let seconds = Double(self.handshakeTimeout.nanoseconds) / 1e9
            self.fail(TLSError(.handshakeTimeout, "No TLS handshake within \(seconds) s."), context: context)
        }
    }

    private func stopTimer() {
        timer?.cancel()
        timer = nil
    }

    /// Sends the alert that OpenSSL made of the error, tells the layers above, and closes.
    private func fail(_ error: TLSError, context: ChannelHandlerContext) {
        guard lifecycle.end() else { return }
        stopTimer()
        sendOutgoing(context: context)
        failPendingWrites(error)
        context.fireErrorCaught(error)
        context.close(promise: nil)
    }

    private func failPendingWrites(_ error: any Error) {
        while let write = pendingWrites.popFirst() { write.promise?.fail(error) }
    }

    // MARK: Inbound

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard lifecycle.isHandshaking || lifecycle.canRead else { return }
        do throws(TLSError) {
            try session.receive(Self.unwrapInboundIn(data))
            if lifecycle.isHandshaking {
                try advanceHandshake(context: context)
            }
            if lifecycle.canRead {
                try readPlaintext(context: context)
            }
        } catch {
            fail(error, context: context)
        }
    }

    package func channelReadComplete(context: ChannelHandlerContext) {
        // Handshakes and partial records are no reads for the layers above.
        guard hasDelivered else { return }
        hasDelivered = false
        context.fireChannelReadComplete()
    }

    private func advanceHandshake(context: ChannelHandlerContext) throws(TLSError) {
        let isDone = try session.shakeHands()
        sendOutgoing(context: context)
        guard isDone else { return }
        lifecycle.handshakeFinished()
        stopTimer()
        context.fireUserInboundEventTriggered(session.agreement)
        encryptFlushedWrites(context: context)
    }

    private func readPlaintext(context: ChannelHandlerContext) throws(TLSError) {
        // Reuses the last read's memory if nobody above has kept it.
        plaintext.clear()
        let reading = try session.read(into: &plaintext)
        // Answers to key updates.
        sendOutgoing(context: context)
        if plaintext.readableBytes > 0 {
            hasDelivered = true
            context.fireChannelRead(Self.wrapInboundOut(plaintext))
        }
        if reading == .closed, lifecycle.peerFinished() {
            context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        }
    }

    // MARK: Outbound

    package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard lifecycle.isHandshaking || lifecycle.canWrite else {
            promise?.fail(TLSError(.closed, "The TLS connection's output is closed."))
            return
        }
        pendingWrites.append(PendingWrite(plaintext: Self.unwrapOutboundIn(data), promise: promise))
    }

    package func flush(context: ChannelHandlerContext) {
        pendingWrites.mark()
        if lifecycle.canWrite, pendingWrites.hasMark {
            encryptFlushedWrites(context: context)
        } else {
            context.flush()
        }
    }

    /// Encrypts all flushed writes and sends them in one write of ciphertext.
    private func encryptFlushedWrites(context: ChannelHandlerContext) {
        guard lifecycle.canWrite, pendingWrites.hasMark else { return }
        var sent: EventLoopPromise<Void>?
        do throws(TLSError) {
            let encrypt = { (record: ByteBuffer) throws(TLSError) in
                try self.session.write(record)
                guard self.session.outgoingByteCount >= Self.outgoingHighWater else { return }
                if let ciphertext = self.session.takeOutgoing(context.channel.allocator) {
                    context.write(Self.wrapOutboundOut(ciphertext), promise: nil)
                }
            }
            while pendingWrites.hasMark {
                let write = pendingWrites.removeFirst()
                if let promise = write.promise {
                    if let sent { sent.futureResult.cascade(to: promise) } else { sent = promise }
                }
                try packer.add(write.plaintext, encrypt: encrypt)
            }
            try packer.finish(encrypt: encrypt)
        } catch {
            sent?.fail(error)
            fail(error, context: context)
            return
        }
        let ciphertext = session.takeOutgoing(context.channel.allocator) ?? ByteBuffer()
        context.writeAndFlush(Self.wrapOutboundOut(ciphertext), promise: sent)
    }

    private func sendOutgoing(context: ChannelHandlerContext, promise: EventLoopPromise<Void>? = nil) {
        if let ciphertext = session.takeOutgoing(context.channel.allocator) {
            context.writeAndFlush(Self.wrapOutboundOut(ciphertext), promise: promise)
        } else {
            promise?.succeed()
        }
    }

    // MARK: Close

    package func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        switch mode {
        case .input: context.close(mode: .input, promise: promise)
        case .output:
            if lifecycle.finishOutput() {
                session.sendCloseNotify()
                failPendingWrites(TLSError(.closed, "The TLS connection's output is closed."))
                sendOutgoing(context: context)
            }
            context.close(mode: .output, promise: promise)
        case .all: closeAll(context: context, promise: promise)
        }
    }

    /// Lets what was flushed and a close_notify reach the peer, then closes.
    private func closeAll(context: ChannelHandlerContext, promise: EventLoopPromise<Void>?) {
        if isClosing, let promise, let closePromise {
            closePromise.futureResult.cascade(to: promise)
            return
        }
        guard !isClosing, lifecycle.canWrite || lifecycle.state == .outputClosed else {
            isClosing = true
            context.close(promise: promise)
            return
        }
        isClosing = true
        stopTimer()
        let isOutputOpen = lifecycle.finishOutput()
        _ = lifecycle.end()
        failPendingWrites(ChannelError.ioOnClosedChannel)
        guard isOutputOpen else {
            context.close(promise: promise)
            return
        }
        closePromise = promise ?? context.eventLoop.makePromise()
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: closeTimeout) { context.close(promise: nil) }
        let isSent = context.eventLoop.makePromise(of: Void.self)
        isSent.futureResult.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
        session.sendCloseNotify()
        sendOutgoing(context: context, promise: isSent)
    }
}
