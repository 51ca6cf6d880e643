/// A request whose head is accepted: what it asks for.
struct IncomingRequest: Hashable {
    enum Operation: Hashable {
        /// The body is the GraphQL request.
        case graphQLBody(ResponseFormat)
        /// The URL's query is the GraphQL request.
        case graphQLQuery(Substring, ResponseFormat)
        case live
        case ready
        case metrics
        case schema
        /// A stream endpoint's; its body is handed on as it comes.
        case stream(StreamTarget)
    }

    let operation: Operation
    let bearerToken: String?
    /// The client waits for 100 Continue before it sends the body.
    let expectsContinue: Bool
}
