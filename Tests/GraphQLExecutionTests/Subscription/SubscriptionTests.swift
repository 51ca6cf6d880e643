import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Synchronization
import Testing

@Suite("Subscriptions (§6.2.3)")
struct SubscriptionTests {
    static let sdl = """
        type Query { a: Int }
        type Subscription { letter(id: Int! = 1): Letter note: String! }
        type Letter { id: Int! events: [Event!] } type Event { kind: String! }
        """

    /// Events that a test feeds, and what became of them.
    private final class Feed: Sendable {
        let stream: AsyncThrowingStream<JSONValue, any Error>
        private let continuation: AsyncThrowingStream<JSONValue, any Error>.Continuation
        private let counts = Mutex((ended: 0, taken: 0))

        init() { (stream, continuation) = AsyncThrowingStream.makeStream() }

        var endCount: Int { counts.withLock { $0.ended } }
        var takenCount: Int { counts.withLock { $0.taken } }

        func send(_ json: String) throws { continuation.yield(try JSONReader.read(Array(json.utf8))) }
        func finish(throwing error: (any Error)? = nil) { continuation.finish(throwing: error) }

        func end() {
            counts.withLock { $0.ended += 1 }
            continuation.finish()
        }

        /// The events, counted as they are taken.
        var events: some AsyncSequence<JSONValue, any Error> & Sendable {
            stream.map { [self] event throws -> JSONValue in
                counts.withLock { $0.taken += 1 }
                return event
            }
        }
    }

    private func subscribe(_ text: String, to feed: Feed, variables: JSONValue? = nil) async throws -> Subscription {
        let schema = try Schema.build(Self.sdl)
        let document = try ValidatedDocument(validating: try Document(parsing: Source(text)), against: schema)
        let selection = try OperationSelection(document, operationName: nil)
        let coerced = try VariableCoercion(schema: schema)
            .coerce(variables, for: selection.operation.variables, in: document.document.source)
        let source = JSONSource(root: .null, schema: schema)
        let plan = try selection.plan(for: selection.variant(for: coerced), by: source.planner)
        let executor = Executor(schema: schema) { Issue.record("\($0)") }
        return await executor.subscribe(
            plan,
            variables: coerced,
            to: source.subscription(to: feed.events, end: feed.end)
        )
    }

    private func stream(_ text: String, of feed: Feed) async throws -> ResponseStream {
        guard case .started(let stream) = try await subscribe(text, to: feed) else {
            throw GraphQLError("The subscription was refused.")
        }
        return stream
    }

    private func text(_ response: GraphQLResponse?) -> String? {
        response.map { String(decoding: $0.body, as: UTF8.self) }
    }

    private let document = "subscription { letter { id events { kind } } }"

    @Test("each event is answered as its own root value, in order, and the source's end is the stream's")
    func mapping() async throws {
        let feed = Feed()
        try feed.send(#"{"letter": {"id": 1, "events": [{"kind": "IN"}, {"kind": "OUT"}]}}"#)
        try feed.send(#"{"letter": {"id": 2}}"#)
        try feed.send(#"{"letter": null}"#)
        feed.finish()
        var texts: [String] = []
        for try await response in try await stream(document, of: feed) {
            #expect(response.outcome == .executed)
            texts.append(String(decoding: response.body, as: UTF8.self))
        }
        #expect(
            texts == [
                #"{"data":{"letter":{"id":1,"events":[{"kind":"IN"},{"kind":"OUT"}]}}}"#,
                #"{"data":{"letter":{"id":2,"events":null}}}"#, #"{"data":{"letter":null}}"#,
            ]
        )
        #expect(feed.endCount == 1)
    }

    @Test("an error in an event stands in its response, the next event is answered all the same")
    func eventErrors() async throws {
        let feed = Feed()
        try feed.send(#"{"note": null}"#)
        try feed.send(#"{"note": {"__error": "Torn."}}"#)
        try feed.send(#"{"note": "c"}"#)
        var iterator = try await stream("subscription { note }", of: feed).makeAsyncIterator()
        let place = #""locations":[{"line":1,"column":16}],"path":["note"]}],"data":null}"#
        #expect(
            text(try await iterator.next())
                == #"{"errors":[{"message":"Cannot return null for non-nullable field Subscription.note.","# + place
        )
        #expect(text(try await iterator.next()) == #"{"errors":[{"message":"Torn.","# + place)
        #expect(text(try await iterator.next()) == #"{"data":{"note":"c"}}"#)
        #expect(feed.endCount == 0)
    }

    @Test("an event is taken only when the one before was answered")
    func backpressure() async throws {
        let feed = Feed()
        for number in 1...3 { try feed.send(#"{"letter": {"id": \#(number)}}"#) }
        var iterator = try await stream(document, of: feed).makeAsyncIterator()
        #expect(feed.takenCount == 0)
        _ = try await iterator.next()
        #expect(feed.takenCount == 1)
        _ = try await iterator.next()
        #expect(feed.takenCount == 2)
    }

    @Test("an error of the source ends the stream with it")
    func sourceError() async throws {
        let feed = Feed()
        try feed.send(#"{"note": "a"}"#)
        feed.finish(throwing: Broken())
        var iterator = try await stream("subscription { note }", of: feed).makeAsyncIterator()
        #expect(text(try await iterator.next()) == #"{"data":{"note":"a"}}"#)
        do {
            _ = try await iterator.next()
            Issue.record("the stream went on")
        } catch {
            #expect(error is Broken)
        }
        #expect(feed.endCount == 1)
        #expect(try await iterator.next() == nil)
    }

    @Test("to unsubscribe ends the source once, and the stream, whoever waits for it (§6.2.3.3)")
    func unsubscribe() async throws {
        let feed = Feed()
        let stream = try await stream("subscription { note }", of: feed)
        try feed.send(#"{"note": "a"}"#)
        let (answered, answer) = AsyncStream<String>.makeStream()
        let reader = Task {
            for try await response in stream { answer.yield(String(decoding: response.body, as: UTF8.self)) }
        }
        var answers = answered.makeAsyncIterator()
        #expect(await answers.next() == #"{"data":{"note":"a"}}"#)
        stream.unsubscribe()
        stream.unsubscribe()
        try await reader.value
        #expect(feed.endCount == 1)
        try feed.send(#"{"note": "b"}"#)
        var again = stream.makeAsyncIterator()
        #expect(try await again.next() == nil)
    }

    @Test("cancelling the reading task ends the source")
    func cancellation() async throws {
        let feed = Feed()
        let stream = try await stream("subscription { note }", of: feed)
        let reader = Task {
            for try await _ in stream {}
        }
        reader.cancel()
        _ = await reader.result
        #expect(feed.endCount == 1)
    }

    @Test("a stream that is dropped ends its source, read or not")
    func dropped() async throws {
        let unread = Feed()
        _ = try await stream("subscription { note }", of: unread)
        #expect(unread.endCount == 1)
        let left = Feed()
        try left.send(#"{"note": "a"}"#)
        for try await _ in try await stream("subscription { note }", of: left) { break }
        #expect(left.endCount == 1)
    }

    @Test("arguments that cannot be coerced refuse it: errors without data")
    func refused() async throws {
        let feed = Feed()
        let text = "subscription ($id: Int = 2) { letter(id: $id) { id } }"
        guard
            case .refused(let response) = try await subscribe(text, to: feed, variables: .object([.init("id", .null)]))
        else {
            Issue.record("started")
            return
        }
        #expect(response.outcome == .requestError)
        let body = String(decoding: response.body, as: UTF8.self)
        #expect(body.hasPrefix(#"{"errors":[{"message":"Argument "#))
        #expect(body.contains(#""locations":[{"line":1,"column":42}],"path":["letter"]"#))
        #expect(!body.contains("data"))
        #expect(feed.endCount == 0)
    }
}

@Suite("Sources of events")
struct SubscriptionSourceTests {
    /// Fails to start, or starts with one event whose session fails.
    private struct Failing: SubscriptionSource {
        let start: (any Error)?

        func events(for request: FetchRequest) async throws -> SourceEvents {
            if let start { throw start }
            let event = SourceEvent(row: RowBatch([[1]])) { _, _ in throw GraphQLError("No connection.", code: "X") }
            let stream = AsyncThrowingStream<SourceEvent, any Error> { continuation in
                continuation.yield(event)
                continuation.finish()
            }
            return SourceEvents(stream) {}
        }
    }

    /// Reads an event's letters through a session of its own.
    private struct Sessions: SubscriptionSource {
        let sessions: [ScriptedSession]

        func events(for request: FetchRequest) async throws -> SourceEvents {
            let stream = AsyncThrowingStream<SourceEvent, any Error> { continuation in
                for (index, session) in sessions.enumerated() {
                    continuation.yield(
                        SourceEvent(row: RowBatch([[CellValue(integerLiteral: Int64(index))]])) { _, read in
                            await read(session)
                        }
                    )
                }
                continuation.finish()
            }
            return SourceEvents(stream) {}
        }
    }

    private func subscribe(to source: some SubscriptionSource, _ reports: Reports = Reports()) async throws
        -> Subscription
    {
        let schema = try Schema.build(
            "type Query { a: Int } type Subscription { letter: Letter } type Letter { id: ID events: [Event!] } type Event { kind: ID }"
        )
        let text = "subscription { letter { id events { kind } } }"
        let document = try ValidatedDocument(validating: try Document(parsing: Source(text)), against: schema)
        let selection = try OperationSelection(document, operationName: nil)
        let plan = try selection.plan(for: .unconditional, by: SelectionPlanner())
        return await Executor(schema: schema, onInternalError: reports.add)
            .subscribe(plan, variables: .none, to: source)
    }

    private func body(_ subscription: Subscription) -> String? {
        guard case .refused(let response) = subscription else { return nil }
        return String(decoding: response.body, as: UTF8.self)
    }

    private func texts(of subscription: Subscription) async throws -> [String]? {
        guard case .started(let stream) = subscription else { return nil }
        var texts: [String] = []
        for try await response in stream { texts.append(String(decoding: response.body, as: UTF8.self)) }
        return texts
    }

    @Test("one that does not start refuses the subscription, its internal errors unseen")
    func failingStart() async throws {
        let place = #""locations":[{"line":1,"column":16}],"path":["letter"]"#
        #expect(
            body(try await subscribe(to: Failing(start: GraphQLError("Closed."))))
                == #"{"errors":[{"message":"Closed.",\#(place)}]}"#
        )
        let reports = Reports()
        #expect(
            body(try await subscribe(to: Failing(start: Broken()), reports))
                == #"{"errors":[{"message":"Internal server error",\#(place),"extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}"#
        )
        #expect(reports.all == ["Broken()"])
    }

    @Test("a session that fails leaves its event's response with the error")
    func failingSession() async throws {
        let texts = try await texts(of: try await subscribe(to: Failing(start: nil)))
        #expect(
            texts == [
                #"{"errors":[{"message":"No connection.","locations":[{"line":1,"column":16}],"path":["letter"],"#
                    + #""extensions":{"code":"X"}}],"data":{"letter":null}}"#
            ]
        )
    }

    @Test("each event reads what is below it through its own session, the event itself is not fetched")
    func sessions() async throws {
        let sessions = [
            ScriptedSession(rows: ["letter.events": [[1, 7]]]), ScriptedSession(rows: ["letter.events": []]),
            ScriptedSession(["letter.events": .failure(GraphQLError("Gone."))]),
        ]
        let texts = try await texts(of: try await subscribe(to: Sessions(sessions: sessions)))
        #expect(
            texts == [
                #"{"data":{"letter":{"id":"0","events":[{"kind":"7"}]}}}"#,
                #"{"data":{"letter":{"id":"1","events":[]}}}"#,
                #"{"errors":[{"message":"Gone.","locations":[{"line":1,"column":16}],"path":["letter"]}],"data":{"letter":null}}"#,
            ]
        )
        #expect(sessions.map(\.log) == Array(repeating: ["letter.events (last)"], count: 3))
    }
}
