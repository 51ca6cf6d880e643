import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// The certificate that a server shows, to say what is wrong with it.
struct PresentedCertificate {
    private let certificate: NIOSSLCertificate

    /// Opens a connection, takes the certificate and closes; nothing is sent over it.
    init?(of address: ServerAddress) async {
        let shown = Shown()
        var configuration = TLSConfiguration.makeClientConfiguration()
        // A name is checked here, against what the certificate says.
        configuration.certificateVerification = .noHostnameVerification
        let callback: @Sendable ([NIOSSLCertificate], EventLoopPromise<NIOSSLVerificationResult>) -> Void = {
            chain,
            promise in
            shown.certificate.withLock { $0 = chain.first }
            promise.succeed(.failed)
        }
        guard let context = try? NIOSSLContext(configuration: configuration) else { return nil }
        let bootstrap = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connectTimeout(.seconds(5))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let handler = try NIOSSLClientHandler(
                        context: context,
                        serverHostname: nil,
                        customVerificationCallback: callback
                    )
                    try channel.pipeline.syncOperations.addHandler(handler)
                }
            }
        guard let channel = try? await bootstrap.connect(host: address.host, port: address.port).get() else {
            return nil
        }
        let patience = channel.eventLoop.scheduleTask(in: .seconds(5)) { channel.close(promise: nil) }
        try? await channel.closeFuture.get()
        patience.cancel()
        guard let certificate = shown.certificate.withLock({ $0 }) else { return nil }
        self.certificate = certificate
    }

    private final class Shown: Sendable {
        let certificate = Mutex<NIOSSLCertificate?>(nil)
    }

    /// What makes the certificate useless whoever signed it; nil for one that is in force and for this name.
    func fault(for address: ServerAddress, now: Date = Date()) -> String? {
        let start = Date(timeIntervalSince1970: TimeInterval(certificate.notValidBefore))
        let end = Date(timeIntervalSince1970: TimeInterval(certificate.notValidAfter))
        if end < now {
            return "The certificate of \(address.name) has expired on \(day(end)): the server needs a new one."
        }
        if start > now {
            return
                "The certificate of \(address.name) is in force from \(day(start)) on only: is this machine's clock right?"
        }
        let names = names
        guard !names.isEmpty, !names.contains(where: { Self.covers($0, address.host) }) else { return nil }
        return
            "The certificate of \(address.name) is not for \"\(address.host)\" but for \(names.prefix(5).joined(separator: ", ")): use such a name in --url."
    }

    private func day(_ date: Date) -> String { date.formatted(.iso8601.year().month().day()) }

    private static func covers(_ name: String, _ host: String) -> Bool {
        let (name, host) = (name.lowercased(), host.lowercased())
        guard name.hasPrefix("*.") else { return name == host }
        return host.drop { $0 != "." } == name.dropFirst()
    }

    /// The DNS names and addresses that the certificate is for.
    private var names: [String] {
        certificate._subjectAlternativeNames().compactMap { name in
            switch name.nameType {
            case .dnsName: String(decoding: Array(name.contents), as: UTF8.self)
            case .ipAddress:
                try? SocketAddress(packedIPAddress: ByteBuffer(bytes: Array(name.contents)), port: 0).ipAddress
            default: nil
            }
        }
    }
}
