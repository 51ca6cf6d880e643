import CourtFormats
import FieldEncryption
import GraphQLExecution
import GraphQLLanguage
import GraphQLPostgres
import GraphQLSchema
import GraphQLValidation
import PluginKit
import Postgres
import Synchronization
import Testing

@testable import PluginHost

/// A plugin of letters whose fields are answered by batch resolvers, over a database of its own.
struct Desk {
    let pool: PostgresPool

    /// What reading the catalog takes before a request.
    static let catalogRoundTrips = 1

    struct Answer {
        let json: String
        /// What the log has of errors that the client sees as internal.
        let log: [String]
    }

    /// What resolvers were asked, call by call.
    final class Calls: Sendable {
        private let list = Mutex<[String]>([])

        var all: [String] { list.withLock { $0 } }

        func add(_ call: String) { list.withLock { $0.append(call) } }

        func add<Key>(_ keys: [Key]) { add(keys.map { "\($0)" }.joined(separator: " ")) }
    }

    /// For tests that only read: one database while any of them runs.
    static func open(_ body: (Desk) async throws -> Void) async throws {
        let desk = try await SharedDesk.desk.enter()
        do { try await body(desk) } catch {
            try await SharedDesk.desk.leave()
            throw error
        }
        try await SharedDesk.desk.leave()
    }

    /// For a test that writes.
    static func openOwn(_ body: (Desk) async throws -> Void) async throws {
        let server = try HostServer.shared.get()
        let (name, pool) = try await server.makeDatabase(DeskFixture.script)
        do { try await body(Desk(pool: pool)) } catch {
            await pool.close()
            try await server.drop(name)
            throw error
        }
        await pool.close()
        try await server.drop(name)
    }

    /// The plugin with these resolvers; null for every other field.
    static func composition(_ resolvers: [BatchResolver], commands: [Command]? = nil) throws -> Composition {
        let given = Set(resolvers.map { "\($0.type).\($0.field)" })
        let others = DeskFixture.silentResolvers.filter { !given.contains("\($0.type).\($0.field)") }
        let plugin = Plugin(
            name: "desk",
            fragments: [SchemaFragment(file: "Desk.graphql", text: DeskFixture.fragment)],
            permissions: [Permission("desk.close", [.clerk]), Permission("desk.secret", [.inspector])],
            commands: commands ?? [Command(name: "close") { _, _ in Payload() }],
            resolvers: resolvers + others
        )
        return try Composition([plugin])
    }

    func ask(
        _ query: String,
        variables: String = "{}",
        _ resolvers: BatchResolver...,
        commands: [Command]? = nil
    ) async throws -> Answer {
        let composition = try Self.composition(resolvers, commands: commands)
        let schema = composition.schema
        let mapping = try composition.mapping.resolved(against: await Catalog.load(pool))
        let document = try ValidatedDocument(validating: Document(parsing: Source(query)), against: schema)
        let selection = try OperationSelection(document, operationName: nil)
        let values = try VariableCoercion(schema: schema).coerce(
            JSONReader.read(Array(variables.utf8)),
            for: selection.operation.variables,
            in: document.document.source
        )
        let keys = try KeyRing.generate()
        let planner = SQLPlanner(mapping: mapping, permissions: ["desk.close"], cursors: try CursorCipher(keys))
        let plan = try selection.plan(for: selection.variant(for: values), by: planner)
        let log = Mutex<[String]>([])
        let report: @Sendable (any Error) -> Void = { error in log.withLock { $0.append("\(error)") } }
        let executor = Executor(schema: schema, onInternalError: report)
        let caller = Caller(principal: Self.clerk, permissions: ["desk.close"])
        let clock = BusinessClock(today: try #require(CalendarDate(iso: "2018-06-29")), now: .now())
        let context = caller.context(on: clock.today)
        let commands = CommandRunner(composition: composition, keys: keys)
        let reading = LevelReading.Request(
            composition: composition,
            principal: caller.principal,
            clock: clock,
            requestID: "r1",
            report: report
        )
        let response: GraphQLResponse
        if plan.kind == .mutation {
            let session = CommandSession(
                context: context,
                reading: reading,
                commands: commands,
                request: CommandRunner.Request(caller: caller, clock: clock, requestID: "r1", writer: pool)
            )
            response = await executor.execute(plan, variables: values, session: session)
        } else {
            response = try await SQLReader.withReader(for: plan, on: pool, context: context) { reader in
                let session = ReadingSession(reading: LevelReading(request: reading, reader: reader))
                return await executor.execute(plan, variables: values, session: session)
            }
        }
        return Answer(
            json: String(decoding: response.body, as: UTF8.self),
            log: log.withLock { $0 }
        )
    }

    /// The response, when nothing went wrong that the log knows of.
    func json(_ query: String, variables: String = "{}", _ resolvers: BatchResolver...) async throws -> String {
        let answer =
            switch resolvers.count {
            case 0: try await ask(query, variables: variables)
            case 1: try await ask(query, variables: variables, resolvers[0])
            default: try await ask(query, variables: variables, resolvers[0], resolvers[1])
            }
        #expect(answer.log == [])
        return answer.json
    }

    static let clerk = Principal(
        tokenID: 1,
        client: "test",
        staffID: 7,
        courtCode: "晋03",
        departmentCode: nil,
        roles: [.clerk],
        readableCourts: ["晋03"]
    )
}

/// The database that reading tests share, dropped when no test uses it any more.
private actor SharedDesk {
    static let desk = SharedDesk()

    private var users = 0
    private var made: Task<(name: String, pool: PostgresPool), any Error>?

    func enter() async throws -> Desk {
        users += 1
        let task = made ?? Task { try await HostServer.shared.get().makeDatabase(DeskFixture.script) }
        made = task
        return Desk(pool: try await task.value.pool)
    }

    func leave() async throws {
        users -= 1
        guard users == 0, let task = made else { return }
        made = nil
        let (name, pool) = try await task.value
        await pool.close()
        try await HostServer.shared.get().drop(name)
    }
}
