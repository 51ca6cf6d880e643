package import GraphQLExecution

/// What is served below a path with bodies of any length: piece by piece in both directions, no faster than the slower side.
package protocol StreamEndpoint: Sendable {
    /// The path before a request's name, with its slashes: `/materials/`.
    var pathPrefix: String { get }
    /// The methods served, as `Allow` lists them.
    var methods: [String] { get }
    /// The longest request body.
    var maxBodyBytes: Int { get }

    /// Answers a request of which the body need not have come yet.
    ///
    /// The caller's token has been found valid, or there is none where none is needed. An answer that comes before the whole
    /// body was read ends the connection. The task is cancelled, and the body fails, when the client is gone.
    func answer(_ request: StreamRequest, body: StreamBody) async -> StreamAnswer
}

/// A request to a `StreamEndpoint`.
package struct StreamRequest: Sendable {
    /// One of the endpoint's.
    package let method: String
    /// What follows the endpoint's prefix in the path: one segment, as it was sent.
    package let name: String
    /// The length that the head declares; nil for none, or a body in chunks.
    package let contentLength: Int?
    /// Who asks.
    package let origin: RequestOrigin
}

/// An answer of a `StreamEndpoint`.
package struct StreamAnswer: Sendable {
    /// What the answer carries.
    package enum Body: Sendable {
        case bytes([UInt8])
        /// As many bytes as are declared, in pieces that are asked for when the client has read those before; an error, or
        /// another number of bytes, ends the connection.
        case stream(byteCount: Int, next: @Sendable () async throws -> [UInt8]?)
    }

    package let status: Int
    package let contentType: String
    /// Further header fields; the values are the program's own, in visible ASCII.
    package let fields: [(name: StaticString, value: String)]
    package let body: Body

    package init(status: Int, contentType: String, fields: [(name: StaticString, value: String)] = [], body: Body) {
        self.status = status
        self.contentType = contentType
        self.fields = fields
        self.body = body
    }
}

/// The paths of stream endpoints, as the reader of heads knows them.
struct StreamRoute: Hashable {
    let pathPrefix: String
    let methods: [String]
    let maxBodyBytes: Int

    init(_ endpoint: any StreamEndpoint) {
        pathPrefix = endpoint.pathPrefix
        methods = endpoint.methods
        maxBodyBytes = endpoint.maxBodyBytes
    }

    init(pathPrefix: String, methods: [String], maxBodyBytes: Int) {
        self.pathPrefix = pathPrefix
        self.methods = methods
        self.maxBodyBytes = maxBodyBytes
    }

    /// The name of a path below the prefix: one segment, no query.
    func name(in target: String) -> String? {
        guard target.hasPrefix(pathPrefix) else { return nil }
        let name = target.utf8.dropFirst(pathPrefix.utf8.count)
        let isSegment = name.allSatisfy { ![UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains($0) }
        return name.isEmpty || !isSegment ? nil : String(name)
    }
}

/// Which stream endpoint a request is for, and for what there.
struct StreamTarget: Hashable {
    /// The endpoint's place in the server's list.
    let index: Int
    let method: String
    let name: String
    let contentLength: Int?
    let hasBody: Bool
    let maxBodyBytes: Int
}

/// An answer on its way out.
struct StreamSending: Sendable {
    let answer: HTTPAnswer
    /// The pieces of a body that follows the answer's head.
    var next: (@Sendable () async throws -> [UInt8]?)?
    /// Whether it counts among the streams under way.
    var isCounted = false
}
