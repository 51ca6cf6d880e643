package import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Speaks TLS on a server's connection: ciphertext below, plaintext above.
///
/// Fires `TLSEvent.handshakeCompleted` when application data may flow, `ChannelEvent.inputClosed` when the peer has sent
/// close_notify, and a `TLSError` before it closes a connection that went wrong. Writes that come before the handshake's
/// end wait for it. `close(mode: .output)` sends close_notify and goes on reading.
///
/// What is written is encrypted as the channel takes it: while the channel is not writable, plaintext waits here as it
/// is, and nothing is read. A peer that takes nothing for too long is cut off, and its memory freed.
package final class TLSServerHandler: ChannelDuplexHandler {
    package typealias InboundIn = ByteBuffer
    package typealias InboundOut = ByteBuffer
    package typealias OutboundIn = ByteBuffer
    package typealias OutboundOut = ByteBuffer

    /// This much plaintext at most is encrypted before the channel is asked again whether it takes more.
    private static let pieceByteCount = 64 * 1024

    private let session: TLSSession
    private let handshakeTimeout: TimeAmount
    private let closeTimeout: TimeAmount
    private let stallTimeout: TimeAmount
    private var lifecycle = TLSLifecycle()
    private var pendingWrites = MarkedCircularBuffer<PendingWrite>(initialCapacity: 8)
    private var packer: RecordPacker
    private var plaintext: ByteBuffer
    private var timer: Scheduled<Void>?
    private var closePromise: EventLoopPromise<Void>?
    private var isClosing = false
    /// What is due when all that was flushed is encrypted: a close.
    private var afterFlush: (() -> Void)?
    /// A read was held back, because the peer does not read.
    private var isReadHeldBack = false
    /// Ciphertext handed to the channel.
    private var writtenByteCount = 0
    private var progress: SendProgress?
    private var watch: Scheduled<Void>?
    /// Plaintext has gone up since the last end of a read.
    private var hasDelivered = false

    private struct PendingWrite {
        var plaintext: ByteBuffer
        let promise: EventLoopPromise<Void>?
    }

    /// Prepares one connection's TLS.
    ///
    /// - Parameters:
    ///   - context: The server's certificate and rules.
    ///   - handshakeTimeout: From the connection to the handshake's end.
    ///   - closeTimeout: How long a peer that does not read can delay a close.
    ///   - stallTimeout: How long a peer may take nothing of what is sent to it.
    /// - Throws: `TLSError` if OpenSSL has no memory for a session.
    package init(
        context: TLSContext,
        handshakeTimeout: TimeAmount = .seconds(10),
        closeTimeout: TimeAmount = .seconds(5),
        stallTimeout: TimeAmount = .seconds(30)
    ) throws(TLSError) {
        session = try TLSSession(context: context)
        self.handshakeTimeout = handshakeTimeout
        self.closeTimeout = closeTimeout
        self.stallTimeout = stallTimeout
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
        watch?.cancel()
        watch = nil
        afterFlush = nil
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

    /// Ends the connection of a peer that takes nothing; what the system still keeps for it is thrown away, too.
    private func cutOff(_ context: ChannelHandlerContext) {
        if let socket = context.channel as? any SocketOptionProvider {
            _ = socket.setSoLinger(linger(l_onoff: 1, l_linger: 0))
        }
        let seconds = Double(stallTimeout.nanoseconds) / 1e9
        fail(TLSError(.peerStalled, "The peer has read nothing for \(seconds) s."), context: context)
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

    /// Whoever does not read is not listened to.
    package func read(context: ChannelHandlerContext) {
        if context.channel.isWritable { context.read() } else { isReadHeldBack = true }
    }

    package func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable {
            encryptFlushedWrites(context: context)
            if isReadHeldBack, context.channel.isWritable {
                isReadHeldBack = false
                context.read()
            }
        }
        context.fireChannelWritabilityChanged()
    }

    // MARK: Outbound

    package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard lifecycle.isHandshaking || lifecycle.canWrite, !isClosing else {
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

    /// Encrypts and sends what was flushed, as long as the channel takes it.
    private func encryptFlushedWrites(context: ChannelHandlerContext) {
        while lifecycle.canWrite, pendingWrites.hasMark, context.channel.isWritable { encryptPiece(context: context) }
        guard !pendingWrites.hasMark, let due = afterFlush else { return }
        afterFlush = nil
        due()
    }

    /// Encrypts one piece of what was flushed and sends it in one write of ciphertext.
    private func encryptPiece(context: ChannelHandlerContext) {
        var sent: EventLoopPromise<Void>?
        var room = Self.pieceByteCount
        do throws(TLSError) {
            let encrypt = { (record: ByteBuffer) throws(TLSError) in try self.session.write(record) }
            while room > 0, pendingWrites.hasMark, let write = pendingWrites.first {
                if write.plaintext.readableBytes <= room {
                    _ = pendingWrites.removeFirst()
                    if let promise = write.promise {
                        if let sent { sent.futureResult.cascade(to: promise) } else { sent = promise }
                    }
                    room -= write.plaintext.readableBytes
                    try packer.add(write.plaintext, encrypt: encrypt)
                } else {
                    let piece = pendingWrites[pendingWrites.startIndex].plaintext.readSlice(length: room)
                    room = 0
                    if let piece { try packer.add(piece, encrypt: encrypt) }
                }
            }
            try packer.finish(encrypt: encrypt)
        } catch {
            sent?.fail(error)
            fail(error, context: context)
            return
        }
        send(session.takeOutgoing(context.channel.allocator) ?? ByteBuffer(), context: context, promise: sent)
    }

    private func sendOutgoing(context: ChannelHandlerContext, promise: EventLoopPromise<Void>? = nil) {
        if let ciphertext = session.takeOutgoing(context.channel.allocator) {
            send(ciphertext, context: context, promise: promise)
        } else {
            promise?.succeed()
        }
    }

    private func send(_ ciphertext: ByteBuffer, context: ChannelHandlerContext, promise: EventLoopPromise<Void>?) {
        writtenByteCount += ciphertext.readableBytes
        context.writeAndFlush(Self.wrapOutboundOut(ciphertext), promise: promise)
        if watch == nil, lifecycle.state != .closed { startWatch(context) }
    }

    // MARK: Progress

    /// Looks from time to time whether the peer takes what is sent, until it has taken all.
    private func startWatch(_ context: ChannelHandlerContext) {
        progress = SendProgress(
            written: writtenByteCount,
            waiting: waitingByteCount(context),
            at: context.eventLoop.now
        )
        scheduleLook(context)
    }

    private func scheduleLook(_ context: ChannelHandlerContext) {
        let interval = TimeAmount.nanoseconds(max(1, stallTimeout.nanoseconds / 6))
        watch = context.eventLoop.assumeIsolated().scheduleTask(in: interval) { [weak self] () -> Void in
            self?.look(context)
        }
    }

    private func look(_ context: ChannelHandlerContext) {
        watch = nil
        let verdict = progress?.look(
            written: writtenByteCount,
            waiting: waitingByteCount(context),
            at: context.eventLoop.now,
            patience: stallTimeout
        )
        switch verdict {
        case .done, nil: break
        case .moving: scheduleLook(context)
        case .stalled: cutOff(context)
        }
    }

    /// Ciphertext that the channel has and the system has not taken yet.
    private func waitingByteCount(_ context: ChannelHandlerContext) -> Int {
        (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    }

    // MARK: Close

    package func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        switch mode {
        case .input: context.close(mode: .input, promise: promise)
        case .output:
            afterWrites { [self] in closeOutput(context: context, promise: promise) }
        case .all: closeAll(context: context, promise: promise)
        }
    }

    /// Does it now, or once all that was flushed is encrypted.
    private func afterWrites(_ action: @escaping () -> Void) {
        if lifecycle.canWrite, pendingWrites.hasMark { afterFlush = action } else { action() }
    }

    private func closeOutput(context: ChannelHandlerContext, promise: EventLoopPromise<Void>?) {
        if lifecycle.finishOutput() {
            session.sendCloseNotify()
            failPendingWrites(TLSError(.closed, "The TLS connection's output is closed."))
            sendOutgoing(context: context)
        }
        context.close(mode: .output, promise: promise)
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
        guard lifecycle.canWrite else {
            _ = lifecycle.end()
            failPendingWrites(ChannelError.ioOnClosedChannel)
            context.close(promise: promise)
            return
        }
        closePromise = promise ?? context.eventLoop.makePromise()
        limitClose(context, sent: writtenByteCount - waitingByteCount(context))
        afterWrites { [self] in sayGoodbye(context: context) }
    }

    private func sayGoodbye(context: ChannelHandlerContext) {
        _ = lifecycle.end()
        failPendingWrites(ChannelError.ioOnClosedChannel)
        let isSent = context.eventLoop.makePromise(of: Void.self)
        isSent.futureResult.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
        session.sendCloseNotify()
        sendOutgoing(context: context, promise: isSent)
    }

    /// Closes in any case when the peer has taken nothing for `closeTimeout`.
    private func limitClose(_ context: ChannelHandlerContext, sent: Int) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: closeTimeout) { [weak self] () -> Void in
            guard let self else { return }
            let sentNow = self.writtenByteCount - self.waitingByteCount(context)
            if sentNow == sent || self.waitingByteCount(context) == 0 {
                context.close(promise: nil)
            } else {
                self.limitClose(context, sent: sentNow)
            }
        }
    }
}
