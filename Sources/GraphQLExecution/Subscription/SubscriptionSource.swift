/// What a subscription reads from: the events of its root field, each with a view of the data for what is below it.
package protocol SubscriptionSource: Sendable {
    /// Starts the events that a root field's fetch asks for (CreateSourceEventStream, GraphQL §6.2.3.1).
    ///
    /// Throws `GraphQLError` or `RequestFailure` for what the client may see: then there is no stream.
    func events(for request: FetchRequest) async throws -> SourceEvents
}

/// One event of a subscription's root field.
package struct SourceEvent: Sendable {
    /// Reads what was selected of an event through a session.
    package typealias Reading = @Sendable (any RequestSession) async -> GraphQLResponse

    let row: RowBatch
    let withSession: @Sendable (Plan, Reading) async throws -> GraphQLResponse

    /// `row` holds the root field's one row; `withSession` runs the reading of what is below it in a session and a
    /// snapshot of the event's own, and may throw as a session does.
    package init(
        row: RowBatch,
        withSession: @escaping @Sendable (Plan, Reading) async throws -> GraphQLResponse
    ) {
        self.row = row
        self.withSession = withSession
    }
}

/// A source stream (GraphQL §6.2.3.1).
package struct SourceEvents: Sendable {
    package typealias Events = AsyncSequence<SourceEvent, any Error> & Sendable

    let sequence: any Events
    let end: @Sendable () -> Void

    /// `end` is called once, when no event is wanted any more: the client left, the stream was dropped or is over.
    ///
    /// From then on the sequence must come to its own end, also for one who waits for its next element.
    package init(_ sequence: any Events, end: @escaping @Sendable () -> Void) {
        self.sequence = sequence
        self.end = end
    }
}

/// What came of a subscription's beginning.
package enum Subscription: Sendable {
    case started(ResponseStream)
    /// A response with errors alone: the source stream could not be created.
    case refused(GraphQLResponse)
}
