import GraphQLExecution
import GraphQLLanguage
import Logging
import NIOCore
import NIOHTTP1
import Synchronization

/// Turns accepted requests into answers by asking the endpoint.
final class EndpointCaller: Sendable {
    private let endpoint: any GraphQLEndpoint
    private let failures: FailureLimiter
    private let streams: [any StreamEndpoint]
    /// Bodies that are being streamed now, and how many may be.
    private let streamCount = Atomic(0)
    private let maxStreamCount: Int
    private let logger: Logger
    private let slowedDown = EventTally()
    /// The published schema as bytes that all its answers share.
    private let schema = Mutex<(text: String, bytes: ByteBuffer)?>(nil)

    init(
        endpoint: any GraphQLEndpoint,
        streams: [any StreamEndpoint] = [],
        maxStreamCount: Int = 64,
        failures: FailureLimiter,
        logger: Logger
    ) {
        self.endpoint = endpoint
        self.streams = streams
        self.maxStreamCount = maxStreamCount
        self.failures = failures
        self.logger = logger
    }

    func answer(_ request: IncomingRequest, body: ByteBuffer, from origin: RequestOrigin) async -> HTTPAnswer {
        switch request.operation {
        case .graphQLBody(let format):
            if let refused = await refusal(of: origin, format) { return refused }
            do throws(Refusal) {
                return await respond(to: try Self.request(body), from: origin, format)
            } catch {
                return HTTPAnswer(error, format: format)
            }
        case .graphQLQuery(let query, let format):
            if let refused = await refusal(of: origin, format) { return refused }
            do throws(Refusal) {
                return await respond(to: try GraphQLRequest(URLParameters(query: query)), from: origin, format)
            } catch {
                return HTTPAnswer(error, format: format)
            }
        case .live: return Self.text(#"{"status":"live"}"#, ResponseFormat.json.contentType)
        case .ready:
            guard await endpoint.isReady() else { return HTTPAnswer(.notReady) }
            return Self.text(#"{"status":"ready"}"#, ResponseFormat.json.contentType)
        case .metrics:
            return Self.text(await endpoint.metricsText(), "text/plain; version=0.0.4; charset=utf-8")
        case .schema:
            var answer = Self.text("", "text/plain; charset=utf-8")
            answer.sharedBody = schemaBytes()
            answer.isCacheable = true
            return answer
        case .stream: preconditionFailure("a stream is answered by `stream`")
        }
    }

    /// The paths of the stream endpoints.
    var streamRoutes: [StreamRoute] { streams.map { StreamRoute($0) } }

    /// Asks a stream endpoint; `ended` must be told when its answer is sent, or cannot be.
    func stream(_ target: StreamTarget, body: StreamBody, from origin: RequestOrigin) async -> StreamSending {
        if let refused = await refusal(of: origin, .json) { return StreamSending(answer: refused) }
        guard streamCount.add(1, ordering: .relaxed).newValue <= maxStreamCount else {
            return StreamSending(answer: HTTPAnswer(.busy), isCounted: true)
        }
        let request = StreamRequest(
            method: target.method,
            name: target.name,
            contentLength: target.contentLength,
            origin: origin
        )
        let answer = await streams[target.index].answer(request, body: body)
        var sending = StreamSending(answer: HTTPAnswer(answer), isCounted: true)
        if case .stream(_, let next) = answer.body { sending.next = next }
        return sending
    }

    func ended(_ sending: StreamSending) {
        if sending.isCounted { streamCount.subtract(1, ordering: .relaxed) }
    }

    // MARK: Who asks

    /// Before anything is parsed: an address that has sent too many tokens in vain must wait, unless it comes with one
    /// that is known; then the endpoint decides.
    private func refusal(of origin: RequestOrigin, _ format: ResponseFormat) async -> HTTPAnswer? {
        if origin.bearerToken != nil, let seconds = failures.wait(PeerAddress.key(origin.remoteAddress)),
            !endpoint.knows(origin)
        {
            return HTTPAnswer(.tooManyFailures(retryAfter: seconds), format: format)
        }
        guard let response = await endpoint.refusal(of: origin) else { return nil }
        note(response, from: origin)
        return HTTPAnswer(response, format: format)
    }

    private func respond(
        to request: GraphQLRequest,
        from origin: RequestOrigin,
        _ format: ResponseFormat
    ) async -> HTTPAnswer {
        let response = await endpoint.respond(to: request, from: origin)
        note(response, from: origin)
        return HTTPAnswer(response, format: format)
    }

    /// No token at all costs no look-up, and is no guess.
    private func note(_ response: GraphQLResponse, from origin: RequestOrigin) {
        guard response.outcome == .unauthenticated, origin.bearerToken != nil,
            failures.fail(PeerAddress.key(origin.remoteAddress)), let count = slowedDown.count()
        else { return }
        logger.warning(
            "Address slowed down: too many tokens that are not valid",
            metadata: ["remoteAddress": "\(origin.remoteAddress)", "failures": "\(count)"]
        )
    }

    // MARK: Bytes

    private func schemaBytes() -> ByteBuffer {
        let text = endpoint.publishedSchema
        return schema.withLock { schema in
            // The same text in the same memory compares at once.
            if let schema, schema.text == text { return schema.bytes }
            let bytes = ByteBuffer(string: text)
            schema = (text, bytes)
            return bytes
        }
    }

    private static func request(_ body: ByteBuffer) throws(Refusal) -> GraphQLRequest {
        guard body.readableBytes > 0 else { throw .badRequest("The request body is empty.") }
        do {
            return try GraphQLRequest(json: Array(body.readableBytesView))
        } catch {
            throw .badRequest(error.message)
        }
    }

    private static func text(_ text: String, _ contentType: String) -> HTTPAnswer {
        HTTPAnswer(status: .ok, contentType: contentType, body: Array(text.utf8))
    }
}
