import NIOCore

/// Bodies that are handed on as they come, and answers that are sent in pieces.
extension ConnectionHandler {
    func openStream(_ target: StreamTarget, _ request: IncomingRequest, _ context: ChannelHandlerContext) {
        guard let envelope = exchange.envelope else { return }
        let eventLoop = context.eventLoop
        let connection = RemoteConnection(self, on: eventLoop)
        let body = StreamBody(maxByteCount: target.maxBodyBytes) { connection.run { $0.bodyIsWanted() } }
        stream = ConnectionStream(
            body: body,
            deadline: eventLoop.now + timeouts.stream,
            awaitsInvitation: request.expectsContinue
        )
        timer?.clear()
        let origin = origin(of: request, envelope, context)
        task = Task.immediate(executorPreference: lane?.executor) { [caller] in
            let sending = await caller.stream(target, body: body, from: origin)
            await connection.send(sending)
            caller.ended(sending)
        }
    }

    /// A piece of the body has come.
    func pass(_ piece: ByteBuffer) {
        timer?.clear()
        guard let stream, !stream.body.push(piece) else { return }
        let refusal = Refusal.payloadTooLarge(limit: stream.body.maxByteCount)
        perform(exchange.receiveMalformed(refusal, requestID: ""))
    }

    /// The endpoint waits for more of the body, or has made room for it: its time runs, and the client may send.
    private func bodyIsWanted() {
        guard let stream, let context, exchange.isStreaming else { return }
        if stream.awaitsInvitation {
            stream.awaitsInvitation = false
            perform(.inviteBody)
        }
        timer?.set(min(timeouts.stall, max(stream.deadline - context.eventLoop.now, .milliseconds(1))))
        gate.resume()
    }

    // MARK: Answers in pieces

    fileprivate func beginSending(_ answer: HTTPAnswer, _ continuation: CheckedContinuation<Void, any Error>) {
        guard let context, stream != nil, exchange.isResponding, let envelope = exchange.envelope else {
            return continuation.resume(throwing: StreamBody.Failure.broken)
        }
        let frame = frame(envelope, isKept: envelope.isKeptAlive)
        context.write(Self.wrapOutboundOut(answer.framed(frame, allocator: context.channel.allocator)), promise: nil)
        log(answer, envelope)
        timer?.set(timeouts.stream)
        continuation.resume()
    }

    fileprivate func send(_ piece: [UInt8], _ continuation: CheckedContinuation<Void, any Error>) {
        guard let context, let stream else { return continuation.resume(throwing: StreamBody.Failure.broken) }
        stream.wait(continuation)
        context.writeAndFlush(Self.wrapOutboundOut(ByteBuffer(bytes: piece)), promise: nil)
        if context.channel.isWritable { stream.resumeWriter() }
    }

    /// The answer is written; one that is not whole can only be cut off.
    fileprivate func endSending(isWhole: Bool) {
        guard let context, stream != nil, exchange.isResponding else { return }
        guard isWhole else { return perform(.close) }
        stream = nil
        task = nil
        if exchange.answered() {
            timer?.set(timeouts.idle)
            context.flush()
            receiveWaiting()
        } else {
            timer?.clear()
            writeLast(ByteBuffer(), context)
        }
    }
}

/// A connection's handler as tasks see it, which may run elsewhere.
private struct RemoteConnection: Sendable {
    private let handler: NIOLoopBound<ConnectionHandler>
    private let eventLoop: any EventLoop

    init(_ handler: ConnectionHandler, on eventLoop: any EventLoop) {
        self.handler = NIOLoopBound(handler, eventLoop: eventLoop)
        self.eventLoop = eventLoop
    }

    /// Runs a block on the connection's event loop.
    func run(_ block: @escaping @Sendable (ConnectionHandler) -> Void) {
        if eventLoop.inEventLoop {
            block(handler.value)
        } else {
            eventLoop.execute { block(handler.value) }
        }
    }

    /// Sends an answer whole, or its head and then its body in pieces.
    func send(_ sending: StreamSending) async {
        // The connection is gone, and its event loop may be too.
        guard !Task.isCancelled else { return }
        let answer = sending.answer
        guard let next = sending.next else { return run { $0.finish(answer) } }
        do {
            try await perform { $0.beginSending(answer, $1) }
            var left = answer.byteCount
            while let piece = try await next() {
                left -= piece.count
                guard left >= 0, !Task.isCancelled else { throw StreamBody.Failure.broken }
                try await perform { $0.send(piece, $1) }
            }
            guard left == 0 else { throw StreamBody.Failure.broken }
            run { $0.endSending(isWhole: true) }
        } catch {
            guard !Task.isCancelled else { return }
            run { $0.endSending(isWhole: false) }
        }
    }

    private func perform(
        _ step: @escaping @Sendable (ConnectionHandler, CheckedContinuation<Void, any Error>) -> Void
    ) async throws {
        try await withCheckedThrowingContinuation { continuation in run { step($0, continuation) } }
    }
}
