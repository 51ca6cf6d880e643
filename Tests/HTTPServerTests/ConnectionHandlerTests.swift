import GraphQLExecution
import NIOCore
import NIOEmbedded
import Testing

@testable import HTTPServer

@Suite("A connection's handler", .timeLimit(.minutes(1)))
struct ConnectionHandlerTests {
    // MARK: Order

    @Test("Requests on one connection are answered one after the other")
    func keepAlive() async throws {
        let wire = try await HTTPWire()
        for document in ["a", "b", "c"] {
            try await wire.post(document)
            let response = try await wire.receive()
            #expect(response.status == 200)
            #expect(response.body == #"{"data":{"echo":"\#(document)"}}"#)
            #expect(response.headers["connection"] == nil)
        }
        #expect(wire.channel.isActive)
    }

    @Test("Pipelined requests are answered in order, the slow one first")
    func pipelining() async throws {
        let wire = try await HTTPWire()
        try await wire.send(HTTPWire.post("wait 1") + HTTPWire.post("2") + "GET /lost HTTP/1.1\r\nHost: h\r\n\r\n")
        wire.endpoint.gate.open()
        #expect(try await wire.receive().body == #"{"data":{"echo":"wait 1"}}"#)
        #expect(try await wire.receive().body == #"{"data":{"echo":"2"}}"#)
        #expect(try await wire.receive().status == 404)
        #expect(wire.endpoint.calls.map(\.document) == ["wait 1", "2"])
    }

    @Test("Thousands of refused pipelined requests do not nest")
    func manyRefused() async throws {
        let wire = try await HTTPWire()
        let count = 5000
        let lost = String(repeating: "GET /lost HTTP/1.1\r\nHost: h\r\n\r\n", count: count)
        try await wire.send(HTTPWire.post("wait") + lost)
        wire.endpoint.gate.open()
        #expect(try await wire.receive().status == 200)
        for _ in 0..<count {
            await wire.settle()
            let response = try await wire.receive()
            guard response.status == 404 else {
                Issue.record("Status \(response.status)")
                return
            }
        }
        #expect(wire.channel.isActive)
    }

    @Test("A chunked body is put together, in whatever pieces it comes")
    func chunked() async throws {
        let wire = try await HTTPWire()
        let head =
            "POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        for piece in [head, "9\r\n{\"query\":", "\r\n5", "\r\n\"{a}\"\r\n", "1\r\n}\r\n0\r\n", "\r\n"] {
            try await wire.send(piece)
        }
        #expect(try await wire.receive().body == #"{"data":{"echo":"{a}"}}"#)
    }

    @Test("A request may come byte by byte")
    func byteByByte() async throws {
        let wire = try await HTTPWire()
        for character in HTTPWire.post("slow") { try await wire.send(String(character)) }
        #expect(try await wire.receive().body == #"{"data":{"echo":"slow"}}"#)
    }

    // MARK: What is told the endpoint, and the client

    @Test("The endpoint learns the token, the id, the address and the method")
    func origin() async throws {
        let wire = try await HTTPWire()
        try await wire.post("a", headers: "Authorization: Bearer abc\r\nX-Request-ID: id-1\r\n")
        #expect(try await wire.receive().headers["x-request-id"] == "id-1")
        try await wire.send("GET /graphql?query=b HTTP/1.1\r\nHost: h\r\n\r\n")
        let made = try await wire.receive().headers["x-request-id"]
        let calls = wire.endpoint.calls
        #expect(calls.map(\.origin.bearerToken) == ["abc", nil])
        #expect(calls.map(\.origin.requestID) == ["id-1", made])
        #expect(calls.map(\.origin.allowsMutation) == [true, false])
        #expect(calls.map(\.origin.remoteAddress) == ["127.0.0.1", "127.0.0.1"])
    }

    @Test("HEAD gets GET's headers and no body")
    func head() async throws {
        let wire = try await HTTPWire()
        try await wire.send("HEAD /health/live HTTP/1.1\r\nHost: h\r\n\r\nGET /health/live HTTP/1.1\r\nHost: h\r\n\r\n")
        let head = try await wire.receive(isHead: true)
        let get = try await wire.receive()
        #expect(head.status == 200)
        #expect(head.headers["content-length"] == "17")
        #expect(get.body == #"{"status":"live"}"#)
    }

    @Test("HTTP/1.0 is kept only when it asks")
    func http10() async throws {
        let wire = try await HTTPWire()
        try await wire.send("GET /health/live HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        #expect(try await wire.receive().headers["connection"] == "keep-alive")
        try await wire.send("GET /health/live HTTP/1.0\r\n\r\n")
        #expect(try await wire.receive().headers["connection"] == "close")
    }

    @Test("Connection: close is answered alike; the connection lingers, then ends")
    func close() async throws {
        let wire = try await HTTPWire { $0.lingerTimeout = .seconds(2) }
        try await wire.post("a", headers: "Connection: close\r\n")
        #expect(try await wire.receive().headers["connection"] == "close")
        try await wire.post("dropped")
        await wire.advance(.seconds(1))
        #expect(wire.channel.isActive)
        await wire.advance(.seconds(1))
        #expect(!wire.channel.isActive)
        #expect(wire.endpoint.calls.count == 1)
    }

    // MARK: Limits

    @Test("100 Continue is sent when the body may come")
    func expectContinue() async throws {
        let wire = try await HTTPWire()
        let head = "POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n"
        try await wire.send(head + "Content-Length: 13\r\n\r\n")
        #expect(try await wire.receive().status == 100)
        try await wire.send(#"{"query":"a"}"#)
        #expect(try await wire.receive().status == 200)
    }

    @Test("A body that is declared too long is refused instead of invited")
    func expectTooMuch() async throws {
        let wire = try await HTTPWire { $0.maxBodyBytes = 100 }
        let head = "POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n"
        try await wire.send(head + "Content-Length: 101\r\n\r\n")
        let response = try await wire.receive()
        #expect(response.status == 413)
        #expect(response.code == "PAYLOAD_TOO_LARGE")
        #expect(response.headers["connection"] == "close")
    }

    @Test("A chunked body is refused when it grows too long; the rest is read and dropped")
    func chunkedTooLong() async throws {
        let wire = try await HTTPWire { $0.maxBodyBytes = 100 }
        let head =
            "POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        let chunk = "40\r\n" + String(repeating: " ", count: 64) + "\r\n"
        try await wire.send(head + chunk + chunk)
        let response = try await wire.receive()
        #expect(response.status == 413)
        #expect(response.headers["connection"] == "close")
        try await wire.send(chunk + chunk + "0\r\n\r\n")
        #expect(wire.channel.isActive)
        await wire.advance(.seconds(2))
        #expect(!wire.channel.isActive)
        #expect(wire.endpoint.calls.isEmpty)
    }

    @Test("A refused request with a small body keeps the connection")
    func refusedKeepsConnection() async throws {
        let wire = try await HTTPWire()
        try await wire.send("POST /lost HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\n01234")
        #expect(try await wire.receive().status == 404)
        try await wire.post("a")
        #expect(try await wire.receive().status == 200)
    }

    @Test("Headers that are too long are refused, single or together")
    func headersTooLong() async throws {
        let long = "X-A: \(String(repeating: "x", count: 300))\r\n"
        for headers in [String(repeating: long, count: 4), "X-B: \(String(repeating: "x", count: 2000))\r\n"] {
            let wire = try await HTTPWire { $0.maxHeaderBytes = 1000 }
            try await wire.send("GET /health/live HTTP/1.1\r\nHost: h\r\n\(headers)\r\n")
            let response = try await wire.receive()
            #expect(response.status == 431)
            #expect(response.code == "HEADERS_TOO_LARGE")
        }
    }

    @Test(
        "What is not HTTP is told so and closed",
        arguments: [
            "garbage\r\n\r\n", "GET /health/live HTTP/9.9\r\n\r\n", "GET /health/live HTTP/1.1\r\nHost : h\r\n\r\n",
            "POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Length: x\r\n\r\n", "\u{16}\u{3}\u{1}\u{0}\u{1}",
            "POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        ]
    )
    func malformed(_ text: String) async throws {
        let wire = try await HTTPWire()
        try await wire.send(text)
        let response = try await wire.receive()
        #expect(response.status == 400)
        #expect(response.code == "BAD_REQUEST")
        #expect(response.headers["connection"] == "close")
        await wire.advance(.seconds(2))
        #expect(!wire.channel.isActive)
    }

    @Test("Garbage behind a request comes after its answer")
    func garbageBehind() async throws {
        let wire = try await HTTPWire()
        try await wire.send(HTTPWire.post("wait") + "garbage\r\n\r\n")
        wire.endpoint.gate.open()
        #expect(try await wire.receive().status == 200)
        #expect(try await wire.receive().status == 400)
    }

    // MARK: Time

    @Test("A connection without a request is closed when idle for too long")
    func idle() async throws {
        let wire = try await HTTPWire { $0.idleTimeout = .seconds(10) }
        await wire.advance(.seconds(9))
        try await wire.post("a")
        _ = try await wire.receive()
        await wire.advance(.seconds(9))
        #expect(wire.channel.isActive)
        await wire.advance(.seconds(1))
        #expect(!wire.channel.isActive)
    }

    @Test("A head that trickles in does not extend its time")
    func slowHead() async throws {
        let wire = try await HTTPWire {
            $0.idleTimeout = .seconds(100)
            $0.requestTimeout = .seconds(10)
        }
        try await wire.send("GET /health/live HTTP/1.1\r\n")
        for index in 0..<9 {
            await wire.advance(.seconds(1))
            try await wire.send("X-\(index): x\r\n")
        }
        #expect(wire.channel.isActive)
        await wire.advance(.seconds(1))
        #expect(!wire.channel.isActive)
    }

    @Test("A body that trickles in is told that its time is over")
    func slowBody() async throws {
        let wire = try await HTTPWire { $0.requestTimeout = .seconds(10) }
        try await wire.send(
            "POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n"
        )
        for _ in 0..<10 {
            try await wire.send("x")
            await wire.advance(.seconds(1))
        }
        let response = try await wire.receive()
        #expect(response.status == 408)
        #expect(response.code == "REQUEST_TIMEOUT")
        await wire.advance(.seconds(2))
        #expect(!wire.channel.isActive)
    }

    @Test("An answer may take its time")
    func slowAnswer() async throws {
        let wire = try await HTTPWire()
        try await wire.post("wait")
        var events = wire.endpoint.gate.events.makeAsyncIterator()
        #expect(await events.next() == .arrived)
        await wire.advance(.hours(1))
        #expect(wire.channel.isActive)
        wire.endpoint.gate.open()
        #expect(try await wire.receive().status == 200)
    }

    // MARK: Ends

    @Test("A client that goes away cancels its request")
    func disconnect() async throws {
        let wire = try await HTTPWire()
        try await wire.post("wait")
        var events = wire.endpoint.gate.events.makeAsyncIterator()
        #expect(await events.next() == .arrived)
        try await wire.channel.close()
        #expect(await events.next() == .cancelled)
    }

    @Test("A client that only stops sending gets its answer, then the end")
    func halfClosed() async throws {
        let wire = try await HTTPWire()
        try await wire.post("wait")
        var events = wire.endpoint.gate.events.makeAsyncIterator()
        #expect(await events.next() == .arrived)
        try await wire.channel.testingEventLoop.executeInContext { [channel = wire.channel] in
            channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        }
        wire.endpoint.gate.open()
        let response = try await wire.receive()
        #expect(response.status == 200)
        #expect(response.headers["connection"] == "close")
    }

    @Test("An idle client that stops sending is let go")
    func halfClosedIdle() async throws {
        let wire = try await HTTPWire()
        try await wire.channel.testingEventLoop.executeInContext { [channel = wire.channel] in
            channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        }
        #expect(!wire.channel.isActive)
    }

    @Test("An error of the connection ends it")
    func connectionError() async throws {
        let wire = try await HTTPWire()
        try await wire.channel.testingEventLoop.executeInContext { [channel = wire.channel] in
            channel.pipeline.fireErrorCaught(ChannelError.alreadyClosed)
        }
        #expect(!wire.channel.isActive)
    }
}
