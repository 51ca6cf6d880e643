import CommandTesting
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOOpenSSL
import Synchronization
import Testing

@testable import HTTPServer

/// A response taken apart.
struct RawResponse {
    let status: Int
    /// Names in lower case.
    let headers: [String: String]
    let body: String

    /// The first response in a text and what follows it; nil if it is not complete.
    ///
    /// A response to HEAD has no body.
    static func first(in text: Substring, isHead: Bool = false) -> (response: RawResponse, rest: Substring)? {
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        var lines = text[..<end.lowerBound].split(separator: "\r\n")
        guard let status = Int(lines.removeFirst().split(separator: " ")[1]) else { return nil }
        var headers: [String: String] = [:]
        for line in lines {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " })
        }
        let isBodiless = isHead || status < 200
        let count = isBodiless ? 0 : headers["content-length"].flatMap { Int($0) } ?? 0
        let rest = text[end.upperBound...].utf8
        guard rest.count >= count else { return nil }
        let body = String(rest.prefix(count)) ?? ""
        return (RawResponse(status: status, headers: headers, body: body), Substring(rest.dropFirst(count)))
    }

    /// The error's code in the body.
    var code: String? {
        guard let start = body.range(of: #""code":""#) else { return nil }
        return String(body[start.upperBound...].prefix { $0 != "\"" })
    }
}

extension StringProtocol {
    /// The first place of a text.
    fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}

extension HTTPServerConfiguration {
    /// A server on a free port of this machine, with the tests' certificate.
    static func testing() throws -> HTTPServerConfiguration {
        let certificate = try TestCertificate.shared.get().certificate
        let tls = try TLSContext(
            certificateChainFile: certificate.certificate,
            privateKeyFile: certificate.key,
            applicationProtocols: ["http/1.1"]
        )
        var configuration = HTTPServerConfiguration(host: "127.0.0.1", port: 0, tls: tls)
        configuration.eventLoopThreads = 1
        return configuration
    }
}

/// A certificate made once for all tests.
struct TestCertificate {
    static let shared = Result { try TestCertificate() }

    let certificate: DevelopmentCertificate
    private let directory: TemporaryDirectory

    private init() throws {
        directory = try TemporaryDirectory()
        certificate = try DevelopmentCertificate.create(in: directory.path)
    }
}

/// A connection's handlers above TLS, without a socket: text in, text out.
final class HTTPWire {
    let channel = NIOAsyncTestingChannel()
    let endpoint: EchoEndpoint
    let caller: EndpointCaller
    private let reads = ReadCounter()
    private let output = PlainBytes()
    private var text: Substring = ""

    init(
        endpoint: EchoEndpoint = EchoEndpoint(),
        streams: [any StreamEndpoint] = [],
        caller: EndpointCaller? = nil,
        budget: BodyBudget? = nil,
        _ change: (inout HTTPServerConfiguration) -> Void = { _ in }
    ) async throws {
        self.endpoint = endpoint
        var configuration = try HTTPServerConfiguration.testing()
        change(&configuration)
        let own = EndpointCaller(
            endpoint: endpoint,
            streams: streams,
            maxStreamCount: configuration.maxStreams,
            failures: FailureLimiter(burst: configuration.failureBurst, perMinute: configuration.failuresPerMinute),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        let caller = caller ?? own
        self.caller = caller
        try await channel.testingEventLoop.executeInContext { [channel, configuration, output, reads, budget] in
            try channel.pipeline.syncOperations.addHandler(reads)
            try channel.pipeline.syncOperations.addHandler(output)
            try HTTPServer.addHTTP(
                to: channel,
                configuration,
                nil,
                caller,
                budget ?? BodyBudget(byteCount: configuration.maxBufferedBodyBytes),
                Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            )
        }
        try await channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).get()
    }

    func send(_ text: String) async throws { try await channel.writeInbound(ByteBuffer(string: text)) }

    /// Sends bytes; nothing, once the connection has ended.
    func send(bytes: [UInt8]) async throws {
        guard channel.isActive else { return }
        try await channel.writeInbound(ByteBuffer(bytes: bytes))
    }

    /// Sends a POST with a JSON body.
    func post(_ document: String, headers: String = "") async throws {
        try await send(Self.post(document, headers: headers))
    }

    static func post(_ document: String, headers: String = "") -> String {
        let body = #"{"query":"\#(document)"}"#
        return "POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n\(headers)"
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    /// Waits for the next response.
    func receive(isHead: Bool = false) async throws -> RawResponse {
        // Waiting for a write cannot be cancelled, and would outlive the test's time.
        while true {
            if let (response, rest) = RawResponse.first(in: text, isHead: isHead) {
                text = rest
                return response
            }
            try Task.checkCancellation()
            await Task.yield()
            await settle()
            _ = try await leftOver()
        }
    }

    /// The next response, which is there already.
    func receiveNow() async throws -> RawResponse {
        let left = try await leftOver()
        let (response, rest) = try #require(RawResponse.first(in: left[...]), "no response: \(left)")
        text = rest
        return response
    }

    /// Says that the client reads, or has stopped to.
    func setRead(_ isRead: Bool) async throws {
        channel.isWritable = isRead
        try await channel.testingEventLoop.executeInContext { [channel] in
            channel.pipeline.fireChannelWritabilityChanged()
        }
    }

    /// Whether more of what the client sends would be read now.
    func isReading() async throws -> Bool {
        let before = reads.count
        try await channel.testingEventLoop.executeInContext { [channel] in channel.pipeline.read() }
        return reads.count > before
    }

    /// What has been answered and not been received yet.
    func leftOver() async throws -> String {
        while let buffer = try await channel.readOutbound(as: ByteBuffer.self) { text += String(buffer: buffer) }
        return String(text)
    }

    /// Whether the server has said its last.
    var isOutputClosed: Bool { output.isClosed || !channel.isActive }

    func advance(_ time: TimeAmount) async { await channel.testingEventLoop.advanceTime(by: time) }

    /// Waits until everything due on the event loop has run.
    func settle() async { await channel.testingEventLoop.run() }
}

/// Counts the reads that reach the socket.
private final class ReadCounter: ChannelOutboundHandler, Sendable {
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let reads = Mutex(0)

    var count: Int { reads.withLock { $0 } }

    func read(context: ChannelHandlerContext) {
        reads.withLock { $0 += 1 }
        context.read()
    }
}

/// Lets the output be closed alone, as sockets do.
private final class PlainBytes: ChannelOutboundHandler, Sendable {
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let isOutputClosed = Mutex(false)

    var isClosed: Bool { isOutputClosed.withLock { $0 } }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        if mode == .output {
            isOutputClosed.withLock { $0 = true }
            promise?.succeed()
        } else {
            context.close(mode: mode, promise: promise)
        }
    }
}
