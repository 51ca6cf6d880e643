package import GraphQLExecution
package import Logging
import NIOCore
import NIOExtras
import NIOHTTP1
import NIOOpenSSL
import NIOPosix
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Serves a GraphQL endpoint over HTTPS (HTTP/1.1 on TLS 1.2 and 1.3).
///
/// Paths: `/graphql` (POST, GET), `/health/live`, `/health/ready`, `/metrics`, `/schema.graphql`.
package final class HTTPServer: Sendable {
    private enum State {
        case new
        case starting
        case running(Listener, MultiThreadedEventLoopGroup)
        case stopped
    }

    /// The listening socket, with what ends its connections.
    ///
    /// Must not outlive the event loops.
    private struct Listener {
        let channel: any Channel
        let quiescing: ServerQuiescingHelper
    }

    private let configuration: HTTPServerConfiguration
    private let caller: EndpointCaller
    private let logger: Logger
    private let state = Mutex(State.new)

    /// Prepares a server; `start()` listens.
    package init(_ configuration: HTTPServerConfiguration, endpoint: any GraphQLEndpoint, logger: Logger) {
        self.configuration = configuration
        caller = EndpointCaller(endpoint: endpoint)
        self.logger = logger
    }

    /// The port that is listened on; nil unless the server runs.
    package var boundPort: Int? {
        state.withLock { state in
            guard case .running(let listener, _) = state else { return nil }
            return listener.channel.localAddress?.port
        }
    }

    /// Listens, and returns once connections are accepted.
    ///
    /// A server starts once.
    package func start() async throws(HTTPServerError) {
        let isNew = state.withLock { state in
            guard case .new = state else { return false }
            state = .starting
            return true
        }
        guard isNew else { throw HTTPServerError(.alreadyStarted, "The server has been started before.") }
        let group = MultiThreadedEventLoopGroup(
            numberOfThreads: configuration.eventLoopThreads ?? System.coreCount
        )
        do {
            let listener = try await listen(on: group)
            state.withLock { $0 = .running(listener, group) }
            logger.info("Listening", metadata: ["address": "\(listener.channel.localAddress.map { "\($0)" } ?? "")"])
        } catch {
            state.withLock { $0 = .stopped }
            // Nothing runs on it yet.
            try? await group.shutdownGracefully()
            throw failure(error)
        }
    }

    /// Stops accepting, lets the requests in progress finish within the time given, then closes what is left.
    package func shutdown(within time: Duration) async {
        guard let group = await quiesce(within: time) else { return }
        do {
            // Closes every connection that is still open.
            try await group.shutdownGracefully()
        } catch {
            logger.error("Event loops did not stop", metadata: ["error": "\(error)"])
        }
    }

    /// Returns the event loops, for whoever ends them; nil if the server does not run.
    private func quiesce(within time: Duration) async -> MultiThreadedEventLoopGroup? {
        let running = state.withLock { state -> (Listener, MultiThreadedEventLoopGroup)? in
            guard case .running(let listener, let group) = state else { return nil }
            state = .stopped
            return (listener, group)
        }
        guard let (listener, group) = running else { return nil }
        let channel = listener.channel
        let isQuiet = channel.eventLoop.makePromise(of: Void.self)
        let deadline = channel.eventLoop.scheduleTask(in: TimeAmount(time)) {}
        isQuiet.futureResult.whenComplete { _ in deadline.cancel() }
        listener.quiescing.initiateShutdown(promise: isQuiet)
        // Over when the time is, or when the quiet has cancelled it.
        try? await deadline.futureResult.get()
        return group
    }

    /// Binds, with what later ends the connections.
    private func listen(
        on group: MultiThreadedEventLoopGroup
    ) async throws -> Listener {
        let quiescing = ServerQuiescingHelper(group: group)
        let channel = try await bootstrap(group, quiescing)
            .bind(host: configuration.host, port: configuration.port)
            .get()
        return Listener(channel: channel, quiescing: quiescing)
    }

    private func bootstrap(
        _ group: MultiThreadedEventLoopGroup,
        _ quiescing: ServerQuiescingHelper
    ) -> ServerBootstrap {
        ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(quiescing.makeServerChannelHandler(channel: channel))
                }
            }
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { [configuration, caller, logger] channel in
                channel.eventLoop.makeCompletedFuture {
                    let tls = try TLSServerHandler(
                        context: configuration.tls,
                        handshakeTimeout: TimeAmount(configuration.handshakeTimeout),
                        closeTimeout: TimeAmount(configuration.lingerTimeout)
                    )
                    try channel.pipeline.syncOperations.addHandler(tls)
                    try Self.addHTTP(to: channel, configuration, caller, logger)
                }
            }
    }

    /// Adds everything above TLS.
    static func addHTTP(
        to channel: any Channel,
        _ configuration: HTTPServerConfiguration,
        _ caller: EndpointCaller,
        _ logger: Logger
    ) throws {
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = configuration.maxHeaderBytes
        limits.maxHeaderListSize = configuration.maxHeaderBytes
        let pipeline = channel.pipeline.syncOperations
        try pipeline.configureHTTPServerPipeline(
            withPipeliningAssistance: true,
            // The connection's handler answers malformed requests itself, as JSON.
            withErrorHandling: false,
            // All header values are our own, or plain tokens.
            withOutboundHeaderValidation: false,
            withEncoderConfiguration: HTTPResponseEncoder.Configuration(),
            withDecoderLimitConfiguration: limits
        )
        let handler = ConnectionHandler(
            caller: caller,
            reader: RequestHeadReader(
                maxBodyBytes: configuration.maxBodyBytes,
                maxHeaderBytes: configuration.maxHeaderBytes,
                isHardened: configuration.hardened
            ),
            timeouts: ConnectionHandler.Timeouts(
                idle: TimeAmount(configuration.idleTimeout),
                request: TimeAmount(configuration.requestTimeout),
                linger: TimeAmount(configuration.lingerTimeout)
            ),
            logger: logger
        )
        try pipeline.addHandler(handler)
    }

    private func failure(_ error: any Error) -> HTTPServerError {
        let host = configuration.host
        let port = configuration.port
        guard let error = error as? IOError else {
            return HTTPServerError(.addressUnavailable, "Cannot listen on \(host):\(port): the host is not known here.")
        }
        switch error.errnoCode {
        case EADDRINUSE:
            return HTTPServerError(.portTaken, "Port \(port) on \(host) is taken by another program.")
        case EACCES, EPERM:
            return HTTPServerError(.portForbidden, "Port \(port) on \(host) is not allowed to this user.")
        case EADDRNOTAVAIL:
            return HTTPServerError(.addressUnavailable, "\(host) is no address of this machine.")
        default:
            return HTTPServerError(.bindFailed, "Cannot listen on \(host):\(port): \(error.localizedText).")
        }
    }
}

extension IOError {
    /// The system's text for the error number.
    fileprivate var localizedText: String {
        // strerror's text is copied before anything else is called.
        String(cString: strerror(errnoCode))
    }
}
