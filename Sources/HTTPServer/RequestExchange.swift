import NIOCore
import NIOHTTP1

/// One connection's requests, one at a time: events in, actions out, no I/O.
struct RequestExchange {
    private enum State {
        /// → collecting, skipping, closing
        case idle
        /// The body arrives. → responding, closing
        case collecting(IncomingRequest, body: ByteBuffer)
        /// The body is handed on as it arrives; the answer may come before it has. → responding, closing
        case streaming
        /// Refused, but the body is small: it is read and dropped, so that the connection can be kept.
        /// → responding, closing
        case skipping(Refusal, droppedByteCount: Int)
        /// The whole request is here. → idle, closing
        case responding
        /// The connection takes no further request; what arrives is dropped.
        case closing
    }

    /// What the connection has to do.
    enum Action: Equatable {
        case wait
        /// Send 100 Continue.
        case inviteBody
        /// Answer the request, then call `answered()`.
        case serve(IncomingRequest, body: ByteBuffer)
        /// Begin to answer the request; its body follows in pieces, and the answer's end is `answered()`.
        case open(IncomingRequest)
        /// Hand on a piece of the body.
        case pass(ByteBuffer)
        /// The body has come whole.
        case passEnd
        /// Answer with the refusal, then call `answered()`.
        case refuse(Refusal)
        case close
    }

    /// What an answer needs to know of its request.
    struct Envelope: Equatable {
        var requestID: String
        var method: HTTPMethod
        var route: Route?
        var isHTTP10: Bool
        /// Whether the connection is kept after the answer.
        var isKeptAlive: Bool

        /// For a request that is not even a request.
        static func malformed(requestID: String) -> Envelope {
            Envelope(requestID: requestID, method: .GET, route: nil, isHTTP10: false, isKeptAlive: false)
        }
    }

    private let reader: RequestHeadReader
    private var state = State.idle
    /// Of the current request; nil while idle.
    private(set) var envelope: Envelope?
    /// The peer sends nothing more.
    private var isInputClosed = false

    init(_ reader: RequestHeadReader) { self.reader = reader }

    var isIdle: Bool { if case .idle = state { true } else { false } }
    var isCollecting: Bool { if case .collecting = state { true } else { false } }
    var isResponding: Bool { if case .responding = state { true } else { false } }
    /// Whether a body is being handed on.
    var isStreaming: Bool { if case .streaming = state { true } else { false } }

    /// A request's head.
    ///
    /// Whether it is served is decided here; the answer may wait for the body.
    mutating func receive(_ head: HTTPRequestHead, _ facts: HeadFacts, requestID: String) -> Action {
        guard case .idle = state else { return .wait }
        envelope = Envelope(
            requestID: requestID,
            method: head.method,
            route: Route.find(head.uri).route,
            isHTTP10: head.version.minor == 0,
            // What follows an offer of another protocol may be that protocol.
            isKeptAlive: head.isKeepAlive && !isInputClosed && facts.upgrade == nil && head.method != .CONNECT
        )
        do throws(Refusal) {
            let request = try reader.read(head, facts)
            if case .stream(let target) = request.operation, target.hasBody {
                state = .streaming
                return .open(request)
            }
            state = .collecting(request, body: ByteBuffer())
            return request.expectsContinue ? .inviteBody : .wait
        } catch {
            // Who waits for 100 Continue may or may not send the body now: the next byte could mean anything.
            guard !error.endsConnection, facts.declaredLength ?? 0 <= reader.maxBodyBytes, facts.expectation == nil
            else {
                return refuseAndClose(error)
            }
            state = .skipping(error, droppedByteCount: 0)
            return .wait
        }
    }

    mutating func receive(_ piece: ByteBuffer) -> Action {
        switch state {
        case .collecting(let request, var body):
            guard body.readableBytes + piece.readableBytes <= reader.maxBodyBytes else {
                return refuseAndClose(.payloadTooLarge(limit: reader.maxBodyBytes))
            }
            // One owner at a time, so that appending does not copy.
            state = .closing
            if body.readableBytes == 0 { body = piece } else { body.writeImmutableBuffer(piece) }
            state = .collecting(request, body: body)
            return .wait
        case .streaming: return .pass(piece)
        case .skipping(let refusal, let count):
            guard count + piece.readableBytes <= reader.maxBodyBytes else { return refuseAndClose(refusal) }
            state = .skipping(refusal, droppedByteCount: count + piece.readableBytes)
            return .wait
        case .idle, .responding, .closing: return .wait
        }
    }

    mutating func receiveEnd() -> Action {
        switch state {
        case .collecting(let request, let body):
            state = .responding
            return .serve(request, body: body)
        case .streaming:
            state = .responding
            return .passEnd
        case .skipping(let refusal, _):
            state = .responding
            return .refuse(refusal)
        case .idle, .responding, .closing: return .wait
        }
    }

    /// What arrived is not HTTP.
    mutating func receiveMalformed(_ refusal: Refusal, requestID: String) -> Action {
        switch state {
        case .idle, .collecting, .streaming, .skipping:
            if envelope == nil { envelope = .malformed(requestID: requestID) }
            return refuseAndClose(refusal)
        case .responding:
            envelope?.isKeptAlive = false
            return .wait
        // Whatever follows a last request counts as malformed; the answer to that request still has its time.
        case .closing: return .wait
        }
    }

    /// The client sends nothing more; an answer on its way is still delivered.
    mutating func receiveInputClosed() -> Action {
        isInputClosed = true
        switch state {
        case .idle, .collecting, .streaming, .skipping:
            state = .closing
            return .close
        case .responding:
            envelope?.isKeptAlive = false
            return .wait
        case .closing: return .wait
        }
    }

    /// The server is about to end: a request that has begun is the last.
    mutating func receiveQuiescing() -> Action {
        envelope?.isKeptAlive = false
        guard case .idle = state else { return .wait }
        state = .closing
        return .close
    }

    /// The time for the current step is over.
    mutating func expire() -> Action {
        switch state {
        case .collecting, .streaming, .skipping: return refuseAndClose(.requestTimeout)
        case .idle, .responding, .closing:
            state = .closing
            return .close
        }
    }

    /// The answer is written; true if the connection is kept for another request.
    mutating func answered() -> Bool {
        defer { envelope = nil }
        guard case .responding = state, envelope?.isKeptAlive == true else {
            state = .closing
            return false
        }
        state = .idle
        return true
    }

    /// The connection is gone.
    mutating func abandon() { state = .closing }

    private mutating func refuseAndClose(_ refusal: Refusal) -> Action {
        state = .closing
        envelope?.isKeptAlive = false
        return .refuse(refusal)
    }
}
