import GraphQLExecution
import Logging
import NIOCore
import NIOHTTP1
import NIOOpenSSL

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Serves one connection: collects each request, has it answered in a task, writes the answer as one flush.
final class ConnectionHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// The times a connection may take for what it is doing.
    struct Timeouts {
        let idle: TimeAmount
        let request: TimeAmount
        let linger: TimeAmount
        /// For a streamed body: between two pieces, and from its first to its last.
        let stall: TimeAmount
        let stream: TimeAmount
    }

    let caller: EndpointCaller
    /// Where requests are answered: on the connection's own event loop; nil for any thread.
    let lane: Lane?
    let timeouts: Timeouts
    let gate: RequestGate
    private let budget: BodyBudget
    private let limits: HeaderLimits
    private let logger: Logger
    var exchange: RequestExchange
    private var meter: MessageMeter
    /// What the current body has taken of the budget.
    private var takenByteCount = 0
    private var hasBodyPiece = false
    private var waiting = PipelinedParts()
    private var isReceivingWaiting = false
    private var requestIDs = RequestIDs()
    private var date = HTTPDate()
    var context: ChannelHandlerContext?
    var timer: ConnectionTimer?
    var task: Task<Void, Never>?
    /// The body that is being handed on, or the answer that is being streamed.
    var stream: ConnectionStream?
    private var remoteAddress: String?
    private var startTime = NIODeadline.uptimeNanoseconds(0)
    /// Bytes of the next request have come, but not yet its whole head.
    private var hasPartialHead = false
    /// A part of a request came in the current read.
    private var hasReadPart = false

    init(
        caller: EndpointCaller,
        lane: Lane?,
        gate: RequestGate,
        budget: BodyBudget,
        reader: RequestHeadReader,
        timeouts: Timeouts,
        logger: Logger
    ) {
        self.caller = caller
        self.lane = lane
        self.timeouts = timeouts
        self.gate = gate
        self.budget = budget
        limits = reader.headerLimits
        self.logger = logger
        exchange = RequestExchange(reader)
        meter = MessageMeter(maxHeaderBytes: reader.headerLimits.byteCount)
    }

    // MARK: Connection

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        gate.connection = self
        let timer = ConnectionTimer(context.eventLoop) { [unowned self] in expire() }
        timer.set(timeouts.idle)
        self.timer = timer
    }

    func handlerRemoved(context: ChannelHandlerContext) { abandon() }

    func channelInactive(context: ChannelHandlerContext) {
        abandon()
        context.fireChannelInactive()
    }

    /// Nobody waits for an answer any more: cancels the request that is being answered.
    private func abandon() {
        exchange.abandon()
        waiting.removeAll()
        endBody()
        timer?.stop()
        endTask()
        context = nil
        gate.connection = nil
    }

    /// Nobody wants the answer that a task is working on.
    private func endTask() {
        stream?.fail()
        stream = nil
        task?.cancel()
        task = nil
    }

    /// The time for the current step is over.
    ///
    /// A client that is still reading its answers is not idle; TLS cuts off one that has stopped to.
    private func expire() {
        if exchange.isIdle, !hasPartialHead, hasUnsentBytes {
            timer?.set(timeouts.idle)
        } else {
            perform(exchange.expire())
        }
    }

    private var hasUnsentBytes: Bool {
        guard let context else { return false }
        return (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0 > 0
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed = event {
            waiting.isInputClosed = true
            if exchange.isResponding, waiting.isEmpty {
                // The answer says that it is the last.
                waiting.isInputClosed = false
                perform(exchange.receiveInputClosed())
            } else {
                receiveWaiting()
            }
        } else if event is ChannelShouldQuiesceEvent {
            waiting.removeAll()
            perform(exchange.receiveQuiescing())
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError else {
            logger.debug("Connection failed", metadata: ["error": "\(error)"])
            exchange.abandon()
            context.close(promise: nil)
            return
        }
        waiting.malformed = error == .headerOverflow ? overflow : .badRequest("The request is not valid HTTP/1.1.")
        gate.shut()
        receiveWaiting()
    }

    /// The parser does not say which of its limits was passed.
    private var overflow: Refusal {
        meter.isHeadShort(gate.currentPieceByteCount)
            ? .tooManyHeaders(limit: limits.count) : .headersTooLarge(limit: limits.byteCount)
    }

    // MARK: Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = Self.unwrapInboundIn(data)
        hasReadPart = true
        var isBegin = false
        switch part {
        case .head:
            meter.countHead()
            isBegin = true
        case .body(let piece): meter.countBody(piece.readableBytes)
        case .end: meter.countEnd()
        }
        if exchange.isResponding || !waiting.isEmpty || isBegin && !isReadByClient {
            waiting.append(part)
        } else {
            receive(part)
        }
    }

    /// Whether another request may begin: the last one is answered, and the client reads its answers.
    ///
    /// Of a body that is handed on, whether more of it is wanted.
    var hasRoom: Bool { !exchange.isResponding && waiting.isEmpty && isReadByClient && stream?.isFull != true }

    private var isReadByClient: Bool { context?.channel.isWritable ?? false }

    /// A piece of input has gone through the parser.
    func finishPiece(_ byteCount: Int) {
        guard let refusal = meter.finishPiece(byteCount), waiting.malformed == nil else { return }
        waiting.malformed = refusal
        gate.shut()
        receiveWaiting()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable {
            stream?.resumeWriter()
            receiveWaiting()
        }
        context.fireChannelWritabilityChanged()
    }

    /// Goes on with what has arrived while an answer was on its way, or was not read.
    ///
    /// An answer that is there at once comes back here; the outer call goes on, so that thousands do not nest.
    func receiveWaiting() {
        guard !isReceivingWaiting else { return }
        isReceivingWaiting = true
        defer { isReceivingWaiting = false }
        repeat {
            while !exchange.isResponding, isReadByClient, let part = waiting.popFirst() { receive(part) }
            guard !exchange.isResponding, isReadByClient else { return }
            if let refusal = waiting.malformed {
                waiting.malformed = nil
                perform(exchange.receiveMalformed(refusal, requestID: requestIDs.accepted(nil)))
            } else if waiting.isInputClosed {
                waiting.isInputClosed = false
                perform(exchange.receiveInputClosed())
            } else {
                gate.resume()
            }
        } while waiting.hasMore
    }

    private func receive(_ part: HTTPServerRequestPart) {
        switch part {
        case .head(let head):
            startTime = .now()
            if !hasPartialHead { timer?.set(timeouts.request) }
            hasPartialHead = false
            let facts = HeadFacts(head)
            perform(exchange.receive(head, facts, requestID: requestIDs.accepted(facts.requestID)))
        case .body(let piece): receive(piece)
        case .end: perform(exchange.receiveEnd())
        }
    }

    private func receive(_ piece: ByteBuffer) {
        if hasBodyPiece, exchange.isCollecting {
            guard budget.take(piece.readableBytes) else {
                return perform(exchange.receiveMalformed(.busy, requestID: requestIDs.accepted(nil)))
            }
            takenByteCount += piece.readableBytes
        }
        hasBodyPiece = true
        perform(exchange.receive(piece))
    }

    private func endBody() {
        hasBodyPiece = false
        guard takenByteCount > 0 else { return }
        budget.give(takenByteCount)
        takenByteCount = 0
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        // Something came, but no head: its time runs from now, however slowly the rest follows.
        if exchange.isIdle, !hasPartialHead, !hasReadPart {
            hasPartialHead = true
            timer?.set(timeouts.request)
        }
        hasReadPart = false
        context.fireChannelReadComplete()
    }

    func perform(_ action: RequestExchange.Action) {
        guard let context else { return }
        switch action {
        case .wait: break
        case .inviteBody:
            context.writeAndFlush(
                Self.wrapOutboundOut(ByteBuffer(staticString: "HTTP/1.1 100 Continue\r\n\r\n")),
                promise: nil
            )
        case .serve(let request, let body):
            if case .stream(let target) = request.operation {
                openStream(target, request, context)
                stream?.body.finish()
            } else {
                serve(request, body, context)
            }
        case .open(let request):
            if case .stream(let target) = request.operation { openStream(target, request, context) }
        case .pass(let piece): pass(piece)
        case .passEnd:
            timer?.clear()
            stream?.body.finish()
        case .refuse(let refusal):
            endTask()
            write(HTTPAnswer(refusal), context)
        case .close:
            exchange.abandon()
            endTask()
            gate.shut()
            context.close(promise: nil)
        }
    }

    private func serve(_ request: IncomingRequest, _ body: ByteBuffer, _ context: ChannelHandlerContext) {
        guard let envelope = exchange.envelope else { return }
        // The answer takes as long as it takes; the endpoint has its own limits.
        timer?.clear()
        let origin = origin(of: request, envelope, context)
        let loopBound = NIOLoopBound(self, eventLoop: context.eventLoop)
        task = Task.immediate(executorPreference: lane?.executor) { [caller, eventLoop = context.eventLoop] in
            let answer = await caller.answer(request, body: body, from: origin)
            // The connection is gone, and its event loop may be too.
            guard !Task.isCancelled else { return }
            if eventLoop.inEventLoop {
                loopBound.value.finish(answer)
            } else {
                eventLoop.execute { loopBound.value.finish(answer) }
            }
        }
    }

    func origin(
        of request: IncomingRequest,
        _ envelope: RequestExchange.Envelope,
        _ context: ChannelHandlerContext
    ) -> RequestOrigin {
        RequestOrigin(
            requestID: envelope.requestID,
            bearerToken: request.bearerToken,
            remoteAddress: address(context),
            allowsMutation: envelope.method == .POST,
            lane: lane?.index ?? 0
        )
    }

    private func address(_ context: ChannelHandlerContext) -> String {
        if let remoteAddress { return remoteAddress }
        let address = PeerAddress.text(context.remoteAddress)
        remoteAddress = address
        return address
    }

    // MARK: Answers

    func finish(_ answer: HTTPAnswer) {
        guard let context, exchange.isResponding || exchange.isStreaming else { return }
        task = nil
        stream = nil
        write(answer, context)
        receiveWaiting()
    }

    private func write(_ answer: HTTPAnswer, _ context: ChannelHandlerContext) {
        guard let envelope = exchange.envelope else { return }
        let isKept = exchange.answered()
        endBody()
        let frame = frame(envelope, isKept: isKept)
        // The last answer takes as long as the client reads it.
        if isKept { timer?.set(timeouts.idle) } else { timer?.clear() }
        var bytes = answer.framed(frame, allocator: context.channel.allocator)
        log(answer, envelope)
        if !frame.isHead, let shared = answer.sharedBody {
            context.write(Self.wrapOutboundOut(bytes), promise: nil)
            bytes = shared
        }
        if isKept {
            context.writeAndFlush(Self.wrapOutboundOut(bytes), promise: nil)
        } else {
            writeLast(bytes, context)
        }
    }

    func frame(_ envelope: RequestExchange.Envelope, isKept: Bool) -> HTTPAnswer.Frame {
        HTTPAnswer.Frame(
            requestID: envelope.requestID,
            date: date.text(at: Int64(time(nil))),
            connection: isKept ? (envelope.isHTTP10 ? "keep-alive" : nil) : "close",
            isHead: envelope.method == .HEAD
        )
    }

    /// Ends the output, and reads on for a while: a close with unread data would take the answer from the client.
    func writeLast(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
        gate.shut()
        let isWritten = context.eventLoop.makePromise(of: Void.self)
        isWritten.futureResult.assumeIsolated().whenComplete { [weak self] _ in
            guard let self, let context = self.context else { return }
            self.timer?.set(self.timeouts.linger)
            context.close(mode: .output, promise: nil)
        }
        context.writeAndFlush(Self.wrapOutboundOut(bytes), promise: isWritten)
    }

    func log(_ answer: HTTPAnswer, _ envelope: RequestExchange.Envelope) {
        logger.debug(
            "Request answered",
            metadata: [
                "requestID": "\(envelope.requestID)",
                "method": "\(envelope.method.rawValue)",
                "path": "\(envelope.route?.rawValue ?? "other")",
                "status": "\(answer.status.code)",
                "bytes": "\(answer.byteCount)",
                "microseconds": "\((NIODeadline.now() - startTime).nanoseconds / 1000)",
                "remoteAddress": "\(remoteAddress ?? "")",
            ]
        )
    }
}
