import GraphQLExecution
import GraphQLLanguage
import NIOHTTP1

/// Why a request is not served, as status, stable code and a text that is safe to show.
struct Refusal: Error, Hashable {
    let status: HTTPResponseStatus
    let code: String
    let message: String
    /// The methods that are served instead (`Allow`).
    var allow: String?
    /// After how many seconds another try is worth while (`Retry-After`).
    var retryAfter: Int?
    /// Where the request ends is in doubt: nothing behind it is read.
    var endsConnection = false

    private init(_ status: HTTPResponseStatus, _ code: String, _ message: String, allow: String? = nil) {
        self.status = status
        self.code = code
        self.message = message
        self.allow = allow
    }

    static func badRequest(_ message: String) -> Refusal { Refusal(.badRequest, "BAD_REQUEST", message) }

    /// A request that could be read in two ways.
    static func ambiguous(_ message: String) -> Refusal {
        var refusal = badRequest(message)
        refusal.endsConnection = true
        return refusal
    }

    /// HTTP where TLS is spoken.
    static let plainHTTP = badRequest("This port speaks HTTPS only: write https:// in place of http://.")

    static let webSocket: Refusal = {
        var refusal = Refusal(
            .badRequest,
            "WEBSOCKET_NOT_SUPPORTED",
            "There is no WebSocket here (graphql-ws, graphql-transport-ws): send queries and mutations by POST to /graphql."
        )
        refusal.endsConnection = true
        return refusal
    }()

    /// Too many tokens that are not valid came from one address.
    static func tooManyFailures(retryAfter seconds: Int) -> Refusal {
        var refusal = Refusal(.tooManyRequests, "RATE_LIMITED", "请求过于频繁：来自该地址的无效令牌过多，请\(seconds)秒后再试")
        refusal.retryAfter = seconds
        return refusal
    }

    static let notFound = Refusal(
        .notFound,
        "NOT_FOUND",
        "There is nothing at this path. GraphQL is served at /graphql."
    )

    static func methodNotAllowed(allow: String) -> Refusal {
        Refusal(.methodNotAllowed, "METHOD_NOT_ALLOWED", "This path serves \(allow) only.", allow: allow)
    }

    static func unsupportedMediaType(_ message: String) -> Refusal {
        Refusal(.unsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", message)
    }

    static let notAcceptable = Refusal(
        .notAcceptable,
        "NOT_ACCEPTABLE",
        "Accept names neither application/graphql-response+json nor application/json."
    )

    static func payloadTooLarge(limit: Int) -> Refusal {
        Refusal(.payloadTooLarge, "PAYLOAD_TOO_LARGE", "The request body is longer than \(limit) bytes.")
    }

    static func headersTooLarge(limit: Int) -> Refusal {
        Refusal(
            .requestHeaderFieldsTooLarge,
            "HEADERS_TOO_LARGE",
            "The request line and headers are longer than \(limit) bytes."
        )
    }

    static func tooManyHeaders(limit: Int) -> Refusal {
        Refusal(
            .requestHeaderFieldsTooLarge,
            "HEADERS_TOO_LARGE",
            "The request has more than \(limit) header fields."
        )
    }

    static let requestTimeout = Refusal(.requestTimeout, "REQUEST_TIMEOUT", "The request did not arrive in time.")

    static let expectationFailed = Refusal(
        .expectationFailed,
        "EXPECTATION_FAILED",
        "The only expectation that can be met is 100-continue."
    )

    /// All connections together hold as much of bodies as they may.
    static let busy: Refusal = {
        var refusal = Refusal(
            .serviceUnavailable,
            "SERVER_BUSY",
            "The server is reading too many large requests at once."
        )
        refusal.retryAfter = 1
        refusal.endsConnection = true
        return refusal
    }()

    static let notReady = Refusal(.serviceUnavailable, "NOT_READY", "The server is not ready.")

    /// The GraphQL error body.
    var body: [UInt8] { GraphQLResponse.refusal([GraphQLError(message, code: code)]).body }
}
