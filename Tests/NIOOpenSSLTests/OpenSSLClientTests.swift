import CommandTesting
import NIOCore
import NIOPosix
import Testing

@testable import NIOOpenSSL

@Suite("OpenSSL's own client", .timeLimit(.minutes(1)))
struct OpenSSLClientTests {
    /// A TLS server that echoes, and closes when it has echoed so many bytes.
    private func withEchoServer(
        closingAfter byteCount: Int = .max,
        applicationProtocols: [String] = [],
        _ body: (_ port: Int, _ reports: AsyncStream<EchoHandler.Report>) async throws -> Void
    ) async throws {
        let context = try TLSFixture.context(applicationProtocols: applicationProtocols)
        let (reports, continuation) = AsyncStream<EchoHandler.Report>.makeStream()
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let echo = EchoHandler(closingAfter: byteCount) { continuation.yield($0) }
                    try channel.pipeline.syncOperations.addHandlers([TLSServerHandler(context: context), echo])
                }
            }
            .bind(host: "127.0.0.1", port: 0)
            .get()
        do {
            try await body(try #require(server.localAddress?.port), reports)
            try await server.close()
        } catch {
            try await server.close()
            throw error
        }
    }

    private func arguments(_ port: Int, _ more: String...) throws -> [String] {
        let authority = try TLSFixture.certificate.get().caCertificate
        return [
            "s_client", "-connect", "127.0.0.1:\(port)", "-CAfile", authority, "-verify_return_error", "-verify_ip",
            "127.0.0.1",
        ] + more
    }

    @Test("TLS 1.2 and 1.3 are spoken and the certificate verified", arguments: ["-tls1_2", "-tls1_3"])
    func versions(_ version: String) async throws {
        try await withEchoServer(applicationProtocols: ["http/1.1"]) { port, _ in
            let client = try await Command.run("openssl", arguments(port, version, "-alpn", "h2,http/1.1"))
            #expect(client.status == 0, "\(client.errors)")
            #expect(client.text.contains("Verification: OK"))
            #expect(client.text.contains("ALPN protocol: http/1.1"))
            #expect(client.text.contains(version == "-tls1_2" ? "New, TLSv1.2, Cipher is ECDHE" : "New, TLSv1.3"))
        }
    }

    @Test("TLS 1.1 and ciphers without forward secrecy are refused")
    func refusals() async throws {
        try await withEchoServer { port, _ in
            let old = try await Command.run("openssl", arguments(port, "-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0"))
            #expect(old.status != 0)
            #expect(old.errors.contains("alert protocol version"))
            let weak = try await Command.run("openssl", arguments(port, "-tls1_2", "-cipher", "AES128-SHA"))
            #expect(weak.status != 0)
            #expect(weak.errors.contains("handshake failure"))
        }
    }

    @Test("Five megabytes come back as they went", arguments: ["-tls1_2", "-tls1_3"])
    func largeTransfer(_ version: String) async throws {
        let data = (0..<5_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 11) }
        try await withEchoServer(closingAfter: data.count) { port, reports in
            let client = try await Command.run("openssl", arguments(port, version, "-quiet"), input: data)
            #expect(client.output == data)
            let end = await reports.first { $0.isOver }
            #expect(end == EchoHandler.Report(isOver: true, errorCodes: [], echoedByteCount: data.count))
        }
    }

    @Test("A session is resumed by its ticket", arguments: ["-tls1_2", "-tls1_3"])
    func resumption(_ version: String) async throws {
        let directory = try TemporaryDirectory()
        let ticket = directory.file("session.pem")
        try await withEchoServer(closingAfter: 5) { port, _ in
            let first = try await Command.run(
                "openssl",
                arguments(port, version, "-ign_eof", "-sess_out", ticket),
                input: Array("hello".utf8)
            )
            #expect(first.text.contains("New, TLSv1"))
            let second = try await Command.run(
                "openssl",
                arguments(port, version, "-ign_eof", "-sess_in", ticket),
                input: Array("hello".utf8)
            )
            #expect(second.text.contains("Reused, TLSv1"))
        }
    }

    @Test("A client that is killed ends its connection without an error")
    func abruptEnd() async throws {
        try await withEchoServer { port, reports in
            let client = try Command.Running("openssl", arguments(port, "-quiet"), input: Array("hello".utf8))
            let start = await reports.first { $0.echoedByteCount == 5 }
            #expect(start?.isOver == false)
            client.kill()
            _ = try await client.result()
            let end = await reports.first { $0.isOver }
            #expect(end == EchoHandler.Report(isOver: true, errorCodes: [], echoedByteCount: 5))
        }
    }

    @Test("Bytes that are no TLS are answered by a closed connection")
    func garbage() async throws {
        try await withEchoServer { port, reports in
            let client = try await Command.run("curl", ["-s", "-m", "10", "http://127.0.0.1:\(port)/"])
            #expect(client.status != 0)
            let end = await reports.first { $0.isOver }
            #expect(end == EchoHandler.Report(isOver: true, errorCodes: [.handshakeFailed], echoedByteCount: 0))
        }
    }
}

/// Sends back what it gets; tells how far it is, and how its connection ended.
final class EchoHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    struct Report: Equatable {
        var isOver = false
        var errorCodes: [TLSError.Code] = []
        var echoedByteCount = 0
    }

    private let limit: Int
    private let report: (Report) -> Void
    private var state = Report()

    init(closingAfter limit: Int, report: @escaping (Report) -> Void) {
        self.limit = limit
        self.report = report
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        state.echoedByteCount += Self.unwrapInboundIn(data).readableBytes
        report(state)
        guard state.echoedByteCount >= limit else {
            context.writeAndFlush(data, promise: nil)
            return
        }
        let isWritten = context.eventLoop.makePromise(of: Void.self)
        isWritten.futureResult.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
        context.writeAndFlush(data, promise: isWritten)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if let error = error as? TLSError { state.errorCodes.append(error.code) }
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        state.isOver = true
        report(state)
    }
}
