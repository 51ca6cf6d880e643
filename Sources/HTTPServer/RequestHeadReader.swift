import NIOHTTP1

/// The most that a request's head may hold, request line and fields together.
struct HeaderLimits: Hashable {
    let byteCount: Int
    let count: Int
}

/// Decides from a request's head whether and as what it is served.
struct RequestHeadReader {
    let maxBodyBytes: Int
    let headerLimits: HeaderLimits
    let isHardened: Bool
    /// Paths below which bodies are streamed.
    var streams: [StreamRoute] = []

    func read(_ head: HTTPRequestHead, _ facts: HeadFacts) throws(Refusal) -> IncomingRequest {
        try checkFraming(head, facts)
        let (found, query) = Route.find(head.uri)
        guard let route = found, !(isHardened && route == .schema) else { return try stream(head, facts) }
        guard route.isAllowed(head.method, isHardened: isHardened) else {
            throw .methodNotAllowed(allow: route.allow(isHardened: isHardened))
        }
        return IncomingRequest(
            operation: try operation(route, query, head, facts),
            bearerToken: Self.bearerToken(facts.authorization),
            expectsContinue: try expectsContinue(head, facts)
        )
    }

    /// Refuses what could be read in two ways: a proxy in front may have read the other (RFC 9112 §11.2).
    private func checkFraming(_ head: HTTPRequestHead, _ facts: HeadFacts) throws(Refusal) {
        guard head.headers.count <= headerLimits.count else { throw .tooManyHeaders(limit: headerLimits.count) }
        guard facts.byteCount <= headerLimits.byteCount else { throw .headersTooLarge(limit: headerLimits.byteCount) }
        if let name = facts.repeatedName { throw .ambiguous("The header \(name) is given more than once.") }
        // RFC 9112 §3.2
        guard let host = facts.host else {
            guard head.version.minor == 0 else { throw .ambiguous("A request needs exactly one Host header.") }
            return try checkLength(head, facts)
        }
        guard Self.isHost(host) else { throw .ambiguous("The Host header is not a host, with a port or without.") }
        try checkLength(head, facts)
    }

    private func checkLength(_ head: HTTPRequestHead, _ facts: HeadFacts) throws(Refusal) {
        if let coding = facts.transferEncoding {
            // RFC 9112 §6.1
            guard head.version.minor > 0 else { throw .ambiguous("HTTP/1.0 has no Transfer-Encoding.") }
            guard facts.contentLength == nil else {
                throw .ambiguous("A request has Content-Length or Transfer-Encoding, not both.")
            }
            guard coding.lowercased() == "chunked" else {
                throw .ambiguous("The only Transfer-Encoding that is read is chunked, alone.")
            }
        }
        if let length = facts.declaredLength, length > maxBodyBytes {
            let limit = bodyLimit(of: head.uri)
            if length > limit { throw .payloadTooLarge(limit: limit) }
        }
        if facts.asksForWebSocket { throw .webSocket }
    }

    /// A name or address, with a port or without (RFC 9110 §7.2), as far as it could be taken for something else.
    private static func isHost(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
                    UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "%"), UInt8(ascii: "~"):
                    true
                default: false
                }
            }
    }

    // MARK: Streams

    /// A request below the path of a stream endpoint; there is no other path left.
    private func stream(_ head: HTTPRequestHead, _ facts: HeadFacts) throws(Refusal) -> IncomingRequest {
        guard let (index, name) = streamPlace(head.uri) else { throw .notFound }
        let route = streams[index]
        guard route.methods.contains(head.method.rawValue) else {
            throw .methodNotAllowed(allow: route.methods.joined(separator: ", "))
        }
        try checkContentEncoding(facts)
        let target = StreamTarget(
            index: index,
            method: head.method.rawValue,
            name: name,
            contentLength: facts.declaredLength,
            hasBody: facts.hasBody,
            maxBodyBytes: route.maxBodyBytes
        )
        return IncomingRequest(
            operation: .stream(target),
            bearerToken: Self.bearerToken(facts.authorization),
            expectsContinue: try expectsContinue(head, facts)
        )
    }

    private func streamPlace(_ uri: String) -> (index: Int, name: String)? {
        guard !streams.isEmpty else { return nil }
        let target = String(Route.origin(of: uri))
        for (index, route) in streams.enumerated() {
            if let name = route.name(in: target) { return (index, name) }
        }
        return nil
    }

    private func bodyLimit(of uri: String) -> Int {
        streamPlace(uri).map { streams[$0.index].maxBodyBytes } ?? maxBodyBytes
    }

    private func operation(
        _ route: Route,
        _ query: Substring,
        _ head: HTTPRequestHead,
        _ facts: HeadFacts
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
        try checkContentType(facts)
        return .graphQLBody(format)
    }

    private func checkContentType(_ facts: HeadFacts) throws(Refusal) {
        let expected = "A GraphQL request's Content-Type is application/json in UTF-8"
        guard let contentType = facts.contentType else {
            throw .unsupportedMediaType("\(expected); this one has none.")
        }
        if contentType != "application/json" {
            guard let type = MediaType(contentType[...]), type.type == "application", type.subtype == "json" else {
                throw .unsupportedMediaType("\(expected).")
            }
            guard type.isUTF8 else { throw .unsupportedMediaType("\(expected), not another charset.") }
        }
        try checkContentEncoding(facts)
    }

    private func checkContentEncoding(_ facts: HeadFacts) throws(Refusal) {
        if let encoding = facts.contentEncoding, encoding.lowercased() != "identity" {
            throw .unsupportedMediaType("Request bodies are read without Content-Encoding only.")
        }
    }

    /// Whether the client waits for 100 Continue (RFC 9110 §10.1.1).
    ///
    /// HTTP/1.0 has no expectations.
    private func expectsContinue(_ head: HTTPRequestHead, _ facts: HeadFacts) throws(Refusal) -> Bool {
        guard head.version.minor > 0, let expectation = facts.expectation else { return false }
        guard expectation.lowercased() == "100-continue" else { throw .expectationFailed }
        return facts.hasBody
    }

    /// The token of RFC 6750 §2.1.
    private static func bearerToken(_ authorization: String?) -> String? {
        guard let value = authorization,
            let space = value.utf8.firstIndex(of: UInt8(ascii: " ")),
            value[..<space].lowercased() == "bearer"
        else { return nil }
        let token = value[space...].drop { $0 == " " }
        return token.isEmpty ? nil : String(token)
    }
}
