package import GraphQLLanguage

/// A GraphQL request as it arrived (GraphQL over HTTP, §"Request Parameters"), its variables not yet coerced.
package struct GraphQLRequest: Sendable {
    package let document: [UInt8]
    package let operationName: String?
    package let variables: JSONValue?
    package let extensions: JSONValue?

    package init(document: [UInt8], operationName: String?, variables: JSONValue?, extensions: JSONValue?) {
        self.document = document
        self.operationName = operationName
        self.variables = variables
        self.extensions = extensions
    }
}

/// What the transport knows about who sends a request.
package struct RequestOrigin: Sendable {
    /// The request id: the client's `X-Request-ID` if it is a plain token, else made by the server.
    package let requestID: String
    /// The bearer token of `Authorization`, nil without one.
    package let bearerToken: String?
    /// The peer's address, for logs and limits.
    package let remoteAddress: String
    /// GET may only run queries (GraphQL over HTTP).
    package let allowsMutation: Bool
    /// Which of the server's event loops serves the connection: what is bound to it answers without changing threads.
    package let lane: Int

    package init(
        requestID: String,
        bearerToken: String?,
        remoteAddress: String,
        allowsMutation: Bool,
        lane: Int = 0
    ) {
        self.requestID = requestID
        self.bearerToken = bearerToken
        self.remoteAddress = remoteAddress
        self.allowsMutation = allowsMutation
        self.lane = lane
    }
}

/// A response's JSON text with what the transport's status code depends on.
package struct GraphQLResponse: Sendable {
    package enum Outcome: Sendable {
        /// `data` is there, with or without field errors.
        case executed
        /// Refused before execution: no `data`.
        case requestError
        /// No valid credentials: 401.
        case unauthenticated
        /// A mutation over GET: 405.
        case methodNotAllowed
    }

    package let body: [UInt8]
    package let outcome: Outcome

    package init(body: [UInt8], outcome: Outcome) {
        self.body = body
        self.outcome = outcome
    }
}

/// What the HTTP server serves.
package protocol GraphQLEndpoint: Sendable {
    /// The answer for who may not ask at all, whatever they ask; nil for everyone else.
    ///
    /// It comes before anything of the request is parsed.
    func refusal(of origin: RequestOrigin) async -> GraphQLResponse?
    /// Whether the token is known to have been valid lately, so that asking about it again costs nothing much.
    func knows(_ origin: RequestOrigin) -> Bool
    func respond(to request: GraphQLRequest, from origin: RequestOrigin) async -> GraphQLResponse
    /// Whether the server can answer: the database is reachable and migrated.
    func isReady() async -> Bool
    /// The published schema, for `/schema.graphql`.
    var publishedSchema: String { get }
    /// Prometheus text exposition, for `/metrics`.
    func metricsText() async -> String
}
