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
/// Paths: those of its stream endpoints, and `/graphql` (POST, GET), `/health/live`, `/health/ready`, `/metrics`, `/schema.graphql`.
package final class HTTPServer: Sendable {
    private enum State {
        case new
        case starting
        case running(Listener)
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
    private let loops: EventLoops
    private let caller: EndpointCaller
    private let budget: BodyBudget
    private let connections: ConnectionCounter
    private let refusedConnections = EventTally()
    private let logger: Logger
    private let state = Mutex(State.new)

    /// Prepares a server; `start()` listens.
    ///
    /// The loops are the server's from then on: they end with it. Without any, it starts its own.
    package init(
        _ configuration: HTTPServerConfiguration,
        loops: EventLoops? = nil,
        endpoint: any GraphQLEndpoint,
        streams: [any StreamEndpoint] = [],
        logger: Logger
    ) {
        self.configuration = configuration
        self.loops = loops ?? EventLoops(threads: configuration.eventLoopThreads)
        caller = EndpointCaller(
            endpoint: endpoint,
            streams: streams,
            maxStreamCount: configuration.maxStreams,
            failures: FailureLimiter(burst: configuration.failureBurst, perMinute: configuration.failuresPerMinute),
            logger: logger
        )
        budget = BodyBudget(byteCount: configuration.maxBufferedBodyBytes)
        connections = ConnectionCounter(
            maxCount: configuration.maxConnections,
            maxCountPerAddress: configuration.maxConnectionsPerAddress
        )
        self.logger = logger
    }

    /// The port that is listened on; nil unless the server runs.
    package var boundPort: Int? {
        state.withLock { state in
            guard case .running(let listener) = state else { return nil }
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
        do {
            let listener = try await listen()
            state.withLock { $0 = .running(listener) }
            logger.info("Listening", metadata: ["address": "\(listener.channel.localAddress.map { "\($0)" } ?? "")"])
        } catch {
            state.withLock { $0 = .stopped }
            // Nothing runs on them yet.
            try? await loops.shutdown()
            throw failure(error)
        }
    }

    /// Stops accepting, lets the requests in progress finish within the time given, then closes what is left.
    package func shutdown(within time: Duration) async {
        guard await quiesce(within: time) else { return }
        do {
            // Closes every connection that is still open.
            try await loops.shutdown()
        } catch {
            logger.error("Event loops did not stop", metadata: ["error": "\(error)"])
        }
    }

    /// Whether the server ran.
    private func quiesce(within time: Duration) async -> Bool {
        let running = state.withLock { state -> Listener? in
            guard case .running(let listener) = state else { return nil }
            state = .stopped
            return listener
        }
        guard let listener = running else { return false }
        let channel = listener.channel
        let isQuiet = channel.eventLoop.makePromise(of: Void.self)
        let deadline = channel.eventLoop.scheduleTask(in: TimeAmount(time)) {}
        isQuiet.futureResult.whenComplete { _ in deadline.cancel() }
        listener.quiescing.initiateShutdown(promise: isQuiet)
        // Over when the time is, or when the quiet has cancelled it.
        try? await deadline.futureResult.get()
        return true
    }

    /// Binds, with what later ends the connections.
    private func listen() async throws -> Listener {
        let quiescing = ServerQuiescingHelper(group: loops.group)
        let channel = try await bootstrap(quiescing)
            .bind(host: configuration.host, port: configuration.port)
            .get()
        return Listener(channel: channel, quiescing: quiescing)
    }

    private func bootstrap(_ quiescing: ServerQuiescingHelper) -> ServerBootstrap {
        ServerBootstrap(group: loops.group)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(quiescing.makeServerChannelHandler(channel: channel))
                }
            }
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            // What the system keeps unsent for a slow client is little, so that it can be seen whether the client reads.
            .childChannelOption(.tcpOption(.init(rawValue: TCP_NOTSENT_LOWAT)), value: Self.unsentByteCount)
            .childChannelInitializer { [self, configuration, loops, caller, budget, logger] channel in
                channel.eventLoop.makeCompletedFuture {
                    try self.count(channel)
                    try channel.pipeline.syncOperations.addHandler(
                        PlainRequestHandler(lingerTimeout: TimeAmount(configuration.lingerTimeout))
                    )
                    let tls = try TLSServerHandler(
                        context: configuration.tls,
                        handshakeTimeout: TimeAmount(configuration.handshakeTimeout),
                        closeTimeout: TimeAmount(configuration.lingerTimeout),
                        stallTimeout: TimeAmount(configuration.stallTimeout)
                    )
                    try channel.pipeline.syncOperations.addHandler(tls)
                    let lane = loops.lane(of: channel.eventLoop)
                    try Self.addHTTP(to: channel, configuration, lane, caller, budget, logger)
                }
            }
    }

    private static let unsentByteCount = 64 * 1024

    /// Counts a new connection until its end, or throws if there are too many.
    private func count(_ channel: any Channel) throws {
        let text = PeerAddress.text(channel.remoteAddress)
        let address = PeerAddress.key(text)
        guard connections.enter(address) else {
            if let count = refusedConnections.count() {
                logger.warning(
                    "Connections refused: too many are open",
                    metadata: ["remoteAddress": "\(text)", "connections": "\(count)"]
                )
            }
            throw TooManyConnections()
        }
        channel.closeFuture.whenComplete { [connections] _ in connections.leave(address) }
    }

    /// Adds everything above TLS.
    static func addHTTP(
        to channel: any Channel,
        _ configuration: HTTPServerConfiguration,
        _ lane: Lane?,
        _ caller: EndpointCaller,
        _ budget: BodyBudget,
        _ logger: Logger
    ) throws {
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = configuration.maxHeaderBytes
        limits.maxHeaderListSize = configuration.maxHeaderBytes
        // A few more than are allowed, so that they can be told from fields that are too long.
        limits.maxHeaderFieldCount = configuration.maxHeaderFields * 4
        let pipeline = channel.pipeline.syncOperations
        // No encoder: answers are framed by `HTTPAnswer`. No pipelining handler: the connection's handler lets requests wait.
        let decoder = HTTPRequestDecoder(
            leftOverBytesStrategy: .dropBytes,
            informationalResponseStrategy: .drop,
            limitConfiguration: limits
        )
        let gate = RequestGate()
        try pipeline.addHandler(gate)
        try pipeline.addHandler(ByteToMessageHandler(decoder))
        let handler = ConnectionHandler(
            caller: caller,
            lane: lane,
            gate: gate,
            budget: budget,
            reader: RequestHeadReader(
                maxBodyBytes: configuration.maxBodyBytes,
                headerLimits: HeaderLimits(
                    byteCount: configuration.maxHeaderBytes,
                    count: configuration.maxHeaderFields
                ),
                isHardened: configuration.hardened,
                streams: caller.streamRoutes
            ),
            timeouts: ConnectionHandler.Timeouts(
                idle: TimeAmount(configuration.idleTimeout),
                request: TimeAmount(configuration.requestTimeout),
                linger: TimeAmount(configuration.lingerTimeout),
                stall: TimeAmount(configuration.stallTimeout),
                stream: TimeAmount(configuration.streamTimeout)
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
