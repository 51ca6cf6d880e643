import NIOHTTP1
import Testing

@testable import HTTPServer

@Suite("What a request's head decides")
struct RequestHeadReaderTests {
    private let json = [("Host", "localhost"), ("Content-Type", "application/json")]

    private func read(
        _ method: HTTPMethod,
        _ uri: String,
        _ headers: [(String, String)] = [("Host", "localhost")],
        version: HTTPVersion = .http1_1,
        isHardened: Bool = false
    ) -> Result<IncomingRequest, Refusal> {
        let reader = RequestHeadReader(
            maxBodyBytes: 1000,
            headerLimits: HeaderLimits(byteCount: 500, count: 256),
            isHardened: isHardened
        )
        let head = HTTPRequestHead(version: version, method: method, uri: uri, headers: HTTPHeaders(headers))
        return Result { () throws(Refusal) in try reader.read(head, HeadFacts(head)) }
    }

    private func operation(_ result: Result<IncomingRequest, Refusal>) throws -> IncomingRequest.Operation {
        try result.get().operation
    }

    private func refusal(_ result: Result<IncomingRequest, Refusal>) -> Refusal? {
        if case .failure(let refusal) = result { refusal } else { nil }
    }

    @Test("Every path is found by GET and HEAD", arguments: [HTTPMethod.GET, .HEAD])
    func routes(_ method: HTTPMethod) throws {
        #expect(try operation(read(method, "/graphql?query=a")) == .graphQLQuery("query=a", .json))
        #expect(try operation(read(method, "/health/live")) == .live)
        #expect(try operation(read(method, "/health/ready?verbose")) == .ready)
        #expect(try operation(read(method, "/metrics")) == .metrics)
        #expect(try operation(read(method, "/schema.graphql")) == .schema)
    }

    @Test("The absolute form of a target is understood")
    func absoluteForm() throws {
        #expect(try operation(read(.GET, "https://localhost:8443/health/live")) == .live)
        #expect(try operation(read(.GET, "HTTP://h/graphql?query=a")) == .graphQLQuery("query=a", .json))
        #expect(refusal(read(.GET, "https://localhost")) == .notFound)
    }

    @Test(
        "Other paths are not found",
        arguments: ["/", "/graphql/", "/GraphQL", "*", "", "/health", "//graphql", "/graphql%3F"]
    )
    func notFound(_ path: String) { #expect(refusal(read(.GET, path)) == .notFound) }

    @Test("Other methods are told which are served")
    func methods() {
        #expect(refusal(read(.DELETE, "/graphql"))?.allow == "GET, HEAD, POST")
        #expect(refusal(read(.OPTIONS, "/graphql"))?.status == .methodNotAllowed)
        #expect(refusal(read(.POST, "/metrics"))?.allow == "GET, HEAD")
        #expect(refusal(read(.RAW(value: "BREW"), "/health/live"))?.code == "METHOD_NOT_ALLOWED")
    }

    @Test("A hardened server has no GET and no schema")
    func hardened() throws {
        #expect(refusal(read(.GET, "/graphql?query=a", isHardened: true))?.allow == "POST")
        #expect(refusal(read(.HEAD, "/graphql?query=a", isHardened: true))?.status == .methodNotAllowed)
        #expect(refusal(read(.GET, "/schema.graphql", isHardened: true)) == .notFound)
        #expect(try operation(read(.POST, "/graphql", json, isHardened: true)) == .graphQLBody(.json))
        #expect(try operation(read(.GET, "/health/live", isHardened: true)) == .live)
    }

    @Test(
        "JSON in UTF-8 is read",
        arguments: [
            "application/json", "application/json; charset=utf-8", "Application/Json;charset=\"UTF-8\"",
            "application/json;",
        ]
    )
    func contentTypes(_ contentType: String) throws {
        let headers = [("Host", "h"), ("content-type", contentType)]
        #expect(try operation(read(.POST, "/graphql", headers)) == .graphQLBody(.json))
    }

    @Test(
        "Other bodies are not",
        arguments: [
            "text/plain", "application/json; charset=gbk", "application/graphql", "application/x-www-form-urlencoded",
            "json", "",
            "application/jsonp", "multipart/form-data; boundary=x",
        ]
    )
    func otherContentTypes(_ contentType: String) {
        let refusal = refusal(read(.POST, "/graphql", [("Host", "h"), ("Content-Type", contentType)]))
        #expect(refusal?.status == .unsupportedMediaType)
        #expect(refusal?.code == "UNSUPPORTED_MEDIA_TYPE")
    }

    @Test("A missing, a repeated and an encoded content type are told apart")
    func contentTypeMessages() {
        #expect(
            refusal(read(.POST, "/graphql"))?.message
                == "A GraphQL request's Content-Type is application/json in UTF-8; this one has none."
        )
        #expect(
            refusal(read(.POST, "/graphql", json + [("content-type", "text/plain")]))?.message
                == "The header Content-Type is given more than once."
        )
        #expect(
            refusal(read(.POST, "/graphql", json + [("Content-Encoding", "gzip")]))?.message
                == "Request bodies are read without Content-Encoding only."
        )
        #expect(refusal(read(.POST, "/graphql", json + [("Content-Encoding", "identity")])) == nil)
    }

    @Test("Accept is heeded for GraphQL only")
    func accept() throws {
        #expect(refusal(read(.POST, "/graphql", json + [("Accept", "text/html")])) == .notAcceptable)
        #expect(refusal(read(.GET, "/graphql?query=a", [("Host", "h"), ("Accept", "text/html")])) == .notAcceptable)
        #expect(try operation(read(.GET, "/health/live", [("Host", "h"), ("Accept", "text/html")])) == .live)
        let headers = json + [("Accept", "application/graphql-response+json")]
        #expect(try operation(read(.POST, "/graphql", headers)) == .graphQLBody(.graphQLResponse))
    }

    @Test("A declared length over the limit is refused at once")
    func declaredLength() {
        #expect(refusal(read(.POST, "/graphql", json + [("Content-Length", "1000")])) == nil)
        let refusal = refusal(read(.POST, "/graphql", json + [("Content-Length", "1001")]))
        #expect(refusal?.status == .payloadTooLarge)
        #expect(refusal?.code == "PAYLOAD_TOO_LARGE")
        #expect(refusal?.message == "The request body is longer than 1000 bytes.")
    }

    @Test("Headers over the limit are refused")
    func headerLimit() {
        let refusal = refusal(
            read(.GET, "/health/live", [("Host", "h"), ("X-Long", String(repeating: "x", count: 500))])
        )
        #expect(refusal?.status == .requestHeaderFieldsTooLarge)
        #expect(refusal?.code == "HEADERS_TOO_LARGE")
        #expect(self.refusal(read(.GET, "/" + String(repeating: "x", count: 500)))?.code == "HEADERS_TOO_LARGE")
    }

    @Test("A request names its host once; HTTP/1.0 need not")
    func host() throws {
        #expect(refusal(read(.GET, "/health/live", []))?.status == .badRequest)
        #expect(refusal(read(.GET, "/health/live", [("Host", "a"), ("HOST", "b")]))?.code == "BAD_REQUEST")
        #expect(try operation(read(.GET, "/health/live", [], version: .http1_0)) == .live)
    }

    @Test("100-continue is the only expectation, and needs a body and HTTP/1.1")
    func expectations() throws {
        let expecting = json + [("Expect", "100-Continue"), ("Content-Length", "5")]
        #expect(try read(.POST, "/graphql", expecting).get().expectsContinue)
        #expect(
            try read(.POST, "/graphql", json + [("Expect", "100-continue"), ("Transfer-Encoding", "chunked")]).get()
                .expectsContinue
        )
        #expect(try !read(.POST, "/graphql", json + [("Expect", "100-continue")]).get().expectsContinue)
        #expect(try !read(.POST, "/graphql", expecting, version: .http1_0).get().expectsContinue)
        #expect(refusal(read(.POST, "/graphql", json + [("Expect", "tea")]))?.status == .expectationFailed)
    }

    @Test(
        "A bearer token is taken, in any case of its scheme",
        arguments: [
            ("Bearer abc", "abc"), ("bearer  abc", "abc"), ("BEARER a.b-c", "a.b-c"), ("Basic abc", nil),
            ("Bearer", nil), ("Bearer ", nil),
            ("", nil),
        ] as [(String, String?)]
    )
    func bearerToken(_ value: String, _ expected: String?) throws {
        #expect(
            try read(.GET, "/health/live", [("Host", "h"), ("Authorization", value)]).get().bearerToken == expected
        )
    }
}

@Suite("Request ids")
struct RequestIDTests {
    @Test("A plain token is kept")
    func kept() {
        var ids = RequestIDs()
        for id in ["a", "4bf92f35-77b3.a_b", String(repeating: "x", count: 64)] {
            #expect(ids.accepted(id) == id)
        }
    }

    @Test(
        "Anything else is replaced",
        arguments: ["", "a b", "a\r\nb", "信", String(repeating: "x", count: 65), "<script>"]
    )
    func replaced(_ offered: String) {
        var ids = RequestIDs()
        let id = ids.accepted(offered)
        #expect(id.count == 16)
        #expect(id.allSatisfy { $0.isHexDigit })
    }

    @Test("Made ids differ, on one connection and between two")
    func unique() {
        var (one, other) = (RequestIDs(), RequestIDs())
        let made = (0..<1000).flatMap { _ in [one.accepted(nil), other.accepted(nil)] }
        #expect(Set(made).count == 2000)
    }
}

@Suite("HTTP dates")
struct HTTPDateTests {
    @Test(
        "They are written as RFC 9110 does",
        arguments: [
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (1_530_230_399, "Thu, 28 Jun 2018 23:59:59 GMT"),
            (1_735_603_200, "Tue, 31 Dec 2024 00:00:00 GMT"), (1_735_689_600, "Wed, 01 Jan 2025 00:00:00 GMT"),
        ] as [(Int64, String)]
    )
    func format(_ seconds: Int64, _ expected: String) {
        var date = HTTPDate()
        #expect(date.text(at: seconds) == expected)
        #expect(date.text(at: seconds) == expected)
        #expect(date.text(at: seconds + 1) != expected)
    }
}
