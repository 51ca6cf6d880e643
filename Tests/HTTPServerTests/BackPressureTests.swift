import NIOCore
import NIOEmbedded
import Testing

@testable import HTTPServer

@Suite("A client that does not read", .timeLimit(.minutes(1)))
struct BackPressureTests {
    private static let metrics = "GET /metrics HTTP/1.1\r\nHost: h\r\n\r\n"

    // MARK: On one connection, without a socket

    @Test("No request begins while answers are unread, and all are answered once they are read")
    func nothingBegins() async throws {
        let wire = try await HTTPWire()
        try await wire.setRead(false)
        try await wire.send(String(repeating: Self.metrics, count: 500))
        #expect(wire.endpoint.metricsCount == 0)
        try await wire.setRead(true)
        for _ in 0..<500 { #expect(try await wire.receive().status == 200) }
        #expect(wire.endpoint.metricsCount == 500)
    }

    @Test("The request after the one that fills the connection waits, and bodies with it")
    func waitsBehindAnAnswer() async throws {
        let wire = try await HTTPWire()
        try await wire.send(HTTPWire.post("wait") + HTTPWire.post("a") + HTTPWire.post("b") + Self.metrics)
        try await wire.setRead(false)
        wire.endpoint.gate.open()
        #expect(try await wire.receive().body.contains("wait"))
        await wire.settle()
        #expect(wire.endpoint.calls.count == 1)
        try await wire.send(HTTPWire.post("c"))
        #expect(wire.endpoint.calls.count == 1)
        try await wire.setRead(true)
        for document in ["a", "b"] { #expect(try await wire.receive().body.contains(document)) }
        #expect(try await wire.receive().body.hasPrefix("requests_total"))
        #expect(try await wire.receive().body.contains("\"c\""))
        #expect(wire.endpoint.calls.map(\.document) == ["wait", "a", "b", "c"])
    }

    @Test("A client that stops sending while answers are unread still gets all of them")
    func halfClosed() async throws {
        let wire = try await HTTPWire()
        try await wire.setRead(false)
        try await wire.send(Self.metrics + HTTPWire.post("last"))
        try await wire.channel.testingEventLoop.executeInContext { [channel = wire.channel] in
            channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        }
        #expect(wire.channel.isActive)
        try await wire.setRead(true)
        #expect(try await wire.receive().status == 200)
        #expect(try await wire.receive().body.contains("last"))
        await wire.settle()
        #expect(!wire.channel.isActive)
    }

    @Test("Garbage and floods behind unread answers are told after them")
    func garbageBehind() async throws {
        let wire = try await HTTPWire()
        try await wire.setRead(false)
        try await wire.send(Self.metrics + "garbage\r\n\r\n")
        try await wire.setRead(true)
        #expect(try await wire.receive().status == 200)
        #expect(try await wire.receive().status == 400)
    }

    // MARK: Over TLS

    /// Each answer is 64 KiB: a client that reads nothing has a few of them on their way, not thousands.
    @Test("Thousands of pipelined requests begin as they are read; who reads nothing is cut off")
    func cutOff() async throws {
        let endpoint = EchoEndpoint(metricsPadding: 65_536)
        try await ServerFixture.run(endpoint: endpoint, { $0.stallTimeout = .seconds(1) }) { fixture in
            let client = try await RawClient.connect(port: fixture.port)
            client.send(String(repeating: Self.metrics, count: 10_000))
            await client.ended()
            #expect(endpoint.metricsCount > 0)
            // What both systems keep is below 4 MiB.
            #expect(endpoint.metricsCount < 64)
            #expect(try await fixture.curl("/health/live").status == 200)
        }
    }

    @Test("One answer that is larger than all buffers is not kept for ever, either")
    func cutOffLarge() async throws {
        try await ServerFixture.run({ $0.stallTimeout = .seconds(1) }) { fixture in
            let client = try await RawClient.connect(port: fixture.port)
            client.send(HTTPWire.post("large"))
            await client.ended()
            #expect(fixture.endpoint.calls.count == 1)
        }
    }
}
