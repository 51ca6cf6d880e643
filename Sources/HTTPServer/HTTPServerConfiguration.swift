package import NIOOpenSSL

/// Where the server listens and what it allows.
package struct HTTPServerConfiguration: Sendable {
    /// A name or address of this machine.
    package var host: String
    /// 0 lets the system choose; see `HTTPServer.boundPort`.
    package var port: Int
    package var tls: TLSContext
    /// The longest request body.
    package var maxBodyBytes = 1024 * 1024
    /// The most that all request bodies under way may take together.
    package var maxBufferedBodyBytes = 256 * 1024 * 1024
    /// The most that request line and header fields may take together.
    package var maxHeaderBytes = 32 * 1024
    /// The most header fields of a request.
    package var maxHeaderFields = 256
    /// The most connections at once, and how many of them may come from one address.
    package var maxConnections = 4096
    package var maxConnectionsPerAddress = 1024
    /// How many requests with a token that is not valid one address may send at once, and each minute after that.
    package var failureBurst = 100
    package var failuresPerMinute = 600
    /// How long a connection may stay without a request.
    package var idleTimeout = Duration.seconds(75)
    /// From a request's first byte to its last.
    package var requestTimeout = Duration.seconds(30)
    /// How long a streamed body may take, from its first byte to its last.
    package var streamTimeout = Duration.seconds(600)
    /// The most bodies that are streamed at once, in and out together.
    package var maxStreams = 64
    /// How long a client may read nothing while there is something to be sent to it, or send nothing of a
    /// body that is streamed.
    package var stallTimeout = Duration.seconds(30)
    package var handshakeTimeout = Duration.seconds(10)
    /// How long a connection that is being closed still reads, so that the client can read the last answer.
    package var lingerTimeout = Duration.seconds(2)
    /// nil: one per core.
    package var eventLoopThreads: Int?
    /// No GET on `/graphql`, and no `/schema.graphql`.
    package var hardened = false

    package init(host: String, port: Int, tls: TLSContext) {
        self.host = host
        self.port = port
        self.tls = tls
    }
}
