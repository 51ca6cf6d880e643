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
final class ConnectionHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// The three times a connection may take for what it is doing.
    struct Timeouts {
        let idle: TimeAmount
        let request: TimeAmount
        let linger: TimeAmount
    }

    private let caller: EndpointCaller
    private let timeouts: Timeouts
    private let maxHeaderBytes: Int
    private let logger: Logger
    private var exchange: RequestExchange
    private var date = HTTPDate()
    private var context: ChannelHandlerContext?
    private var timer: ConnectionTimer?
    private var task: Task<Void, Never>?
    private var remoteAddress: String?
    private var startTime = NIODeadline.uptimeNanoseconds(0)
    /// Bytes of the next request have come, but not yet its whole head.
    private var hasPartialHead = false

    init(caller: EndpointCaller, reader: RequestHeadReader, timeouts: Timeouts, logger: Logger) {
        self.caller = caller
        self.timeouts = timeouts
        maxHeaderBytes = reader.maxHeaderBytes
        self.logger = logger
        exchange = RequestExchange(reader)
    }

    // MARK: Connection

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        let timer = ConnectionTimer(context.eventLoop) { [unowned self] in
            perform(exchange.expire())
        }
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
        timer?.stop()
        task?.cancel()
        task = nil
        context = nil
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed = event { perform(exchange.receiveInputClosed()) }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError else {
            logger.debug("Connection failed", metadata: ["error": "\(error)"])
            exchange.abandon()
            context.close(promise: nil)
            return
        }
        let refusal: Refusal =
            error == .headerOverflow
            ? .headersTooLarge(limit: maxHeaderBytes) : .badRequest("The request is not valid HTTP/1.1.")
        perform(exchange.receiveMalformed(refusal, requestID: RequestID.accepted(nil)))
    }

    // MARK: Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch Self.unwrapInboundIn(data) {
        case .head(let head):
            startTime = .now()
            if !hasPartialHead { timer?.set(timeouts.request) }
            hasPartialHead = false
            perform(exchange.receive(head, requestID: RequestID.accepted(head.headers.first(name: "x-request-id"))))
        case .body(let piece): perform(exchange.receive(piece))
        case .end: perform(exchange.receiveEnd())
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        // Something came, but no head: its time runs from now, however slowly the rest follows.
        if exchange.isIdle, !hasPartialHead {
            hasPartialHead = true
            timer?.set(timeouts.request)
        }
        context.fireChannelReadComplete()
    }

    private func perform(_ action: RequestExchange.Action) {
        guard let context else { return }
        switch action {
        case .wait: break
        case .inviteBody:
            let head = HTTPResponseHead(version: .http1_1, status: .continue)
            context.writeAndFlush(Self.wrapOutboundOut(.head(head)), promise: nil)
        case .serve(let request, let body): serve(request, body, context)
        case .refuse(let refusal) where exchange.isResponding:
            // Not at once: writing an answer delivers the next pipelined request, and thousands would nest.
            let loopBound = NIOLoopBound(self, eventLoop: context.eventLoop)
            context.eventLoop.execute { loopBound.value.finish(HTTPAnswer(refusal)) }
        case .refuse(let refusal): write(HTTPAnswer(refusal), context)
        case .close:
            exchange.abandon()
            context.close(promise: nil)
        }
    }

    private func serve(_ request: IncomingRequest, _ body: ByteBuffer, _ context: ChannelHandlerContext) {
        guard let envelope = exchange.envelope else { return }
        // The answer takes as long as it takes; the endpoint has its own limits.
        timer?.clear()
        let origin = RequestOrigin(
            requestID: envelope.requestID,
            bearerToken: request.bearerToken,
            remoteAddress: address(context),
            allowsMutation: envelope.method == .POST
        )
        let loopBound = NIOLoopBound(self, eventLoop: context.eventLoop)
        task = Task { [caller, eventLoop = context.eventLoop] in
            let answer = await caller.answer(request, body: body, from: origin)
            // The connection is gone, and its event loop may be too.
            guard !Task.isCancelled else { return }
            eventLoop.execute { loopBound.value.finish(answer) }
        }
    }

    private func address(_ context: ChannelHandlerContext) -> String {
        if let remoteAddress { return remoteAddress }
        let address = context.remoteAddress?.ipAddress ?? "unknown"
        remoteAddress = address
        return address
    }

    // MARK: Answers

    private func finish(_ answer: HTTPAnswer) {
        task = nil
        guard let context, exchange.isResponding else { return }
        write(answer, context)
    }

    private func write(_ answer: HTTPAnswer, _ context: ChannelHandlerContext) {
        guard let envelope = exchange.envelope else { return }
        let isKept = exchange.answered()
        var headers = answer.headers(requestID: envelope.requestID, date: date.text(at: Int64(time(nil))))
        if !isKept {
            headers.add(name: "connection", value: "close")
        } else if envelope.isHTTP10 {
            headers.add(name: "connection", value: "keep-alive")
        }
        let head = HTTPResponseHead(version: .http1_1, status: answer.status, headers: headers)
        // A client that does not read gets this long.
        timer?.set(isKept ? timeouts.idle : timeouts.request)
        context.write(Self.wrapOutboundOut(.head(head)), promise: nil)
        if envelope.method != .HEAD, !answer.body.isEmpty {
            context.write(Self.wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
        }
        log(answer, envelope)
        if isKept {
            context.writeAndFlush(Self.wrapOutboundOut(.end(nil)), promise: nil)
        } else {
            closeAfterAnswer(context)
        }
    }

    /// Ends the output, and reads on for a while: a close with unread data would take the answer from the client.
    private func closeAfterAnswer(_ context: ChannelHandlerContext) {
        let isWritten = context.eventLoop.makePromise(of: Void.self)
        isWritten.futureResult.assumeIsolated().whenComplete { [weak self] _ in
            guard let self, let context = self.context else { return }
            self.timer?.set(self.timeouts.linger)
            context.close(mode: .output, promise: nil)
        }
        context.writeAndFlush(Self.wrapOutboundOut(.end(nil)), promise: isWritten)
    }

    private func log(_ answer: HTTPAnswer, _ envelope: RequestExchange.Envelope) {
        logger.debug(
            "Request answered",
            metadata: [
                "requestID": "\(envelope.requestID)",
                "method": "\(envelope.method.rawValue)",
                "path": "\(envelope.route?.rawValue ?? "other")",
                "status": "\(answer.status.code)",
                "bytes": "\(answer.body.count)",
                "microseconds": "\((NIODeadline.now() - startTime).nanoseconds / 1000)",
                "remoteAddress": "\(remoteAddress ?? "")",
            ]
        )
    }
}
