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

    private init(_ status: HTTPResponseStatus, _ code: String, _ message: String, allow: String? = nil) {
        self.status = status
        self.code = code
        self.message = message
        self.allow = allow
    }

    static func badRequest(_ message: String) -> Refusal { Refusal(.badRequest, "BAD_REQUEST", message) }

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

    static let requestTimeout = Refusal(.requestTimeout, "REQUEST_TIMEOUT", "The request did not arrive in time.")

    static let expectationFailed = Refusal(
        .expectationFailed,
        "EXPECTATION_FAILED",
        "The only expectation that can be met is 100-continue."
    )

    static let notReady = Refusal(.serviceUnavailable, "NOT_READY", "The server is not ready.")

    /// The GraphQL error body.
    var body: [UInt8] { GraphQLResponse.refusal([GraphQLError(message, code: code)]).body }
}
