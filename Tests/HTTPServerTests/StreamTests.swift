import NIOCore
import NIOEmbedded
import Testing

@testable import HTTPServer

@Suite("Bodies that are streamed", .timeLimit(.minutes(1)))
struct StreamTests {
    private let stub = StreamStub()

    private func head(_ method: String = "PUT", _ name: String = "a", _ fields: String = "") -> String {
        "\(method) /s/\(name) HTTP/1.1\r\nHost: h\r\n\(fields)\r\n"
    }

    /// Waits until the endpoint has got so much.
    private func received(_ byteCount: Int, _ wire: HTTPWire) async throws {
        while stub.receivedByteCount < byteCount {
            try Task.checkCancellation()
            await Task.yield()
            await wire.settle()
        }
    }

    @Test("A body is handed on as it comes, in whatever pieces, and the connection is kept")
    func pieces() async throws {
        let wire = try await HTTPWire(streams: [stub])
        try await wire.send(head("PUT", "a", "Content-Length: 10\r\n") + "0123")
        try await received(4, wire)
        try await wire.send("456")
        try await received(7, wire)
        try await wire.send("789")
        let response = try await wire.receive()
        #expect(response.status == 201)
        #expect(response.body == "received 10")
        #expect(response.headers["connection"] == nil)
        try await wire.send(head("PUT", "b", "Transfer-Encoding: chunked\r\n") + "3\r\nabc\r\n")
        try await received(13, wire)
        try await wire.send("1\r\nd\r\n0\r\n\r\n")
        #expect(try await wire.receive().body == "received 4")
        #expect(stub.requests.map(\.contentLength) == [10, nil])
        #expect(stub.requests.map(\.name) == ["a", "b"])
        try await wire.post("after")
        #expect(try await wire.receive().status == 200)
    }

    @Test("Requests before and after a streamed one in the same bytes are answered in order")
    func pipelined() async throws {
        let wire = try await HTTPWire(streams: [stub])
        try await wire.send(
            HTTPWire.post("first") + head("PUT", "a", "Content-Length: 3\r\n") + "abc" + head("GET", "b")
                + HTTPWire.post("last")
        )
        #expect(try await wire.receive().body.contains("first"))
        #expect(try await wire.receive().body == "received 3")
        #expect(try await wire.receive().body.utf8.count == 100_000)
        #expect(try await wire.receive().body.contains("last"))
    }

    @Test("While the endpoint does not read, the client is not read either")
    func backPressure() async throws {
        let wire = try await HTTPWire(streams: [stub])
        try await wire.send(head("PUT", "held", "Content-Length: 900000\r\n"))
        let piece = [UInt8](repeating: 0x61, count: 100_000)
        for _ in 0..<9 { try await wire.send(bytes: piece) }
        await wire.settle()
        #expect(stub.receivedByteCount == 0)
        // What waits in the body is bounded; the rest waits as bytes in front of the parser, where reading has stopped.
        let isReading = try await wire.isReading()
        #expect(!isReading)
        stub.gate.open()
        #expect(try await wire.receive().body == "received 900000")
    }

    @Test("An early answer ends the connection; what still comes is dropped")
    func early() async throws {
        let wire = try await HTTPWire(streams: [stub])
        try await wire.send(head("PUT", "refused", "Content-Length: 500000\r\n") + "abc")
        let response = try await wire.receive()
        #expect(response.status == 404)
        #expect(response.headers["connection"] == "close")
        try await wire.send("def")
        await wire.settle()
        #expect(wire.isOutputClosed)
    }

    @Test("A refused request without a body keeps the connection")
    func refusedWithoutBody() async throws {
        let wire = try await HTTPWire(streams: [stub])
        try await wire.send(head("GET", "refused"))
        let response = try await wire.receive()
        #expect(response.status == 404)
        #expect(response.headers["connection"] == nil)
        try await wire.post("after")
        #expect(try await wire.receive().status == 200)
    }

    @Test("A client that waits for 100 Continue is invited when its body is wanted, and not before")
    func expectation() async throws {
        let wire = try await HTTPWire(streams: [stub])
        let fields = "Content-Length: 3\r\nExpect: 100-continue\r\n"
        try await wire.send(head("PUT", "held", fields))
        await wire.settle()
        #expect(try await wire.leftOver() == "")
        stub.gate.open()
        #expect(try await wire.receive().status == 100)
        try await wire.send("abc")
        #expect(try await wire.receive().body == "received 3")
        // Refused at once: without an invitation.
        try await wire.send(head("PUT", "refused", fields))
        #expect(try await wire.receive().status == 404)
    }

    @Test("More than may come is refused: what is declared before it comes, the rest where it comes")
    func tooLong() async throws {
        for (fields, body) in [
            ("Content-Length: 2000001\r\n", ""),
            ("Transfer-Encoding: chunked\r\n", "1E8481\r\n" + String(repeating: "x", count: 2_000_001)),
        ] {
            let stub = StreamStub(maxBodyBytes: 2_000_000)
            let wire = try await HTTPWire(streams: [stub])
            try await wire.send(head("PUT", "a", fields) + body)
            let response = try await wire.receive()
            #expect(response.status == 413)
            #expect(response.code == "PAYLOAD_TOO_LARGE")
            if !body.isEmpty {
                while stub.failures.isEmpty {
                    try Task.checkCancellation()
                    await Task.yield()
                    await wire.settle()
                }
                #expect(stub.receivedByteCount <= 2_000_000)
            }
        }
        // A GraphQL request keeps its own limit.
        let wire = try await HTTPWire(streams: [StreamStub(maxBodyBytes: 10_000_000)])
        try await wire.send(
            "POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 2000000\r\n\r\n"
        )
        #expect(try await wire.receive().status == 413)
    }

    @Test("Other methods, paths and encodings are refused before the endpoint is asked")
    func refusals() async throws {
        for (request, status, allow) in [
            (head("POST", "a", "Content-Length: 0\r\n"), 405, "GET, PUT"), (head("HEAD", "a"), 405, "GET, PUT"),
            (head("GET", ""), 404, nil), (head("GET", "a/b"), 404, nil), (head("GET", "a?b=c"), 404, nil),
            (head("PUT", "a", "Content-Encoding: gzip\r\nContent-Length: 3\r\n") + "abc", 415, nil),
            (head("GET", "a", "Authorization: Bearer bad\r\n"), 401, nil),
        ] as [(String, Int, String?)] {
            let stub = StreamStub()
            let wire = try await HTTPWire(streams: [stub])
            try await wire.send(request)
            let response = try await wire.receive(isHead: request.hasPrefix("HEAD"))
            #expect(response.status == status, "\(request)")
            #expect(response.headers["allow"] == allow)
            #expect(stub.requests.isEmpty)
        }
    }

    @Test("A client that goes, or stops in the middle, ends the body")
    func gone() async throws {
        let wire = try await HTTPWire(streams: [stub])
        try await wire.send(head("PUT", "a", "Content-Length: 10\r\n") + "012")
        try await received(3, wire)
        try await wire.channel.close().get()
        while stub.failures.isEmpty {
            try Task.checkCancellation()
            await Task.yield()
        }
        #expect(stub.failures == [.broken])

        let stalled = try await HTTPWire(streams: [stub]) { $0.stallTimeout = .seconds(5) }
        try await stalled.send(head("PUT", "a", "Content-Length: 10\r\n") + "012")
        try await received(6, stalled)
        await stalled.advance(.seconds(6))
        #expect(try await stalled.receive().status == 408)
        #expect(stub.failures.count == 2)
    }

    @Test("A body that drips on and on is cut off at its time")
    func dripping() async throws {
        let wire = try await HTTPWire(streams: [stub]) {
            $0.stallTimeout = .seconds(5)
            $0.streamTimeout = .seconds(20)
        }
        try await wire.send(head("PUT", "a", "Content-Length: 100\r\n"))
        for count in 1...4 {
            try await wire.send("x")
            try await received(count, wire)
            await wire.advance(.seconds(4))
        }
        await wire.settle()
        #expect(try await wire.leftOver() == "")
        await wire.advance(.seconds(5))
        #expect(try await wire.receive().status == 408)
    }

    // MARK: Answers

    @Test("An answer is sent in pieces as the client reads them")
    func answer() async throws {
        let wire = try await HTTPWire(streams: [stub])
        try await wire.setRead(false)
        try await wire.setRead(true)
        try await wire.send(head("GET", "a"))
        let response = try await wire.receive()
        #expect(response.status == 200)
        #expect(response.body.utf8.count == 100_000)
        #expect(response.headers["content-disposition"] == "attachment")
        #expect(response.headers["x-content-type-options"] == "nosniff")
        #expect(response.headers["cache-control"] == "no-store")
        try await wire.post("after")
        #expect(try await wire.receive().status == 200)
    }

    @Test("An answer that is not as long as it says, or breaks, is cut off", arguments: ["short", "long", "broken"])
    func cutOff(_ name: String) async throws {
        let wire = try await HTTPWire(streams: [stub])
        try await wire.send(head("GET", name))
        while wire.channel.isActive {
            try Task.checkCancellation()
            await Task.yield()
            await wire.settle()
        }
        let text = try await wire.leftOver()
        #expect(RawResponse.first(in: text[...]) == nil)
    }

    @Test("No more bodies are streamed at once than may be")
    func busy() async throws {
        let wire = try await HTTPWire(streams: [stub]) { $0.maxStreams = 1 }
        try await wire.send(head("PUT", "held", "Content-Length: 1\r\n"))
        await wire.settle()
        let other = try await HTTPWire(streams: [stub], caller: wire.caller)
        try await other.send(head("GET", "a"))
        let refused = try await other.receive()
        #expect(refused.status == 503)
        #expect(refused.code == "SERVER_BUSY")
        stub.gate.open()
        try await wire.send("x")
        #expect(try await wire.receive().status == 201)
        let third = try await HTTPWire(streams: [stub], caller: wire.caller)
        try await third.send(head("GET", "a"))
        #expect(try await third.receive().status == 200)
    }

    @Test("Over TLS, curl sends and gets what is longer than any buffer")
    func curl() async throws {
        let stub = StreamStub(maxBodyBytes: 10_000_000)
        try await ServerFixture.run(streams: [stub]) { fixture in
            let body = [UInt8](repeating: 0x61, count: 5_000_000)
            let put = try await fixture.curl("/s/a", ["-X", "PUT", "--data-binary", "@-"], input: body)
            #expect(put.status == 201)
            #expect(put.body == "received 5000000")
            let got = try await fixture.curl("/s/b")
            #expect(got.body.utf8.count == 100_000)
        }
    }
}
