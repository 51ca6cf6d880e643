import CourtCore
import CourtFormats
import FieldEncryption
import GraphQLExecution
import GraphQLLanguage
import GraphQLPostgres
import Logging
import PluginKit
import Postgres
import Synchronization
import Testing

@testable import PluginHost

/// A database with the core's and the host's tables and a small plugin `notes`, and engines on it whose work a test steps
/// by hand.
struct WorkBench {
    let plugin: Plugin
    let keys: KeyRing
    /// With the owner's rights.
    let pool: PostgresPool
    let url: String
    let token: String
    let clock: MovableClock

    /// Runs a test with a plugin of these subscribers and timers on a database of its own.
    static func with(
        subscribers: [Subscriber] = [],
        timers: [Timer] = [],
        _ body: (WorkBench) async throws -> Void
    ) async throws {
        let server = try HostServer.shared.get()
        let (name, pool) = try await server.makeDatabase("SELECT 1")
        do {
            try await body(
                try await WorkBench(
                    NotesFixture.plugin(subscribers: subscribers, timers: timers),
                    pool,
                    url: server.url(database: name)
                )
            )
        } catch {
            await pool.close()
            try? await server.drop(name)
            throw error
        }
        await pool.close()
        try await server.drop(name)
    }

    private init(_ plugin: Plugin, _ pool: PostgresPool, url: String) async throws {
        self.plugin = plugin
        self.pool = pool
        self.url = url
        keys = try KeyRing.generate()
        clock = MovableClock(Self.today)
        clock.move(to: Self.today)
        try await Self.migrate(pool, Composition([CourtCore.plugin(keys: keys), plugin]).migrations)
        try await pool.execute(script: NotesFixture.rows)
        token = try await TokenStore(pool).create(
            name: "administrator",
            staffNo: nil,
            courtCode: "晋03",
            roles: [.admin, .clerk],
            validFor: .seconds(3_600)
        )
    }

    /// Applies what is missing; again where another test was at the roles, which all databases of a server share.
    static func migrate(_ pool: PostgresPool, _ migrations: [SQLMigration]) async throws {
        var attempts = 5
        while true {
            attempts -= 1
            do throws(any Error) {
                try await Migrator(pool).apply(migrations)
                return
            } catch let error as PostgresError
                where ["XX000", "23505", "42710"].contains(error.sqlState) && attempts > 0
            {
                continue
            }
        }
    }

    /// A Friday.
    static let today = CalendarDate(clampingISO: "2018-06-29")

    /// Runs a block with an engine of its own connections, as another server would be.
    func withEngine(
        plugin: Plugin? = nil,
        retryDelays: [Duration] = [.zero, .zero],
        pollInterval: Duration = .seconds(3_600),
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        _ body: (Engine) async throws -> Void
    ) async throws {
        let databases = Databases(url: url, readers: 2, writers: 2)
        do {
            let composition = try Composition([CourtCore.plugin(keys: keys), plugin ?? self.plugin])
            let engine = try Engine(
                composition: composition,
                mapping: try composition.mapping.resolved(against: await Catalog.load(databases.writer)),
                databases: databases,
                keys: keys,
                clock: .movable(clock),
                options: EngineOptions(work: WorkOptions(retryDelays: retryDelays, pollInterval: pollInterval)),
                logger: logger
            )
            try await engine.prepareWork()
            try await body(engine)
        } catch {
            await databases.close()
            throw error
        }
        await databases.close()
    }

    /// What the API answers, as JSON.
    func ask(_ document: String, _ variables: String = "{}", on engine: Engine, bearing token: String? = nil)
        async throws -> String
    {
        let request = GraphQLRequest(
            document: Array(document.utf8),
            operationName: nil,
            variables: try JSONReader.read(Array(variables.utf8)),
            extensions: nil
        )
        let origin = RequestOrigin(
            requestID: "r",
            bearerToken: token ?? self.token,
            remoteAddress: "test",
            allowsMutation: true
        )
        return String(decoding: await engine.respond(to: request, from: origin).body, as: UTF8.self)
    }

    /// Runs the plugin's mutation with these further members of its input; fails the test where it is refused.
    func touch(_ note: Int, _ input: String, on engine: Engine) async throws {
        let answer = try await ask(
            "mutation($input: TouchInput!) { touch(input: $input) { done } }",
            "{\"input\": {\"noteId\": \"\(note)\", \(input)}}",
            on: engine
        )
        #expect(answer == #"{"data":{"touch":{"done":true}}}"#)
    }

    /// What handlers have written down, in order.
    func seen() async throws -> [String] {
        try await pool.query("SELECT who || ' ' || what AS text FROM notes.seen ORDER BY id").map {
            try $0.decode("text")
        }
    }

    func texts(_ sql: SQL) async throws -> [String] {
        try await pool.query(sql).map { try $0.decode(0, as: String.self) }
    }

    func count(_ from: SQL) async throws -> Int {
        let rows = try await pool.query("SELECT count(*) FROM \(from)")
        return Int(try rows[0].decode(0, as: Int64.self))
    }
}

extension CalendarDate {
    init(clampingISO text: String) {
        guard let date = CalendarDate(iso: text) else { preconditionFailure("a test's date is a date") }
        self = date
    }
}

extension WriteContext {
    /// What a test's handler does: it leaves a row, in its transaction.
    func note(_ who: String, _ what: String) async throws {
        try await transaction.execute("INSERT INTO notes.seen (who, what) VALUES (\(who), \(what))")
    }
}
