import NIOCore
import NIOHTTP1
import Testing

@testable import HTTPServer

@Suite("The requests of one connection")
struct RequestExchangeTests {
    private var exchange = RequestExchange(
        RequestHeadReader(
            maxBodyBytes: 10,
            headerLimits: HeaderLimits(byteCount: 1000, count: 256),
            isHardened: false
        )
    )

    private func post(_ more: [(String, String)] = [], version: HTTPVersion = .http1_1) -> HTTPRequestHead {
        let headers = [("Host", "h"), ("Content-Type", "application/json")] + more
        return HTTPRequestHead(version: version, method: .POST, uri: "/graphql", headers: HTTPHeaders(headers))
    }

    private let lost = HTTPRequestHead(
        version: .http1_1,
        method: .POST,
        uri: "/lost",
        headers: ["Host": "h", "Content-Length": "5"]
    )

    private let request = IncomingRequest(operation: .graphQLBody(.json), bearerToken: nil, expectsContinue: false)

    @Test("Head, body and end make a request; its answer makes room for the next")
    func whole() {
        var exchange = exchange
        #expect(exchange.isIdle)
        let actions = [
            exchange.receive(post(), requestID: "r"), exchange.receive(ByteBuffer(string: "01234")),
            exchange.receive(ByteBuffer(string: "56789")), exchange.receiveEnd(),
        ]
        #expect(actions == [.wait, .wait, .wait, .serve(request, body: ByteBuffer(string: "0123456789"))])
        #expect(exchange.isResponding)
        #expect(
            exchange.envelope
                == RequestExchange.Envelope(
                    requestID: "r",
                    method: .POST,
                    route: .graphQL,
                    isHTTP10: false,
                    isKeptAlive: true
                )
        )
        let isKept = exchange.answered()
        #expect(isKept)
        #expect(exchange.isIdle)
        #expect(exchange.envelope == nil)
    }

    @Test("One byte too many is refused at once, and closes")
    func tooLarge() {
        var exchange = exchange
        let actions = [
            exchange.receive(post([("Transfer-Encoding", "chunked")]), requestID: "r"),
            exchange.receive(ByteBuffer(string: "0123456789")), exchange.receive(ByteBuffer(string: "x")),
            exchange.receive(ByteBuffer(string: "dropped")), exchange.receiveEnd(),
        ]
        #expect(actions == [.wait, .wait, .refuse(.payloadTooLarge(limit: 10)), .wait, .wait])
        let isKept = exchange.answered()
        #expect(!isKept)
    }

    @Test("A declared length too many is refused before the body")
    func declaredTooLarge() {
        var exchange = exchange
        let action = exchange.receive(post([("Content-Length", "11")]), requestID: "r")
        #expect(action == .refuse(.payloadTooLarge(limit: 10)))
        #expect(exchange.envelope?.isKeptAlive == false)
    }

    @Test("A refused request's small body is dropped, and the connection kept")
    func refusedWithBody() {
        var exchange = exchange
        let actions = [
            exchange.receive(lost, requestID: "r"), exchange.receive(ByteBuffer(string: "01234")),
            exchange.receiveEnd(),
        ]
        #expect(actions == [.wait, .wait, .refuse(.notFound)])
        let isKept = exchange.answered()
        #expect(isKept)
    }

    @Test("A refused request's endless body is not read to its end")
    func refusedWithEndlessBody() {
        var exchange = exchange
        let head = HTTPRequestHead(
            version: .http1_1,
            method: .POST,
            uri: "/lost",
            headers: ["Host": "h", "Transfer-Encoding": "chunked"]
        )
        let actions = [
            exchange.receive(head, requestID: "r"), exchange.receive(ByteBuffer(string: "0123456789")),
            exchange.receive(ByteBuffer(string: "x")),
        ]
        #expect(actions == [.wait, .wait, .refuse(.notFound)])
        let isKept = exchange.answered()
        #expect(!isKept)
    }

    @Test("Who expects 100 Continue is invited, or refused and closed")
    func expectation() {
        var exchange = exchange
        var other = exchange
        let invited = exchange.receive(post([("Expect", "100-continue"), ("Content-Length", "5")]), requestID: "r")
        #expect(invited == .inviteBody)
        let refused = other.receive(post([("Expect", "100-continue"), ("Content-Length", "11")]), requestID: "r")
        #expect(refused == .refuse(.payloadTooLarge(limit: 10)))
        let isKept = other.answered()
        #expect(!isKept)
    }

    @Test("Connection: close, and HTTP/1.0 without keep-alive, close after the answer")
    func notKept() {
        for head in [post([("Connection", "close")]), post(version: .http1_0)] {
            var exchange = exchange
            _ = exchange.receive(head, requestID: "r")
            _ = exchange.receiveEnd()
            let isKept = exchange.answered()
            #expect(!isKept)
        }
        var exchange = exchange
        _ = exchange.receive(post([("Connection", "keep-alive")], version: .http1_0), requestID: "r")
        _ = exchange.receiveEnd()
        let isKept = exchange.answered()
        #expect(isKept)
    }

    @Test("What is not HTTP is refused and closes, before or within a request")
    func malformed() {
        let refusal = Refusal.badRequest("no")
        var idle = exchange
        let first = idle.receiveMalformed(refusal, requestID: "m")
        #expect(first == .refuse(refusal))
        #expect(idle.envelope == .malformed(requestID: "m"))
        var collecting = exchange
        _ = collecting.receive(post(), requestID: "r")
        let second = collecting.receiveMalformed(refusal, requestID: "m")
        #expect(second == .refuse(refusal))
        #expect(collecting.envelope?.requestID == "r")
        #expect(collecting.envelope?.isKeptAlive == false)
    }

    @Test("Garbage behind a request lets its answer out, then closes")
    func garbageBehind() {
        var exchange = exchange
        _ = exchange.receive(post(), requestID: "r")
        _ = exchange.receiveEnd()
        let action = exchange.receiveMalformed(.badRequest("no"), requestID: "m")
        #expect(action == .wait)
        let isKept = exchange.answered()
        #expect(!isKept)
    }

    @Test("Time over: idle closes, a request is told, an unread answer closes")
    func expiry() {
        var idle = exchange
        var collecting = exchange
        _ = collecting.receive(post(), requestID: "r")
        var skipping = exchange
        _ = skipping.receive(lost, requestID: "r")
        let actions = [idle.expire(), collecting.expire(), skipping.expire(), collecting.expire()]
        #expect(actions == [.close, .refuse(.requestTimeout), .refuse(.requestTimeout), .close])
    }

    @Test("A client that finishes sending still gets its answer, not another request")
    func inputClosed() {
        var idle = exchange
        var collecting = exchange
        _ = collecting.receive(post(), requestID: "r")
        var responding = collecting
        _ = responding.receiveEnd()
        let actions = [idle.receiveInputClosed(), collecting.receiveInputClosed(), responding.receiveInputClosed()]
        #expect(actions == [.close, .close, .wait])
        let isKept = responding.answered()
        #expect(!isKept)
    }

    @Test("After the end nothing is served")
    func closed() {
        var exchange = exchange
        exchange.abandon()
        let actions = [
            exchange.receive(post(), requestID: "r"), exchange.receive(ByteBuffer(string: "x")), exchange.receiveEnd(),
            exchange.receiveMalformed(.badRequest("no"), requestID: "m"), exchange.receiveInputClosed(),
            exchange.expire(),
        ]
        #expect(actions == [.wait, .wait, .wait, .wait, .wait, .close])
    }
}

extension RequestExchange {
    fileprivate mutating func receive(_ head: HTTPRequestHead, requestID: String) -> Action {
        receive(head, HeadFacts(head), requestID: requestID)
    }
}
