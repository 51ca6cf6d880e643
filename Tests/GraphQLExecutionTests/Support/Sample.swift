import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Synchronization

/// A small schema with every kind of type, and runs over it.
enum Sample {
    static let sdl = #"""
        "The letters of a court."
        schema { query: Query mutation: Mutation }

        scalar Date @specifiedBy(url: "https://example.org/date")

        "How a letter is handled."
        enum Handling { OPEN CLOSED OLD @deprecated(reason: "Use CLOSED.") }

        interface Node { id: ID! }
        union Party = Person | Office

        type Person implements Node { id: ID! name: String! }
        type Office implements Node { id: ID! title: String }

        type Event { id: ID! kind: String! note: String letter: Letter! }

        "A letter."
        type Letter implements Node {
          id: ID!
          letterNo: String!
          summary: String
          words: Int
          urgent: Boolean
          score: Float
          receivedOn: Date
          tags: [String!]
          marks: [String]
          handling: Handling
          events(first: Int = 10, kinds: [String!]): [Event!]!
          notes: [Event]
          lastEvent: Event
          firstEvent: Event!
          sender: Party
          page: LetterConnection!
          old: String @deprecated
        }

        input LetterFilter {
          handling: Handling = OPEN
          text: String
          receivedOn: Date
          words: [Int!]
          nested: LetterFilter
        }
        input Place { court: String! room: Int! = 1 }
        input Key @oneOf { id: ID number: String }

        type Query {
          letter(id: ID, key: Key): Letter
          strict(id: ID!): Letter!
          letters(filter: LetterFilter, limit: Int! = 20, place: Place, old: Int @deprecated): [Letter!]!
          loose: [Letter]
          page(first: Int): LetterConnection!
          node(id: ID!): Node
          count: Int
          scores(values: [Float]): [Float!]
          unplannable: Int
        }

        type Mutation {
          close(id: ID!): Letter
          reopen(id: ID!): Letter!
          touch: Letter
        }
        """#

    /// The schema; a test that cannot build it fails.
    static func schema() throws -> Schema { try Schema.build(sdl + connections) }

    private static let connections = """

        type LetterConnection { edges: [LetterEdge!]! nodes: [Letter!]! pageInfo: PageInfo! totalCount: Int! }
        type LetterEdge { cursor: String! node: Letter! }
        type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
        """

    static func selection(_ text: String, operationName: String? = nil) throws -> OperationSelection {
        let document = try Document(parsing: Source(text))
        let validated = try ValidatedDocument(validating: document, against: try schema())
        return try OperationSelection(validated, operationName: operationName)
    }

    static func plan(
        _ text: String,
        variables: JSONValue? = nil,
        planner: SelectionPlanner = SelectionPlanner()
    ) throws -> (plan: Plan, variables: CoercedVariables) {
        let selection = try selection(text)
        let coerced = try VariableCoercion(schema: selection.document.schema)
            .coerce(variables, for: selection.operation.variables, in: selection.document.document.source)
        return (try selection.plan(for: selection.variant(for: coerced), by: planner), coerced)
    }

    /// The response's JSON text.
    static func run(
        _ text: String,
        variables: JSONValue? = nil,
        planner: SelectionPlanner = SelectionPlanner(),
        over session: ScriptedSession,
        onInternalError: @escaping @Sendable (any Error) -> Void = { _ in }
    ) async throws -> String {
        let (plan, coerced) = try plan(text, variables: variables, planner: planner)
        let executor = Executor(schema: try schema(), onInternalError: onInternalError)
        let response = await executor.execute(plan, variables: coerced, session: session)
        return String(decoding: response.body, as: UTF8.self)
    }
}

/// Counts what an executor reports.
final class Reports: Sendable {
    private let list = Mutex<[String]>([])
    var all: [String] { list.withLock { $0 } }
    func add(_ error: any Error) { list.withLock { $0.append("\(error)") } }
}
