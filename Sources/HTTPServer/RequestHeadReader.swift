import NIOHTTP1

/// Decides from a request's head whether and as what it is served.
struct RequestHeadReader {
    let maxBodyBytes: Int
    let maxHeaderBytes: Int
    let isHardened: Bool

    func read(_ head: HTTPRequestHead) throws(Refusal) -> IncomingRequest {
        try checkFraming(head)
        let (found, query) = Route.find(head.uri)
        guard let route = found, !(isHardened && route == .schema) else { throw .notFound }
        guard route.isAllowed(head.method, isHardened: isHardened) else {
            throw .methodNotAllowed(allow: route.allow(isHardened: isHardened))
        }
        return IncomingRequest(
            operation: try operation(route, query, head),
            bearerToken: Self.bearerToken(head.headers),
            expectsContinue: try expectsContinue(head)
        )
    }

    private func checkFraming(_ head: HTTPRequestHead) throws(Refusal) {
        var byteCount = head.uri.utf8.count
        for (name, value) in head.headers { byteCount += name.utf8.count + value.utf8.count + 4 }
        guard byteCount <= maxHeaderBytes else { throw .headersTooLarge(limit: maxHeaderBytes) }
        // RFC 9112 §3.2
        let hostCount = head.headers.reduce(into: 0) { count, field in
            if field.name.utf8.count == 4, field.name.lowercased() == "host" { count += 1 }
        }
        guard hostCount == 1 || hostCount == 0 && head.version.minor == 0 else {
            throw .badRequest("A request needs exactly one Host header.")
        }
        if let length = Self.declaredLength(head), length > maxBodyBytes { throw .payloadTooLarge(limit: maxBodyBytes) }
    }

    private func operation(
        _ route: Route,
        _ query: Substring,
        _ head: HTTPRequestHead
    ) throws(Refusal) -> IncomingRequest.Operation {
        switch route {
        case .live: return .live
        case .ready: return .ready
        case .metrics: return .metrics
        case .schema: return .schema
        case .graphQL: break
        }
        guard let format = ResponseFormat.negotiated(accept: head.headers["accept"]) else { throw .notAcceptable }
        guard head.method == .POST else { return .graphQLQuery(query, format) }
        try checkContentType(head.headers)
        return .graphQLBody(format)
    }

    private func checkContentType(_ headers: HTTPHeaders) throws(Refusal) {
        let expected = "A GraphQL request's Content-Type is application/json in UTF-8"
        let contentTypes = headers["content-type"]
        guard contentTypes.count == 1, let contentType = contentTypes.first else {
            throw .unsupportedMediaType("\(expected); this one has \(contentTypes.isEmpty ? "none" : "several").")
        }
        if contentType != "application/json" {
            guard let type = MediaType(contentType[...]), type.type == "application", type.subtype == "json" else {
                throw .unsupportedMediaType("\(expected).")
            }
            guard type.isUTF8 else { throw .unsupportedMediaType("\(expected), not another charset.") }
        }
        for encoding in headers[canonicalForm: "content-encoding"] where encoding.lowercased() != "identity" {
            throw .unsupportedMediaType("Request bodies are read without Content-Encoding only.")
        }
    }

    /// Whether the client waits for 100 Continue (RFC 9110 §10.1.1).
    ///
    /// HTTP/1.0 has no expectations.
    private func expectsContinue(_ head: HTTPRequestHead) throws(Refusal) -> Bool {
        guard head.version.minor > 0, let expectation = head.headers.first(name: "expect") else { return false }
        guard expectation.lowercased() == "100-continue" else { throw .expectationFailed }
        return Self.hasBody(head)
    }

    /// `Content-Length`; nil if there is none or it is not a number.
    static func declaredLength(_ head: HTTPRequestHead) -> Int? {
        head.headers.first(name: "content-length").flatMap { Int($0) }
    }

    static func hasBody(_ head: HTTPRequestHead) -> Bool {
        head.headers.contains(name: "transfer-encoding") || declaredLength(head) ?? 0 > 0
    }

    /// The token of RFC 6750 §2.1.
    private static func bearerToken(_ headers: HTTPHeaders) -> String? {
        guard let value = headers.first(name: "authorization"),
            let space = value.utf8.firstIndex(of: UInt8(ascii: " ")),
            value[..<space].lowercased() == "bearer"
        else { return nil }
        let token = value[space...].drop { $0 == " " }
        return token.isEmpty ? nil : String(token)
    }
}
