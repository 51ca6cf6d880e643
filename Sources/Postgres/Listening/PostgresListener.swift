/// Notifications from PostgreSQL's LISTEN, on a connection of its own that is remade when it is lost.
package final class PostgresListener: AsyncSequence, Sendable {
    package enum Event: Sendable, Hashable {
        /// Listening from now on; what was sent before, or while the connection was lost, was not heard.
        case listening
        case notification(channel: String, payload: String)
    }

    private let stream: AsyncStream<Event>
    private let task: Task<Void, Never>

    /// Starts listening.
    package init(configuration: PostgresConfiguration, channels: [String]) {
        let (stream, continuation) = AsyncStream.makeStream(of: Event.self)
        self.stream = stream
        task = Task {
            await Self.listen(configuration, to: channels, continuation)
            continuation.finish()
        }
    }

    deinit { task.cancel() }

    package func makeAsyncIterator() -> AsyncStream<Event>.Iterator { stream.makeAsyncIterator() }

    /// Stops listening and ends the sequence.
    package func close() { task.cancel() }

    /// Connects again and again; waits longer after each failure, 5 seconds at most.
    private static func listen(
        _ configuration: PostgresConfiguration,
        to channels: [String],
        _ events: AsyncStream<Event>.Continuation
    ) async {
        guard let reactor = try? Reactor() else { return }
        defer { reactor.stop() }
        let shortest = Duration.milliseconds(50)
        var pause = shortest
        while !Task.isCancelled {
            let (losses, loss) = AsyncStream.makeStream(of: Void.self)
            let connection = try? await Connection.open(
                configuration,
                reactor: reactor,
                onNotification: { events.yield(.notification(channel: $0, payload: $1)) },
                onClose: { _ in loss.finish() }
            )
            if let connection, await start(connection, channels) {
                pause = shortest
                events.yield(.listening)
                for await _ in losses {}
            }
            connection?.close()
            try? await Task.sleep(for: pause)
            pause = Swift.min(pause * 2, .seconds(5))
        }
    }

    private static func start(_ connection: Connection, _ channels: [String]) async -> Bool {
        let statements = channels.map { channel in
            let sql: SQL = "LISTEN \(identifier: channel)"
            return sql.bound
        }
        return (try? await connection.run(.pipeline(statements), deadline: .seconds(10))) != nil
    }
}
