import COpenSSL
import CommandTesting
import NIOCore
import NIOEmbedded
import Testing

@testable import NIOOpenSSL

/// A certificate made once for all tests.
enum TLSFixture {
    static let directory = Result { try TemporaryDirectory() }
    static let certificate = Result { try DevelopmentCertificate.create(in: directory.get().path) }

    static func context(
        minimumVersion: TLSVersion = .tls12,
        applicationProtocols: [String] = [],
        clientAuthorityFile: String? = nil
    ) throws -> TLSContext {
        let certificate = try certificate.get()
        return try TLSContext(
            certificateChainFile: certificate.certificate,
            privateKeyFile: certificate.key,
            minimumVersion: minimumVersion,
            applicationProtocols: applicationProtocols,
            clientAuthorityFile: clientAuthorityFile
        )
    }
}

/// A server's handler in an embedded channel, and a client on the other end of the wire.
final class TLSPair {
    let channel: EmbeddedChannel
    let client: MemoryClient
    let recorder = EventRecorder()
    /// Every write of ciphertext that has left the server.
    private(set) var sentCiphertexts: [ByteBuffer] = []

    init(
        context: TLSContext,
        client options: MemoryClient.Options = MemoryClient.Options(),
        handshakeTimeout: TimeAmount = .seconds(10)
    ) throws {
        client = try MemoryClient(options)
        let handler = try TLSServerHandler(context: context, handshakeTimeout: handshakeTimeout)
        channel = EmbeddedChannel()
        try channel.pipeline.syncOperations.addHandlers([handler, recorder])
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    }

    /// Carries ciphertext to and fro until both sides are silent.
    func exchange() throws {
        while true {
            let isClientMoving = try sendFromClient()
            let isServerMoving = try sendFromServer()
            if !isClientMoving, !isServerMoving { return }
        }
    }

    @discardableResult
    func sendFromServer() throws -> Bool {
        var isMoving = false
        while let ciphertext = try channel.readOutbound(as: ByteBuffer.self) {
            sentCiphertexts.append(ciphertext)
            client.receive(ciphertext)
            isMoving = true
        }
        return isMoving
    }

    @discardableResult
    func sendFromClient() throws -> Bool {
        guard let ciphertext = client.takeOutgoing() else { return false }
        try channel.writeInbound(ciphertext)
        return true
    }

    /// Whether the handshake succeeds; tries until both sides are silent.
    @discardableResult
    func shakeHands() throws -> Bool {
        var isDone = client.shakeHands()
        while try sendFromClient() {
            try sendFromServer()
            isDone = client.shakeHands()
        }
        try exchange()
        sentCiphertexts.removeAll()
        return isDone
    }

    /// All plaintext the server has received.
    func received() throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let plaintext = try channel.readInbound(as: ByteBuffer.self) { bytes += plaintext.readableBytesView }
        return bytes
    }
}

/// Remembers events and errors; lets everything else through.
final class EventRecorder: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private(set) var events: [TLSEvent] = []
    private(set) var errors: [any Error] = []
    private(set) var inputClosedCount = 0
    private(set) var readCompleteCount = 0

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if let event = event as? TLSEvent { events.append(event) }
        if case ChannelEvent.inputClosed = event { inputClosedCount += 1 }
        context.fireUserInboundEventTriggered(event)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        readCompleteCount += 1
        context.fireChannelReadComplete()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { errors.append(error) }

    var codes: [TLSError.Code] { errors.compactMap { ($0 as? TLSError)?.code } }
}
