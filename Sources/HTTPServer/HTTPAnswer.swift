import GraphQLExecution
import NIOCore
import NIOHTTP1

/// A whole response, before it is framed for its connection.
struct HTTPAnswer: Sendable {
    var status: HTTPResponseStatus
    var contentType: String
    var body: [UInt8]
    /// In place of `body`: bytes that many answers share, and that are sent without a copy.
    var sharedBody: ByteBuffer?
    var allow: String?
    /// Seconds (`Retry-After`).
    var retryAfter: Int?
    /// Whether a cache may keep it.
    var isCacheable = false
    /// In place of `body`: so many bytes, which follow.
    var streamedByteCount: Int?
    /// Further fields of the head.
    var fields: [(name: StaticString, value: String)] = []

    init(status: HTTPResponseStatus, contentType: String, body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }

    /// An error of HTTP's level: its status is the same in both formats.
    init(_ refusal: Refusal, format: ResponseFormat = .json) {
        self.init(status: refusal.status, contentType: format.contentType, body: refusal.body)
        allow = refusal.allow
        retryAfter = refusal.retryAfter
    }

    /// GraphQL over HTTP, "Status Codes": in `application/json`, a request error is 200.
    init(_ response: GraphQLResponse, format: ResponseFormat) {
        let status: HTTPResponseStatus =
            switch (response.outcome, format) {
            case (.executed, _), (.requestError, .json): .ok
            case (.requestError, .graphQLResponse): .badRequest
            case (.unauthenticated, _): .unauthorized
            case (.methodNotAllowed, _): .methodNotAllowed
            }
        self.init(status: status, contentType: format.contentType, body: response.body)
        if response.outcome == .methodNotAllowed { allow = "POST" }
    }

    /// A stream endpoint's; of a streamed body, the head.
    init(_ answer: StreamAnswer) {
        var body: [UInt8] = []
        if case .bytes(let bytes) = answer.body { body = bytes }
        self.init(status: HTTPResponseStatus(statusCode: answer.status), contentType: answer.contentType, body: body)
        if case .stream(let byteCount, _) = answer.body { streamedByteCount = byteCount }
        fields = answer.fields
    }

    var byteCount: Int { streamedByteCount ?? sharedBody?.readableBytes ?? body.count }

    /// The answer as HTTP/1.1 frames it (RFC 9112 §4): status line, fields and, unless the request was HEAD, the body.
    ///
    /// One buffer, so that it is encrypted and sent as one. A shared body is not in it, but follows it.
    func framed(_ frame: Frame, allocator: ByteBufferAllocator) -> ByteBuffer {
        let body = frame.isHead ? [] : body
        var buffer = allocator.buffer(capacity: 384 + body.count)
        buffer.writeStaticString("HTTP/1.1 ")
        buffer.writeString(String(status.code))
        buffer.writeStaticString(" ")
        buffer.writeString(status.reasonPhrase)
        buffer.writeField("content-type", contentType)
        buffer.writeField("content-length", String(byteCount))
        buffer.writeField("x-request-id", frame.requestID)
        buffer.writeField("x-content-type-options", "nosniff")
        buffer.writeField("date", frame.date)
        if !isCacheable { buffer.writeField("cache-control", "no-store") }
        if let allow { buffer.writeField("allow", allow) }
        for field in fields { buffer.writeField(field.name, field.value) }
        if let retryAfter { buffer.writeField("retry-after", String(retryAfter)) }
        // RFC 9110 §11.6.1
        if status == .unauthorized { buffer.writeField("www-authenticate", "Bearer") }
        if let connection = frame.connection { buffer.writeField("connection", connection) }
        buffer.writeStaticString("\r\n\r\n")
        buffer.writeBytes(body)
        return buffer
    }

    /// What the connection adds to an answer.
    struct Frame {
        let requestID: String
        let date: String
        /// The value of `Connection`, where there is one.
        let connection: String?
        let isHead: Bool
    }
}

extension ByteBuffer {
    /// Ends the line before and writes a field; the value is the program's own, or a plain token.
    fileprivate mutating func writeField(_ name: StaticString, _ value: String) {
        writeStaticString("\r\n")
        writeStaticString(name)
        writeStaticString(": ")
        writeString(value)
    }
}
