import Synchronization

/// A subscription's responses, one for each event (MapSourceToResponseEvent, GraphQL §6.2.3.2).
///
/// The next event is taken from the source only when the response to the one before has been taken: a slow client
/// slows its source. To be iterated once.
package struct ResponseStream: AsyncSequence, Sendable {
    package typealias Element = GraphQLResponse

    private let events: SourceEvents
    private let ending: SubscriptionEnding
    private let respond: @Sendable (SourceEvent) async -> GraphQLResponse

    init(_ events: SourceEvents, respond: @escaping @Sendable (SourceEvent) async -> GraphQLResponse) {
        self.events = events
        self.respond = respond
        ending = SubscriptionEnding(events.end)
    }

    /// Ends the subscription, from whatever task (Unsubscribe, GraphQL §6.2.3.3).
    package func unsubscribe() { ending.end() }

    package func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(events: events.sequence.makeAsyncIterator(), token: ending.token(), respond: respond)
    }

    /// Ends the subscription when it goes.
    package struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate var events: any AsyncIteratorProtocol<SourceEvent, any Error>
        fileprivate let token: SubscriptionEnding.Token
        fileprivate let respond: @Sendable (SourceEvent) async -> GraphQLResponse

        /// The response to the next event, nil at the end; an error of the source ends the stream with it.
        package mutating func next(isolation actor: isolated (any Actor)?) async throws -> GraphQLResponse? {
            guard !token.ending.isEnded, !Task.isCancelled else {
                token.ending.end()
                return nil
            }
            let ending = token.ending
            do {
                // A task that is cancelled while it waits ends the source, so that the wait ends.
                let event = try await withTaskCancellationHandler(
                    operation: { try await events.next(isolation: actor) },
                    onCancel: { ending.end() },
                    isolation: actor
                )
                guard let event, !ending.isEnded else {
                    ending.end()
                    return nil
                }
                return await respond(event)
            } catch {
                ending.end()
                throw error
            }
        }
    }
}

/// Tells a source once that its events are no longer wanted.
final class SubscriptionEnding: Sendable {
    /// Ends the subscription with the iterator that holds it.
    final class Token: Sendable {
        let ending: SubscriptionEnding

        init(_ ending: SubscriptionEnding) { self.ending = ending }

        deinit { ending.end() }
    }

    private let action: Mutex<(@Sendable () -> Void)?>

    init(_ action: @escaping @Sendable () -> Void) { self.action = Mutex(action) }

    deinit { end() }

    var isEnded: Bool { action.withLock { $0 == nil } }

    func token() -> Token { Token(self) }

    func end() {
        let action = action.withLock { action in
            defer { action = nil }
            return action
        }
        action?()
    }
}
