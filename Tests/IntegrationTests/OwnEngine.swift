import CourtFormats
import DocketTesting
import FieldEncryption
import GraphQLExecution
import GraphQLLanguage
import GraphQLPostgres
import Logging
import PluginHost
import PluginKit
import Synchronization

/// An engine of a test's own over a court's database: with as many connections as it says, its log kept.
struct OwnEngine {
    let engine: Engine
    let schema: Composition
    private let databases: Databases
    private let log: KeptLog

    /// Runs a test with an engine, and closes its connections.
    static func with(
        _ court: TestCourt,
        readers: Int = 4,
        writers: Int = 4,
        _ body: (OwnEngine) async throws -> Void
    ) async throws {
        let databases = Databases(url: court.databaseURL, readers: readers, writers: writers)
        do {
            try await body(try await OwnEngine(databases))
        } catch {
            await databases.close()
            throw error
        }
        await databases.close()
    }

    private init(_ databases: Databases) async throws {
        let keys = try KeyRing.generate()
        let log = KeptLog()
        self.databases = databases
        self.log = log
        schema = try Composition(Installed.all(keys))
        engine = try Engine(
            composition: schema,
            mapping: try schema.resolved(against: await Catalog.load(databases.writer)),
            databases: databases,
            keys: keys,
            clock: CalendarDate(iso: TestCourt.today).map(ServerClock.fixed) ?? .system,
            logger: Logger(label: "test") { _ in log }
        )
    }

    /// What was logged so far.
    var logged: String { log.text }

    /// The text of the response.
    func answer(_ document: String, _ variables: JSONValue? = nil, bearing token: String?) async -> String {
        let request = GraphQLRequest(
            document: Array(document.utf8),
            operationName: nil,
            variables: variables,
            extensions: nil
        )
        let origin = RequestOrigin(requestID: "r", bearerToken: token, remoteAddress: "test", allowsMutation: true)
        return String(decoding: await engine.respond(to: request, from: origin).body, as: UTF8.self)
    }
}

/// A log handler that keeps all it is told.
private final class KeptLog: LogHandler, Sendable {
    private let lines = Mutex("")

    var text: String { lines.withLock { $0 } }

    func log(event: LogEvent) {
        lines.withLock { $0 += "\(event.message) \(event.metadata ?? [:])\n" }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set { lines.withLock { $0 += "\(key) \(newValue.map { "\($0)" } ?? "")\n" } }
    }

    var metadata: Logger.Metadata {
        get { [:] }
        set { lines.withLock { $0 += "\(newValue)\n" } }
    }

    var logLevel: Logger.Level {
        get { .trace }
        set { lines.withLock { $0 += "\(newValue)\n" } }
    }
}
