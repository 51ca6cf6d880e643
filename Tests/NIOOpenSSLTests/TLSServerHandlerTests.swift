import COpenSSL
import CommandTesting
import NIOCore
import NIOEmbedded
import Testing

@testable import NIOOpenSSL

@Suite("The TLS handler of a server's connection")
struct TLSServerHandlerTests {
    private func pair(
        _ options: MemoryClient.Options = MemoryClient.Options(),
        applicationProtocols: [String] = [],
        minimumVersion: TLSVersion = .tls12
    ) throws -> TLSPair {
        try TLSPair(
            context: TLSFixture.context(
                minimumVersion: minimumVersion,
                applicationProtocols: applicationProtocols
            ),
            client: options
        )
    }

    private func openPair() throws -> TLSPair {
        let pair = try pair()
        try #require(try pair.shakeHands())
        return pair
    }

    // MARK: Handshake

    @Test(
        "The handshake tells its version and protocol",
        arguments: [(TLS1_2_VERSION, "TLSv1.2"), (TLS1_3_VERSION, "TLSv1.3")]
    )
    func handshake(_ version: Int32, _ name: String) throws {
        let pair = try pair(
            MemoryClient.Options(maxVersion: version, applicationProtocols: ["h2", "http/1.1"]),
            applicationProtocols: ["http/1.1"]
        )
        #expect(try pair.shakeHands())
        #expect(
            pair.recorder.events == [
                .handshakeCompleted(version: name, applicationProtocol: "http/1.1", clientCertificateSubject: nil)
            ]
        )
        #expect(pair.recorder.readCompleteCount == 0)
    }

    @Test("A client without application protocols is served")
    func noALPN() throws {
        let pair = try pair(applicationProtocols: ["http/1.1"])
        #expect(try pair.shakeHands())
        #expect(
            pair.recorder.events == [
                .handshakeCompleted(version: "TLSv1.3", applicationProtocol: nil, clientCertificateSubject: nil)
            ]
        )
    }

    @Test("A client with other application protocols only is refused")
    func foreignALPN() throws {
        let pair = try pair(MemoryClient.Options(applicationProtocols: ["h2"]), applicationProtocols: ["http/1.1"])
        #expect(try !pair.shakeHands())
        #expect(pair.recorder.codes == [.handshakeFailed])
        #expect(!pair.channel.isActive)
    }

    @Test("Versions below the minimum are refused with an alert")
    func oldVersion() throws {
        for (maxVersion, minimum) in [(TLS1_1_VERSION, TLSVersion.tls12), (TLS1_2_VERSION, .tls13)] {
            let pair = try pair(MemoryClient.Options(maxVersion: maxVersion), minimumVersion: minimum)
            _ = pair.client.shakeHands()
            try pair.sendFromClient()
            #expect(try pair.sendFromServer())
            #expect(pair.sentCiphertexts.first?.getInteger(at: 0, as: UInt8.self) == 21)
            #expect(pair.recorder.codes == [.handshakeFailed])
            #expect((pair.recorder.errors.first as? TLSError)?.reason == "unsupported protocol")
            #expect(!pair.channel.isActive)
        }
    }

    @Test("Plain HTTP and random bytes fail the handshake and close")
    func garbage() throws {
        for bytes in [
            Array("GET / HTTP/1.1\r\n\r\n".utf8), [UInt8](repeating: 0xA5, count: 4096), [22, 3, 1, 255, 255],
        ] {
            let pair = try pair()
            try pair.channel.writeInbound(ByteBuffer(bytes: bytes))
            #expect(pair.recorder.codes == [.handshakeFailed])
            #expect(!pair.channel.isActive)
        }
    }

    @Test("A client that does not finish its handshake in time is let go")
    func handshakeTimeout() throws {
        let pair = try TLSPair(context: TLSFixture.context(), handshakeTimeout: .seconds(3))
        _ = pair.client.shakeHands()
        try pair.sendFromClient()
        pair.channel.embeddedEventLoop.advanceTime(by: .seconds(2))
        #expect(pair.channel.isActive)
        pair.channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(pair.recorder.codes == [.handshakeTimeout])
        #expect((pair.recorder.errors.first as? TLSError)?.message == "No TLS handshake within 3.0 s.")
        #expect(!pair.channel.isActive)
    }

    @Test("After the handshake its timeout is over")
    func noLateTimeout() throws {
        let pair = try openPair()
        pair.channel.embeddedEventLoop.advanceTime(by: .hours(1))
        #expect(pair.channel.isActive)
        #expect(pair.recorder.errors.isEmpty)
    }

    @Test("The handshake may come byte by byte")
    func fragmentedHandshake() throws {
        let pair = try pair()
        var isDone = pair.client.shakeHands()
        while let ciphertext = pair.client.takeOutgoing() {
            for byte in ciphertext.readableBytesView { try pair.channel.writeInbound(ByteBuffer(bytes: [byte])) }
            try pair.sendFromServer()
            isDone = pair.client.shakeHands()
        }
        #expect(isDone)
        #expect(pair.recorder.events.count == 1)
    }

    // MARK: Data

    @Test("What is written before the handshake's end waits for it")
    func earlyWrite() throws {
        let pair = try pair()
        let written = pair.channel.writeAndFlush(ByteBuffer(string: "early"))
        #expect(try pair.channel.readOutbound(as: ByteBuffer.self) == nil)
        #expect(try pair.shakeHands())
        #expect(pair.client.read() == Array("early".utf8))
        try written.wait()
    }

    @Test("All writes of one flush leave as one write and few records")
    func coalescing() throws {
        let pair = try openPair()
        var promises: [EventLoopFuture<Void>] = []
        for _ in 0..<100 { promises.append(pair.channel.write(ByteBuffer(string: "0123456789"))) }
        #expect(try pair.channel.readOutbound(as: ByteBuffer.self) == nil)
        pair.channel.flush()
        try pair.sendFromServer()
        #expect(pair.sentCiphertexts.count == 1)
        // One record: 5 bytes of header, one of type, 16 of tag.
        #expect(pair.sentCiphertexts.first?.readableBytes == 1000 + 22)
        #expect(pair.client.read().count == 1000)
        for promise in promises { try promise.wait() }
    }

    @Test("An empty write is done without a record")
    func emptyWrite() throws {
        let pair = try openPair()
        try pair.channel.writeAndFlush(ByteBuffer()).wait()
        try pair.sendFromServer()
        #expect(pair.client.read().isEmpty)
    }

    @Test("Megabytes go both ways, in pieces of any size")
    func largeTransfer() throws {
        let pair = try openPair()
        let data = (0..<3_000_017).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        pair.client.write(data)
        var ciphertext = try #require(pair.client.takeOutgoing())
        var size = 1
        while ciphertext.readableBytes > 0 {
            if let piece = ciphertext.readSlice(length: min(size, ciphertext.readableBytes)) {
                try pair.channel.writeInbound(piece)
            }
            size = size % 40_000 + 997
        }
        #expect(try pair.received() == data)
        try pair.channel.writeAndFlush(ByteBuffer(bytes: data)).wait()
        try pair.sendFromServer()
        #expect(pair.client.read() == data)
    }

    @Test("Several records in one read go up as one read")
    func oneReadUp() throws {
        let pair = try openPair()
        for _ in 0..<5 { pair.client.write(Array("part".utf8)) }
        try pair.sendFromClient()
        let first = try pair.channel.readInbound(as: ByteBuffer.self)
        #expect(first.map { String(buffer: $0) } == "partpartpartpartpart")
        #expect(pair.recorder.readCompleteCount == 1)
    }

    @Test("A changed byte ends the connection, and what waits fails")
    func corruption() throws {
        let pair = try openPair()
        pair.client.write(Array("genuine".utf8))
        var ciphertext = try #require(pair.client.takeOutgoing())
        let last = ciphertext.writerIndex - 1
        let byte = try #require(ciphertext.getInteger(at: last, as: UInt8.self))
        ciphertext.setInteger(byte ^ 1, at: last)
        let waiting = pair.channel.write(ByteBuffer(string: "never flushed"))
        try pair.channel.writeInbound(ciphertext)
        #expect(try pair.received().isEmpty)
        #expect(pair.recorder.codes == [.protocolViolation])
        #expect(!pair.channel.isActive)
        #expect(throws: TLSError.self) { try waiting.wait() }
    }

    // MARK: Close

    @Test("The peer's close_notify is told, and the answer still goes out")
    func peerCloses() throws {
        let pair = try openPair()
        pair.client.write(Array("last".utf8))
        pair.client.sendCloseNotify()
        try pair.sendFromClient()
        #expect(try pair.received() == Array("last".utf8))
        #expect(pair.recorder.inputClosedCount == 1)
        try pair.channel.writeAndFlush(ByteBuffer(string: "answer")).wait()
        try pair.sendFromServer()
        #expect(pair.client.read() == Array("answer".utf8))
        #expect(pair.channel.isActive)
    }

    @Test("A close says so to the peer first")
    func close() throws {
        let pair = try openPair()
        try pair.channel.writeAndFlush(ByteBuffer(string: "bye")).wait()
        try pair.channel.close().wait()
        try pair.sendFromServer()
        #expect(pair.client.read() == Array("bye".utf8))
        #expect(pair.client.hasReceivedCloseNotify)
        #expect(throws: (any Error).self) { try pair.channel.writeAndFlush(ByteBuffer(string: "late")).wait() }
    }

    @Test("A close during the handshake sends nothing")
    func closeDuringHandshake() throws {
        let pair = try pair()
        let waiting = pair.channel.writeAndFlush(ByteBuffer(string: "early"))
        try pair.channel.close().wait()
        #expect(try pair.channel.readOutbound(as: ByteBuffer.self) == nil)
        #expect(throws: ChannelError.ioOnClosedChannel) { try waiting.wait() }
    }

    @Test("Closing the output sends close_notify, refuses writes and goes on reading")
    func halfClose() throws {
        let pair = try openPair()
        let gate = OutputCloseGate()
        try pair.channel.pipeline.syncOperations.addHandler(gate, position: .first)
        pair.channel.close(mode: .output, promise: nil)
        #expect(gate.closedModes == [.output])
        try pair.sendFromServer()
        _ = pair.client.read()
        #expect(pair.client.hasReceivedCloseNotify)
        let error = #expect(throws: TLSError.self) { try pair.channel.writeAndFlush(ByteBuffer(string: "late")).wait() }
        #expect(error?.code == .closed)
        pair.client.write(Array("still here".utf8))
        try pair.sendFromClient()
        #expect(try pair.received() == Array("still here".utf8))
    }

    @Test("A peer that does not read delays a close only so long")
    func closeTimeout() throws {
        let pair = try openPair()
        let dam = WriteDam()
        try pair.channel.pipeline.syncOperations.addHandler(dam, position: .first)
        let closed = pair.channel.close()
        #expect(pair.channel.isActive)
        pair.channel.embeddedEventLoop.advanceTime(by: .seconds(5))
        #expect(!pair.channel.isActive)
        try closed.wait()
    }

    @Test("Two closes are one, and both are told")
    func closeTwice() throws {
        let pair = try openPair()
        let dam = WriteDam()
        try pair.channel.pipeline.syncOperations.addHandler(dam, position: .first)
        let first = pair.channel.close()
        let second = pair.channel.close()
        dam.open()
        try first.wait()
        try second.wait()
        #expect(!pair.channel.isActive)
    }

    @Test("A connection that breaks off fails what waits")
    func brokenOff() throws {
        let pair = try openPair()
        let waiting = pair.channel.write(ByteBuffer(string: "never flushed"))
        pair.channel.pipeline.fireChannelInactive()
        #expect(throws: ChannelError.ioOnClosedChannel) { try waiting.wait() }
    }

    // MARK: A peer that does not read

    @Test("Nothing is encrypted and nothing read while the channel takes nothing")
    func backPressure() throws {
        let pair = try openPair()
        let reads = ReadCounter()
        try pair.channel.pipeline.syncOperations.addHandler(reads, position: .first)
        pair.channel.isWritable = false
        let data = [UInt8](repeating: 7, count: 1_000_000)
        let written = pair.channel.writeAndFlush(ByteBuffer(bytes: data))
        pair.channel.read()
        #expect(try !pair.sendFromServer())
        #expect(reads.count == 0)
        pair.channel.isWritable = true
        pair.channel.pipeline.fireChannelWritabilityChanged()
        #expect(reads.count == 1)
        try pair.sendFromServer()
        #expect(pair.client.read() == data)
        try written.wait()
    }

    @Test("Encryption stops with the channel, and goes on with it, piece by piece", arguments: [10, 100_000, 300_001])
    func pieces(_ size: Int) throws {
        let pair = try openPair()
        let narrow = NarrowChannel()
        try pair.channel.pipeline.syncOperations.addHandler(narrow, position: .first)
        var written: [EventLoopFuture<Void>] = []
        for index in 0..<5 { written.append(pair.channel.write(ByteBuffer(repeating: UInt8(index), count: size))) }
        pair.channel.flush()
        var received: [UInt8] = []
        var count = 0
        while try pair.sendFromServer() {
            received += pair.client.read()
            count += 1
            #expect(narrow.writeCount == count)
            pair.channel.isWritable = true
            pair.channel.pipeline.fireChannelWritabilityChanged()
        }
        #expect(received == (0..<5).flatMap { [UInt8](repeating: UInt8($0), count: size) })
        #expect(pair.sentCiphertexts.allSatisfy { $0.readableBytes <= 66_000 })
        for promise in written { try promise.wait() }
    }

    @Test("A close waits for what was flushed and could not be sent yet")
    func closeBehindHeldBack() throws {
        let pair = try openPair()
        pair.channel.isWritable = false
        pair.channel.writeAndFlush(ByteBuffer(string: "late"), promise: nil)
        let closed = pair.channel.close()
        #expect(pair.channel.isActive)
        #expect(throws: TLSError.self) { try pair.channel.writeAndFlush(ByteBuffer(string: "later")).wait() }
        pair.channel.isWritable = true
        pair.channel.pipeline.fireChannelWritabilityChanged()
        try closed.wait()
        try pair.sendFromServer()
        #expect(pair.client.read() == Array("late".utf8))
        #expect(pair.client.hasReceivedCloseNotify)
    }

    @Test("Closing the output waits for what was flushed, too")
    func halfCloseBehindHeldBack() throws {
        let pair = try openPair()
        let gate = OutputCloseGate()
        try pair.channel.pipeline.syncOperations.addHandler(gate, position: .first)
        pair.channel.isWritable = false
        pair.channel.writeAndFlush(ByteBuffer(string: "late"), promise: nil)
        pair.channel.close(mode: .output, promise: nil)
        #expect(gate.closedModes.isEmpty)
        pair.channel.isWritable = true
        pair.channel.pipeline.fireChannelWritabilityChanged()
        #expect(gate.closedModes == [.output])
        try pair.sendFromServer()
        #expect(pair.client.read() == Array("late".utf8))
        #expect(pair.client.hasReceivedCloseNotify)
    }

    @Test("A peer that takes nothing is cut off, however much it sends")
    func stalled() throws {
        let pair = try openPair()
        let reservoir = Reservoir()
        try pair.channel.pipeline.syncOperations.addHandler(reservoir, position: .first)
        pair.channel.writeAndFlush(ByteBuffer(string: "unread"), promise: nil)
        for _ in 0..<29 {
            pair.channel.embeddedEventLoop.advanceTime(by: .seconds(1))
            pair.client.write(Array("more".utf8))
            try pair.sendFromClient()
        }
        #expect(pair.channel.isActive)
        pair.channel.embeddedEventLoop.advanceTime(by: .seconds(6))
        #expect(!pair.channel.isActive)
        #expect(pair.recorder.codes == [.peerStalled])
    }

    @Test("A peer that reads slowly is not, nor one that has read all")
    func slow() throws {
        let pair = try openPair()
        let reservoir = Reservoir()
        try pair.channel.pipeline.syncOperations.addHandler(reservoir, position: .first)
        for _ in 0..<10 {
            pair.channel.writeAndFlush(ByteBuffer(string: "a"), promise: nil)
            pair.channel.embeddedEventLoop.advanceTime(by: .seconds(20))
            reservoir.letThrough()
        }
        pair.channel.embeddedEventLoop.advanceTime(by: .hours(1))
        #expect(pair.channel.isActive)
        try pair.sendFromServer()
        #expect(pair.client.read().count == 10)
    }

    // MARK: Client certificates

    @Test("A certificate of the accepted authority is told by its subject; none is fine; another is refused")
    func clientCertificates() async throws {
        let directory = try TemporaryDirectory()
        func identity(_ name: String, _ subject: String) async throws -> (certificate: String, key: String) {
            let files = (certificate: directory.file(name + ".pem"), key: directory.file(name + "-key.pem"))
            let made = try await Command.run(
                "openssl",
                [
                    "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-utf8", "-days",
                    "1", "-subj", subject, "-out", files.certificate, "-keyout", files.key,
                ]
            )
            try #require(made.status == 0, "\(made.errors)")
            return files
        }
        let known = try await identity("known", "/O=晋03/CN=trial system")
        let unknown = try await identity("unknown", "/CN=stranger")
        try checkClientCertificates(known: known, unknown: unknown)
    }

    private func checkClientCertificates(
        known: (certificate: String, key: String),
        unknown: (certificate: String, key: String)
    ) throws {
        let context = try TLSFixture.context(clientAuthorityFile: known.certificate)
        let accepted = try TLSPair(context: context, client: MemoryClient.Options(identity: known))
        #expect(try accepted.shakeHands())
        #expect(
            accepted.recorder.events == [
                .handshakeCompleted(
                    version: "TLSv1.3",
                    applicationProtocol: nil,
                    clientCertificateSubject: "CN=trial system,O=晋03"
                )
            ]
        )
        let anonymous = try TLSPair(context: context)
        #expect(try anonymous.shakeHands())
        #expect(anonymous.recorder.events.count == 1)
        let refused = try TLSPair(context: context, client: MemoryClient.Options(identity: unknown))
        try refused.shakeHands()
        #expect(refused.recorder.events.isEmpty)
        #expect(refused.recorder.codes == [.handshakeFailed])
    }
}

/// Stands for a socket that knows half-closure; an embedded channel does not.
private final class OutputCloseGate: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer
    private(set) var closedModes: [CloseMode] = []

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        closedModes.append(mode)
        promise?.succeed()
    }
}

/// Stands for a peer that does not read.
private final class WriteDam: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer
    private var promises: [EventLoopPromise<Void>] = []

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if let promise { promises.append(promise) }
    }

    func open() {
        for promise in promises { promise.succeed() }
        promises.removeAll()
    }

    func handlerRemoved(context: ChannelHandlerContext) { open() }
}

/// Counts the reads that reach the socket.
private final class ReadCounter: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer
    private(set) var count = 0

    func read(context: ChannelHandlerContext) { count += 1 }
}

/// Stands for a socket that is full after every write.
private final class NarrowChannel: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer
    private(set) var writeCount = 0

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        writeCount += 1
        (context.channel as? EmbeddedChannel)?.isWritable = false
        context.write(data, promise: promise)
    }
}

/// Stands for a socket whose buffer is full: what is written waits in the channel.
private final class Reservoir: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer
    private var context: ChannelHandlerContext?

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func flush(context: ChannelHandlerContext) {}

    func letThrough() { context?.flush() }
}
