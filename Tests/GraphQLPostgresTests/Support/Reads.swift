import GraphQLExecution
import GraphQLLanguage
import GraphQLPostgres
import GraphQLSchema
import GraphQLValidation
import Postgres
import Synchronization
import Testing

@testable import GraphQLPostgres

/// A schema over a database, and a way to ask it.
struct Reads: Sendable {
    let mapping: ResolvedMapping
    let schema: Schema
    let pool: PostgresPool
    var cursors: any CursorSeal = ClearSeal()

    /// What a request brought, and what it took.
    struct Answer {
        let json: String
        let explanation: String
        /// The statements' texts, level by level, without the one that says who is asking.
        let levels: [[String]]
        let internalErrors: [String]
    }

    static let caller = Asker(
        courts: ["晋03", "晋0321"],
        staffID: 1,
        mayReadSealed: false,
        seesOnlyAssigned: false,
        today: 6754  // 2018-06-29
    )
    static let permissions: Set = ["letters.read", "letters.content", "letters.close"]

    /// The same database under the registry's schema with more in it.
    func extended(by fragment: String) async throws -> Reads {
        let schema = try Schema.compose(
            [
                SchemaFragment(plugin: "letters", file: "Letters.graphql", text: Registry.fragment),
                SchemaFragment(plugin: "more", file: "More.graphql", text: fragment),
            ],
            directives: MappingDirectives.sdl(.tests)
        )
        return Reads(
            mapping: try await Mapping(schema, terms: .tests).resolved(against: Catalog.load(pool)),
            schema: schema,
            pool: pool
        )
    }

    func plan(_ query: String, variables: String = "{}", permissions: Set<String> = permissions) throws
        -> (plan: Plan, variables: CoercedVariables)
    {
        let document = try ValidatedDocument(validating: Document(parsing: Source(query)), against: schema)
        let selection = try OperationSelection(document, operationName: nil)
        let values = try VariableCoercion(schema: schema).coerce(
            JSONReader.read(Array(variables.utf8)),
            for: selection.operation.variables,
            in: document.document.source
        )
        let planner = SQLPlanner(mapping: mapping, permissions: permissions, cursors: cursors)
        return (try selection.plan(for: selection.variant(for: values), by: planner), values)
    }

    func ask(
        _ query: String,
        variables: String = "{}",
        as caller: Asker = caller,
        permissions: Set<String> = permissions,
        between: @escaping @Sendable (Int) async throws -> Void = { _ in }
    ) async throws -> Answer {
        let (plan, values) = try plan(query, variables: variables, permissions: permissions)
        return try await answer(plan, values, as: caller, between: between)
    }

    /// Answers a plan, which may have answered other values before.
    func answer(
        _ plan: Plan,
        _ values: CoercedVariables,
        as caller: Asker = caller,
        between: @escaping @Sendable (Int) async throws -> Void = { _ in }
    ) async throws -> Answer {
        let context = BoundContext(caller)
        let errors = Mutex<[String]>([])
        let executor = Executor(schema: schema) { error in errors.withLock { $0.append("\(error)") } }
        let recorder = Recorder()
        let response: GraphQLResponse
        if plan.kind == .mutation {
            let session = CommandSession(pool: pool, context: context, recorder: recorder)
            response = await executor.execute(plan, variables: values, session: session)
        } else {
            response = try await SQLReader.withReader(for: plan, on: pool, context: context) { reader in
                let session = ReadSession(reader: reader, context: context, recorder: recorder, between: between)
                return await executor.execute(plan, variables: values, session: session)
            }
        }
        return Answer(
            json: String(decoding: response.body, as: UTF8.self),
            explanation: plan.explanation,
            levels: recorder.levels,
            internalErrors: errors.withLock { $0 }
        )
    }

    /// The response's text, which has no internal error.
    func json(
        _ query: String,
        variables: String = "{}",
        as caller: Asker = caller,
        permissions: Set<String> = permissions
    ) async throws -> String {
        let answer = try await ask(query, variables: variables, as: caller, permissions: permissions)
        #expect(answer.internalErrors == [])
        return answer.json
    }
}

/// The statements that were sent.
final class Recorder: Sendable {
    private let texts = Mutex<[[String]]>([])

    var levels: [[String]] { texts.withLock { $0 } }

    func record(_ requests: [FetchRequest], _ context: BoundContext) {
        let level = requests.compactMap { request -> String? in
            guard let fetch = request.fetch.description as? SQLFetch else { return nil }
            return try? fetch.bind(request, context).statement.statement.text
        }
        texts.withLock { $0.append(level) }
    }
}

/// A query's session: planned SQL, and two resolvers.
struct ReadSession: RequestSession {
    let reader: SQLReader
    let context: BoundContext
    let recorder: Recorder
    /// Runs before each level.
    let between: @Sendable (Int) async throws -> Void

    func fetch(_ requests: [FetchRequest], isLast: Bool) async throws -> [RowBatch] {
        try await between(recorder.levels.count)
        recorder.record(requests, context)
        return try await reader.batches(for: requests, isLast: isLast) { request in
            guard let resolver = request.fetch.description as? ResolverFetch else {
                throw GraphQLError("not a resolver")
            }
            guard let parent = request.parentBatch else {
                var rows = BatchBuilder(columnCount: 2)
                rows.append(.int8(1), .int8(0))
                return rows.batch
            }
            #expect(resolver.columns == ["id", "state"])
            var rows = BatchBuilder(columnCount: 2)
            for row in 0..<parent.rowCount { rows.append(.int8(Int64(row + 1)), .texts(["act"])) }
            return rows.batch
        }
    }

    func perform(
        _ command: FetchRequest,
        payload: @Sendable (RowBatch, any RequestSession) async throws -> [UInt8]
    ) async throws -> [UInt8] {
        throw GraphQLError("a query performs nothing")
    }
}

/// A mutation's session: two commands, run in a transaction, their payload read by planned SQL.
struct CommandSession: RequestSession {
    let pool: PostgresPool
    let context: BoundContext
    let recorder: Recorder

    struct Payload: RequestSession {
        let reader: SQLReader
        let context: BoundContext
        let recorder: Recorder

        func fetch(_ requests: [FetchRequest], isLast: Bool) async throws -> [RowBatch] {
            recorder.record(requests, context)
            return try await reader.batches(for: requests, isLast: isLast) { request in
                guard let list = request.fetch.description as? PayloadListFetch else { throw GraphQLError("no list") }
                if list.itemType == "Letter" {
                    var rows = BatchBuilder(columnCount: 2)
                    for id in [2, 1, 5] as [Int64] { rows.append(.int8(1), .int8(id)) }
                    return rows.batch
                }
                var rows = BatchBuilder(columnCount: 3)
                rows.append(.int8(1), .int4(2), .text("due_on"))
                rows.append(.int8(1), .int4(3), .null)
                return rows.batch
            }
        }

        func perform(
            _ command: FetchRequest,
            payload: @Sendable (RowBatch, any RequestSession) async throws -> [UInt8]
        ) async throws -> [UInt8] {
            throw GraphQLError("a payload performs nothing")
        }
    }

    func fetch(_ requests: [FetchRequest], isLast: Bool) async throws -> [RowBatch] {
        throw GraphQLError("a mutation has no root rows")
    }

    func perform(
        _ command: FetchRequest,
        payload: @Sendable (RowBatch, any RequestSession) async throws -> [UInt8]
    ) async throws -> [UInt8] {
        guard let description = command.fetch.description as? CommandFetch else { throw GraphQLError("no command") }
        return try await pool.withTransaction { transaction in
            let row: RowBatch
            if description.name == "closeLetter" {
                guard case .string(let id) = description.arguments[0].value.value(command.variables) else {
                    throw GraphQLError("no id")
                }
                try await transaction.execute("UPDATE app.letter SET state = 'CLOSED' WHERE id = \(Int64(id) ?? 0)")
                var rows = BatchBuilder(columnCount: 3)
                rows.append(.int8(Int64(id) ?? 0), .int4(7), .text("done"))
                row = rows.batch
            } else if description.name == "moveLetter" {
                let values = description.arguments.map { ($0.name, $0.value.value(command.variables)) }
                var rows = BatchBuilder(columnCount: 1)
                rows.append(.null)
                for case ("id", .string(let id)) in values {
                    guard let key = Int64(id) else { continue }
                    try await transaction.execute("UPDATE app.letter SET state = 'HANDLING' WHERE id = \(key)")
                    rows = BatchBuilder(columnCount: 1)
                    rows.append(.int8(key))
                }
                row = rows.batch
            } else {
                var rows = BatchBuilder(columnCount: 4)
                rows.append(.null, .null, .texts(["x", "y"]), .int4(6754))
                row = rows.batch
            }
            let reader = SQLReader(in: transaction, context: context)
            return try await payload(row, Payload(reader: reader, context: context, recorder: recorder))
        }
    }
}
