import NIOCore
import NIOEmbedded
import Testing

@testable import HTTPServer

/// What could mean one thing to a proxy and another to this server is refused, and nothing behind it is served
/// (RFC 9112 §11.2).
@Suite("Requests whose ends can be doubted", .timeLimit(.minutes(1)))
struct RequestFramingTests {
    struct Shape: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let status: Int
        var code = "BAD_REQUEST"

        var testDescription: String { name }

        init(_ name: String, _ text: String, status: Int = 400, code: String = "BAD_REQUEST") {
            self.name = name
            bytes = Array(text.utf8)
            self.status = status
            self.code = code
        }

        /// A POST with these header lines and this body.
        static func post(
            _ name: String,
            _ headers: String,
            _ body: String = "",
            version: String = "1.1",
            status: Int = 400,
            code: String = "BAD_REQUEST"
        ) -> Shape {
            let head = "POST /graphql HTTP/\(version)\r\nHost: h\r\nContent-Type: application/json\r\n"
            return Shape(name, head + headers + "\r\n" + body, status: status, code: code)
        }

        /// A GET with these header lines.
        static func get(_ name: String, _ headers: String) -> Shape {
            Shape(name, "GET /health/live HTTP/1.1\r\nHost: h\r\n\(headers)\r\n")
        }

        /// A chunked POST with this body.
        static func chunked(_ name: String, _ body: String, status: Int = 400, code: String = "BAD_REQUEST") -> Shape {
            .post(name, "Transfer-Encoding: chunked\r\n", body, status: status, code: code)
        }
    }

    private static let json = #"{"query":"a"}"#
    private static let chunks = "d\r\n\(json)\r\n0\r\n\r\n"

    static let codings: [Shape] = [
        "gzip, chunked", "identity", "gzip", "chunked, identity", "chunked, gzip", "xchunked", "x, chunked",
        "chunked;q=1", "\"chunked\"", "identity, chunked", "deflate,chunked", "chunkedx", "chunked x",
    ].map { .post("Transfer-Encoding: \($0)", "Transfer-Encoding: \($0)\r\n", chunks) }

    static let lengths: [Shape] =
        ["+13", "-13", "0x0d", "", "13, 13", "13,13", "1 3", "13;", "99999999999999999999999", "1e1", "١٣"]
        .map { .post("Content-Length: \($0)", "Content-Length: \($0)\r\n", json) } + [
            .post("two lengths", "Content-Length: 13\r\nContent-Length: 13\r\n", json),
            .post("two different lengths", "Content-Length: 13\r\ncontent-length: 1\r\n", json),
            .post("length, then coding", "Content-Length: 13\r\nTransfer-Encoding: chunked\r\n", chunks),
            .post("coding, then length", "Transfer-Encoding: chunked\r\nContent-Length: 13\r\n", chunks),
            .post("length and coding in any case", "CONTENT-LENGTH: 13\r\ntransfer-ENCODING: Chunked\r\n", chunks),
            .post("coding in HTTP/1.0", "Transfer-Encoding: chunked\r\n", chunks, version: "1.0"),
            .post("coding twice in one field", "Transfer-Encoding: chunked, chunked\r\n", chunks),
            .post("coding in two fields", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", chunks),
            .post(
                "identity and chunked in two",
                "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n",
                chunks
            ),
            .post("an empty coding", "Transfer-Encoding: \r\n", chunks),
        ]

    static let repeated: [Shape] = [
        "Authorization: Bearer a", "Content-Type: application/json", "Host: h", "X-Request-ID: r",
        "Content-Length: 13", "Expect: 100-continue", "Content-Encoding: identity",
    ].map { field in
        let again = field.lowercased()
        let more = field.hasPrefix("Content-L") ? "" : "Content-Length: 13\r\n"
        return Shape(
            "twice \(field)",
            "POST /graphql HTTP/1.1\r\n"
                + (field.hasPrefix("Host") ? "" : "Host: h\r\n")
                + (field.hasPrefix("Content-T") ? "" : "Content-Type: application/json\r\n")
                + "\(field)\r\nX-Between: 1\r\n\(again)\r\n\(more)\r\n\(json)"
        )
    }

    static let lines: [Shape] = [
        .get("a folded line", "X-A: a\r\n b: c\r\n"), .get("a line folded by a tab", "X-A: a\r\n\tb\r\n"),
        .get("a space before the colon", "X-A : a\r\n"), .get("a tab before the colon", "X-A\t: a\r\n"),
        .get("no name", ": a\r\n"), .get("no colon", "X-A\r\n"), .get("a space in the name", "X A: a\r\n"),
        .get("a bracket in the name", "X(A): a\r\n"), .get("a NUL in the value", "X-A: a\0b\r\n"),
        .get("a NUL in the name", "X\0A: a\r\n"), .get("a control character", "X-A: a\u{1}b\r\n"),
        .get("DEL", "X-A: a\u{7F}b\r\n"), .get("a bare CR in the value", "X-A: a\rb\r\n"),
        .get("a bare CR at the end", "X-A: a\rX-B: b\r\n"), .get("a bare LF", "X-A: a\nX-B: b\r\n"),
        .get("a name in Chinese", "信: a\r\n"),
        Shape("bare LFs", "GET /health/live HTTP/1.1\nHost: h\n\n"),
        Shape("a bare LF after the request line", "GET /health/live HTTP/1.1\nHost: h\r\n\r\n"),
        Shape("a bare LF at the end", "GET /health/live HTTP/1.1\r\nHost: h\r\n\n"),
        Shape("bare CRs", "GET /health/live HTTP/1.1\rHost: h\r\r"),
        Shape("space before the first field", "GET /health/live HTTP/1.1\r\n Host: h\r\n\r\n"),
        Shape("tabs in the request line", "GET\t/health/live\tHTTP/1.1\r\nHost: h\r\n\r\n"),
        Shape("a space behind the version", "GET /health/live HTTP/1.1 \r\nHost: h\r\n\r\n"),
        Shape("a space in the target", "GET /health/live x HTTP/1.1\r\nHost: h\r\n\r\n"),
        Shape("a NUL in the target", "GET /health\0/live HTTP/1.1\r\nHost: h\r\n\r\n"),
        Shape("a tab in the target", "GET /health/live\t HTTP/1.1\r\nHost: h\r\n\r\n"),
        Shape("Chinese in the target", "GET /信 HTTP/1.1\r\nHost: h\r\n\r\n"),
        Shape("a method in small letters", "get /health/live HTTP/1.1\r\nHost: h\r\n\r\n"),
        Shape("no target", "GET HTTP/1.1\r\nHost: h\r\n\r\n"),
        Shape("no version", "GET /health/live\r\nHost: h\r\n\r\n"),
        Shape("the version in small letters", "GET /health/live http/1.1\r\nHost: h\r\n\r\n"),
        Shape("version 1.10", "GET /health/live HTTP/1.10\r\nHost: h\r\n\r\n"),
        Shape("version 2.0", "GET /health/live HTTP/2.0\r\nHost: h\r\n\r\n"),
        Shape("version 0.9", "GET /health/live HTTP/0.9\r\nHost: h\r\n\r\n"),
        Shape("version 1.2", "GET /health/live HTTP/1.2\r\nHost: h\r\n\r\n"),
        Shape("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        Shape("two hosts in one", "GET /health/live HTTP/1.1\r\nHost: a, b\r\n\r\n"),
        Shape("a host with a space", "GET /health/live HTTP/1.1\r\nHost: a b\r\n\r\n"),
        Shape("a host with a path", "GET /health/live HTTP/1.1\r\nHost: a/b\r\n\r\n"),
        Shape("a host with a user", "GET /health/live HTTP/1.1\r\nHost: a@b\r\n\r\n"),
        Shape("an empty host", "GET /health/live HTTP/1.1\r\nHost:\r\n\r\n"),
        Shape("no host", "GET /health/live HTTP/1.1\r\n\r\n"),
    ]

    static let chunkShapes: [Shape] = [
        ("a sign", "+d\r\n\(json)\r\n0\r\n\r\n"), ("a minus", "-1\r\nx\r\n0\r\n\r\n"),
        ("a prefix", "0xd\r\n\(json)\r\n0\r\n\r\n"),
        ("a leading space", " d\r\n\(json)\r\n0\r\n\r\n"), ("no digits", "\r\n\(json)\r\n0\r\n\r\n"),
        ("a space behind", "d \r\n\(json)\r\n0\r\n\r\n"), ("a size that overflows", "fffffffffffffffff\r\nx"),
        ("a letter that is no digit", "g\r\nx\r\n0\r\n\r\n"), ("a bare LF", "d\n\(json)\r\n0\r\n\r\n"),
        ("no line end after the data", "d\r\n\(json)0\r\n\r\n"),
        ("a bare LF after the data", "d\r\n\(json)\n0\r\n\r\n"),
        ("a bare LF in an extension", "d;a=b\n\(json)\r\n0\r\n\r\n"),
        ("a NUL in an extension", "d;a=\0\r\n\(json)\r\n0\r\n\r\n"),
        ("a bare CR in an extension", "d;a\rb\r\n\(json)\r\n0\r\n\r\n"),
        ("a bare LF at the very end", "d\r\n\(json)\r\n0\n\n"),
        ("a folded trailer", "d\r\n\(json)\r\n0\r\nX: a\r\n b\r\n\r\n"),
        ("more data than said", "1\r\n\(json)\r\n0\r\n\r\n"),
    ].map { .chunked("a chunk with \($0.0)", $0.1) }

    /// They are 400, the connection ends, and the request that hides behind is never served.
    @Test("They are refused, and end the connection", arguments: codings + lengths + repeated + lines + chunkShapes)
    func refused(_ shape: Shape) async throws {
        let wire = try await HTTPWire()
        try await wire.send(bytes: shape.bytes)
        try await wire.send(HTTPWire.post("smuggled"))
        // One without an end yet is told when its time is over.
        await wire.advance(.seconds(31))
        let response = try await wire.receiveNow()
        #expect(response.status == shape.status, "\(response.body)")
        #expect(response.code == shape.code)
        #expect(response.headers["connection"] == "close")
        await wire.advance(.seconds(2))
        #expect(!wire.channel.isActive)
        #expect(try await wire.leftOver() == "")
        #expect(wire.endpoint.calls.isEmpty)
    }

    static let good: [(String, String, String)] = [
        ("leading line ends", "\r\n\r\n", ""), ("values with tabs and spaces", "", "X-A: \t a \t b \t\r\n"),
        ("an empty value", "", "X-A:\r\n"), ("a value in Chinese", "", "X-A: 信访\r\n"),
        ("two fields of one name", "", "X-A: a\r\nX-A: b\r\n"),
        ("several Accept", "", "Accept: */*\r\nAccept: text/html\r\n"),
        ("names of all token characters", "", "!#$%&'*+-.^_`|~09azAZ: a\r\n"),
        ("several cookies", "", "Cookie: a\r\nCookie: b\r\n"), ("quotes", "", "X-A: \"a\\\"b\"\r\n"),
    ]

    @Test("What is unusual and clear is served", arguments: good)
    func served(_ name: String, _ before: String, _ headers: String) async throws {
        let wire = try await HTTPWire()
        for _ in 0..<3 {
            try await wire.send(before + HTTPWire.post("a", headers: headers))
            #expect(try await wire.receive().status == 200)
        }
    }

    @Test(
        "Hosts are names and addresses, with a port or without",
        arguments: [
            "h", "h:8443", "docket.court.gov.cn", "127.0.0.1:1", "[::1]", "[::1]:8443", "a_b-c", "xn--55qx5d.cn",
        ]
    )
    func hosts(_ host: String) async throws {
        let wire = try await HTTPWire()
        try await wire.send("GET /health/live HTTP/1.1\r\nHost: \(host)\r\n\r\n")
        #expect(try await wire.receive().status == 200)
    }

    @Test("Chunks may be small, with extensions and trailers, in any case of the coding")
    func goodChunks() async throws {
        let wire = try await HTTPWire()
        let long = #"{"query":"\#(String(repeating: "a", count: 20_000))"}"#
        for (coding, body) in [
            ("chunked", "d;name=\"value\";other\r\n\(Self.json)\r\n0;last\r\nX-Trailer: a\r\nX-Other: b\r\n\r\n"),
            ("Chunked", Self.json.map { "1\r\n\($0)\r\n" }.joined() + "0\r\n\r\n"),
            ("CHUNKED", "00000d\r\n\(Self.json)\r\n000\r\n\r\n"),
            ("chunked", long.map { "1\r\n\($0)\r\n" }.joined() + "0\r\n\r\n"),
        ] {
            let head = "POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
            try await wire.send(head + "Transfer-Encoding: \(coding)\r\n\r\n" + body)
            #expect(try await wire.receive().status == 200)
        }
        #expect(wire.endpoint.calls.count == 4)
    }

    static let floods: [Shape] = [
        Shape("line ends", String(repeating: "\r\n", count: 100_000)),
        Shape(
            "line ends between requests",
            "GET /health/live HTTP/1.1\r\nHost: h\r\n\r\n" + String(repeating: "\r\n", count: 100_000)
        ),
        .get("spaces before a value", "X-A:\(String(repeating: " ", count: 200_000))a\r\n"),
        .get("spaces behind a value", "X-A: a\(String(repeating: "\t", count: 200_000))\r\n"),
        .chunked("one extension", "d;\(String(repeating: "x", count: 200_000))\r\n\(json)\r\n0\r\n\r\n"),
        .chunked(
            "many extensions",
            String(repeating: "1;\(String(repeating: "x", count: 1000))\r\n \r\n", count: 300) + "0\r\n\r\n"
        ),
        .chunked("zeros before a size", String(repeating: "0", count: 200_000) + "d\r\n\(json)\r\n0\r\n\r\n"),
        .chunked("spaces in a trailer", "0\r\nX-A:\(String(repeating: " ", count: 200_000))\r\n\r\n"),
        .chunked(
            "a long trailer",
            "0\r\nX-A: \(String(repeating: "a", count: 200_000))\r\n\r\n",
            status: 431,
            code: "HEADERS_TOO_LARGE"
        ),
        .chunked(
            "many trailers",
            "0\r\n\(String(repeating: "X-A: a\r\n", count: 30_000))\r\n",
            status: 431,
            code: "HEADERS_TOO_LARGE"
        ),
    ]

    /// Bytes that say nothing are read up to a limit.
    @Test("Floods of bytes that say nothing are refused", arguments: floods, [1460, 65_536])
    func flood(_ shape: Shape, piece: Int) async throws {
        let wire = try await HTTPWire()
        var rest = shape.bytes[...]
        var sentCount = 0
        while !rest.isEmpty {
            try await wire.send(bytes: Array(rest.prefix(piece)))
            rest = rest.dropFirst(piece)
            sentCount += piece
            if wire.isOutputClosed { break }
        }
        var response = try await wire.receiveNow()
        if shape.name == "line ends between requests" { response = try await wire.receiveNow() }
        #expect([400, 431].contains(response.status))
        #expect(["BAD_REQUEST", "HEADERS_TOO_LARGE"].contains(response.code))
        #expect(response.headers["connection"] == "close")
        // 32 KiB of headers, 16 KiB of anything else, and what one read brings with it.
        #expect(sentCount <= 48 * 1024 + 65_536)
        #expect(wire.endpoint.calls.isEmpty)
    }

    @Test(
        "Too many header fields are told by number, too long ones by length",
        arguments: [
            (256, 10, 200, ""), (257, 10, 431, "The request has more than 256 header fields."),
            (2000, 3, 431, "The request has more than 256 header fields."),
            (200, 200, 431, "The request line and headers are longer than 32768 bytes."),
            (300, 200, 431, "The request line and headers are longer than 32768 bytes."),
            (1, 40_000, 431, "The request line and headers are longer than 32768 bytes."),
        ]
    )
    func headerLimits(_ count: Int, _ length: Int, _ status: Int, _ message: String) async throws {
        let wire = try await HTTPWire()
        // Host is one of them.
        let line = "X: \(String(repeating: "x", count: length))\r\n"
        try await wire.send(
            "GET /health/live HTTP/1.1\r\nHost: h\r\n" + String(repeating: line, count: count - (length > 300 ? 0 : 1))
                + "\r\n"
        )
        let response = try await wire.receive()
        #expect(response.status == status)
        if status == 431 {
            #expect(response.code == "HEADERS_TOO_LARGE")
            #expect(response.body.contains(#""message":"\#(message)""#), "\(response.body)")
        }
    }

    @Test("An expectation other than 100-continue is told, and the connection ends")
    func expectationFailed() async throws {
        let wire = try await HTTPWire()
        try await wire.send(
            "POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nExpect: 200-ok\r\nContent-Length: 13\r\n\r\n"
        )
        let response = try await wire.receive()
        #expect(response.status == 417)
        #expect(response.code == "EXPECTATION_FAILED")
        #expect(response.headers["connection"] == "close")
    }

    @Test(
        "A WebSocket is refused by name, on any path",
        arguments: [
            "/graphql", "/", "/subscriptions", "/graphql?query=a",
        ]
    )
    func webSocket(_ path: String) async throws {
        let wire = try await HTTPWire()
        try await wire.send(
            "GET \(path) HTTP/1.1\r\nHost: h\r\nConnection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"
        )
        let response = try await wire.receive()
        #expect(response.status == 400)
        #expect(response.code == "WEBSOCKET_NOT_SUPPORTED")
        #expect(response.body.contains("graphql-ws"))
        #expect(response.headers["connection"] == "close")
    }

    /// Offers of other protocols may be ignored (RFC 9110 §7.8); what follows could be either protocol, so it ends.
    @Test("Another upgrade is ignored, and the answer is the last", arguments: ["h2c", "TLS/1.0", "foo/2, bar"])
    func otherUpgrade(_ name: String) async throws {
        let wire = try await HTTPWire()
        try await wire.send(
            "POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 13\r\n"
                + "Connection: Upgrade\r\nUpgrade: \(name)\r\n\r\n\(Self.json)"
        )
        let response = try await wire.receive()
        #expect(response.status == 200)
        #expect(response.headers["connection"] == "close")
        try await wire.send(HTTPWire.post("behind"))
        #expect(try await wire.leftOver() == "")
        #expect(wire.endpoint.calls.map(\.document) == ["a"])
    }

    @Test("A tunnel is not a method that is served")
    func connect() async throws {
        let wire = try await HTTPWire()
        try await wire.send("CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n")
        let response = try await wire.receive()
        #expect([400, 404, 405].contains(response.status))
        #expect(response.headers["connection"] == "close")
    }
}
