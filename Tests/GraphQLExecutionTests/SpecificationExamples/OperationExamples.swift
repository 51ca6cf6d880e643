import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Testing

/// The examples of GraphQL §6.2.
@Suite("The specification's examples of operations (§6.2)")
struct OperationExamples {
    @Test("a subscription to a chat room publishes each new message (§6.2.3)")
    func newMessages() async throws {
        let schema = try Schema.build(
            """
            type Query { room(id: Int): Int }
            type Subscription { newMessage(roomId: Int): Message }
            type Message { sender: String text: String }
            """
        )
        let text = """
            subscription NewMessages {
              newMessage(roomId: 123) {
                sender
                text
              }
            }
            """
        let document = try ValidatedDocument(validating: try Document(parsing: Source(text)), against: schema)
        let selection = try OperationSelection(document, operationName: "NewMessages")
        let source = JSONSource(root: .null, schema: schema)
        let plan = try selection.plan(for: selection.variant(for: .none), by: source.planner)
        let (events, feed) = AsyncThrowingStream<JSONValue, any Error>.makeStream()
        let event = #"{"newMessage": {"sender": "Hagrid", "text": "You're a wizard!"}}"#
        feed.yield(try JSONReader.read(Array(event.utf8)))
        feed.finish()
        let subscription = await Executor(schema: schema) { Issue.record("\($0)") }
            .subscribe(plan, variables: .none, to: source.subscription(to: events, end: {}))
        guard case .started(let responses) = subscription else {
            Issue.record("refused")
            return
        }
        var texts: [String] = []
        for try await response in responses { texts.append(String(decoding: response.body, as: UTF8.self)) }
        #expect(texts == [#"{"data":{"newMessage":{"sender":"Hagrid","text":"You're a wizard!"}}}"#])
    }
}
