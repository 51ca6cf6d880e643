import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Synchronization
import Testing

@testable import GraphQLExecution

/// The examples of GraphQL §6.3.
@Suite("The specification's examples of selection sets (§6.3)")
struct SelectionSetExamples {
    @Test("normal execution answers in the order of the request (§6.3.4)")
    func normal() async throws {
        let document = """
            {
              birthday {
                month
              }
              address {
                street
              }
            }
            """
        #expect(
            try await answer(
                "type Query { address: Address birthday: Date } type Address { street: String } type Date { month: Int }",
                document,
                root: #"{"address": {"street": "Rue Cujas"}, "birthday": {"month": 2}}"#
            )
                == #"{"data":{"birthday":{"month":2},"address":{"street":"Rue Cujas"}}}"#
        )
    }

    @Test("serial execution runs a field and what is selected below it before the next field (§6.3.4)")
    func serial() async throws {
        let document = """
            mutation ($newBirthday: String, $newAddress: String) {
              changeBirthday(birthday: $newBirthday) {
                month
              }
              changeAddress(address: $newAddress) {
                street
              }
            }
            """
        let session = NumberSession(
            answer: #"{"changeBirthday": {"month": 3}, "changeAddress": {"street": "Rue Cujas"}}"#
        )
        #expect(
            try await run(
                document,
                """
                type Mutation { changeAddress(address: String): Address changeBirthday(birthday: String): Date }
                type Address { street: String } type Date { month: Int } type Query { a: Int }
                """,
                over: session
            )
                == #"{"data":{"changeBirthday":{"month":3},"changeAddress":{"street":"Rue Cujas"}}}"#
        )
        #expect(session.log == ["begin changeBirthday", "end", "begin changeAddress", "end"])
    }

    @Test("each change of the number is read before the next (§6.3.4)")
    func numbers() async throws {
        let document = """
            mutation {
              first: changeTheNumber(newNumber: 1) {
                theNumber
              }
              second: changeTheNumber(newNumber: 3) {
                theNumber
              }
              third: changeTheNumber(newNumber: 2) {
                theNumber
              }
            }
            """
        let session = NumberSession()
        #expect(
            try await run(
                document,
                """
                type Mutation { changeTheNumber(newNumber: Int): NumberHolder } type NumberHolder { theNumber: Int }
                type Query { a: Int }
                """,
                over: session
            )
                == #"{"data":{"first":{"theNumber":1},"second":{"theNumber":3},"third":{"theNumber":2}}}"#
        )
        #expect(session.number == 2)
    }

    private func run(_ text: String, _ sdl: String, over session: NumberSession) async throws -> String {
        let schema = try Schema.build(sdl)
        let document = try ValidatedDocument(validating: try Document(parsing: Source(text)), against: schema)
        let selection = try OperationSelection(document, operationName: nil)
        let variables = CoercedVariables(values: selection.operation.variables.map { _ in .string("new") })
        let plan = try selection.plan(
            for: selection.variant(for: variables),
            by: JSONSource(root: .null, schema: schema).planner
        )
        let executor = Executor(schema: schema) { Issue.record("\($0)") }
        let response = await executor.execute(plan, variables: variables, session: session)
        return String(decoding: response.body, as: UTF8.self)
    }

    private static let collected = """
        {
          a {
            subfield1
          }
          ...ExampleFragment
        }

        fragment ExampleFragment on Query {
          a {
            subfield2
          }
          b
        }
        """
    private static let sdl = "type Query { b: Int a: A } type A { subfield2: Int subfield1: Int }"

    @Test("two instances of one field and one of another are collected (§6.3.2)")
    func collected() throws {
        let schema = try Schema.build(Self.sdl)
        let document = try Document(parsing: Source(Self.collected))
        let selection = try OperationSelection(
            try ValidatedDocument(validating: document, against: schema),
            operationName: nil
        )
        var collection = FieldCollection(
            selection,
            variant: .unconditional,
            scalars: ScalarCoercions(),
            maxFields: 10
        )
        let root = try #require(schema.rootType(for: .query))
        let fields = try collection.selection(of: [selection.operation.selections], on: root).fields
        #expect(fields.map(\.responseKey) == ["a", "b"])
        #expect(fields.map(\.offsets.count) == [2, 1])
    }

    @Test("collected fields keep the order in which they first stand (§6.3.2)")
    func order() async throws {
        #expect(
            try await answer(Self.sdl, Self.collected, root: #"{"b": 3, "a": {"subfield2": 2, "subfield1": 1}}"#)
                == #"{"data":{"a":{"subfield1":1,"subfield2":2},"b":3}}"#
        )
    }
}

/// Answers mutation fields: with its number after `newNumber` has changed it, or from a JSON value.
private final class NumberSession: RequestSession {
    private struct Unexpected: Error {}

    private let state = Mutex((number: 0, log: [String]()))
    private let json: String?

    init(answer json: String? = nil) { self.json = json }

    var number: Int { state.withLock { $0.number } }
    var log: [String] { state.withLock { $0.log } }

    func fetch(_ requests: [FetchRequest], isLast: Bool) async throws -> [RowBatch] { throw Unexpected() }

    func perform(
        _ command: FetchRequest,
        payload: @Sendable (RowBatch, any RequestSession) async throws -> [UInt8]
    ) async throws -> [UInt8] {
        guard case .root(let field) = (command.fetch.description as? JSONFetch)?.row else { throw Unexpected() }
        if case .integer(let number) = field.arguments.first?.value.value(command.variables) {
            state.withLock { $0.number = number }
        }
        state.withLock { $0.log.append("begin \(field.property)") }
        let text = json ?? #"{"changeTheNumber": {"theNumber": \#(number)}}"#
        let bytes = try await JSONSession(root: try JSONReader.read(Array(text.utf8))).perform(
            command,
            payload: payload
        )
        state.withLock { $0.log.append("end") }
        return bytes
    }
}
