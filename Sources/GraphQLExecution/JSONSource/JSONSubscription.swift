package import GraphQLLanguage

extension JSONSource {
    /// A source of subscription events for plans of this source: each event is a root value of its own.
    ///
    /// `end` is called when no event is wanted any more, as `SourceEvents` says.
    package func subscription(
        to events: some AsyncSequence<JSONValue, any Error> & Sendable,
        end: @escaping @Sendable () -> Void
    ) -> some SubscriptionSource { JSONSubscription(events: events, end: end) }
}

private struct JSONSubscription<Events: AsyncSequence<JSONValue, any Error> & Sendable>: SubscriptionSource {
    let events: Events
    let end: @Sendable () -> Void

    func events(for request: FetchRequest) async throws -> SourceEvents {
        let sequence = events.map { root throws -> SourceEvent in
            let session = JSONSession(root: root)
            let row = try session.batch(for: request)
            return SourceEvent(row: row) { _, read in await read(session) }
        }
        return SourceEvents(sequence, end: end)
    }
}
