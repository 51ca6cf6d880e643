import GraphQLExecution
import NIOHTTP1

/// A whole response, before it is framed for its connection.
struct HTTPAnswer: Sendable {
    var status: HTTPResponseStatus
    var contentType: String
    var body: [UInt8]
    var allow: String?
    /// Whether a cache may keep it.
    var isCacheable = false

    init(status: HTTPResponseStatus, contentType: String, body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }

    /// An error of HTTP's level: its status is the same in both formats.
    init(_ refusal: Refusal, format: ResponseFormat = .json) {
        self.init(status: refusal.status, contentType: format.contentType, body: refusal.body)
        allow = refusal.allow
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

    /// The header fields that belong to the answer itself; the connection adds its own.
    func headers(requestID: String, date: String) -> HTTPHeaders {
        var headers = HTTPHeaders()
        headers.reserveCapacity(8)
        headers.add(name: "content-type", value: contentType)
        headers.add(name: "content-length", value: String(body.count))
        headers.add(name: "x-request-id", value: requestID)
        headers.add(name: "x-content-type-options", value: "nosniff")
        headers.add(name: "date", value: date)
        if !isCacheable { headers.add(name: "cache-control", value: "no-store") }
        if let allow { headers.add(name: "allow", value: allow) }
        // RFC 9110 §11.6.1
        if status == .unauthorized { headers.add(name: "www-authenticate", value: "Bearer") }
        return headers
    }
}
