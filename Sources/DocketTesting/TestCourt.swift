import CourtCore
import CourtFormats
import DemoData
package import DocketServer
package import FieldEncryption
import GraphQLExecution
public import GraphQLLanguage
import Logging
import NIOOpenSSL
package import PluginHost
public import PluginKit
public import Postgres

/// A whole server over a real database of its own: HTTPS on a free port, a fixed business date, a token for each role
/// at the court 晋03, and the demonstration's courts and staff; what the plugins add to it where asked for.
public final class TestCourt: Sendable {
    /// What is in the database when a test begins.
    public struct Contents: Hashable, Sendable {
        /// Courts, departments, staff and holidays.
        public static let courts = Contents(steps: nil)
        /// And the demonstration of every plugin.
        public static let demo = Contents(steps: .all)
        /// And the demonstration of these plugins.
        public static func demo(of plugins: String...) -> Contents { Contents(steps: .of(Set(plugins))) }

        enum Steps: Hashable {
            case all
            case of(Set<String>)
        }

        let steps: Steps?
    }

    /// The business date of tests.
    public static let today = "2018-06-29"

    package let server: Server
    /// Where it answers GraphQL over HTTPS.
    public let url: String
    /// Its database, with the owner's rights, for looking behind the API.
    public let databaseURL: String
    /// The server's own.
    package let serverDatabaseURL: String
    /// PEM file of the authority that signed the server's certificate.
    public let caCertificate: String
    /// A token for each role, at the court 晋03.
    public let tokens: [Role: String]
    /// With which the database's values are sealed.
    package let keys: KeyRing
    /// For looking behind the API: the owner's rights.
    package let database: PostgresPool
    /// The server's business clock; nil where it is the real one.
    let clock: MovableClock?
    private let databaseName: String

    /// Runs a test of plugins of one's own, beside the core's, with a server and a database of its own.
    ///
    /// The business date stands still at `today`, YYYY-MM-DD.
    public static func with(
        _ plugins: [Plugin],
        contents: Contents = .courts,
        today: String = TestCourt.today,
        _ body: (TestCourt) async throws -> Void
    ) async throws {
        try await with(contents, plugins: { [CourtCore.plugin(keys: $0)] + plugins }, today: today, body)
    }

    /// Runs a test with a server of its own, hardened as in production or not; afterwards nothing may be left: the database
    /// must go without force.
    package static func with(
        _ contents: Contents = .courts,
        plugins: @escaping @Sendable (KeyRing) -> [Plugin],
        today: String = TestCourt.today,
        isHardened: Bool = false,
        anonymousRole: Role? = nil,
        _ body: (TestCourt) async throws -> Void
    ) async throws {
        try await TestSlots.shared.withSlot {
            let template = try await TestTemplates.shared.template(contents, plugins: plugins)
            let court = try await TestCourt(
                template: template,
                plugins: plugins,
                today: today,
                isHardened: isHardened,
                anonymousRole: anonymousRole
            )
            do {
                try await body(court)
            } catch {
                try? await court.stop()
                throw error
            }
            try await court.stop()
        }
    }

    private init(
        template: TestTemplates.Template,
        plugins: (KeyRing) -> [Plugin],
        today: String,
        isHardened: Bool,
        anonymousRole: Role?
    ) async throws {
        let postgres = try TestPostgres.shared.get()
        databaseName = try await postgres.createDatabase(template: template.database)
        databaseURL = postgres.url(database: databaseName)
        serverDatabaseURL = try await TestLogins.shared.serverURL(for: databaseURL, plugins(template.keys))
        let certificate = try TestCertificate.shared.get()
        clock = CalendarDate(iso: today).map { MovableClock($0) }
        server = try await Self.serve(
            serverDatabaseURL,
            plugins(template.keys),
            keys: template.keys,
            today: today,
            clock: clock.map(ServerClock.movable),
            isHardened: isHardened,
            anonymousRole: anonymousRole
        )
        url = "https://localhost:\(server.port)/graphql"
        caCertificate = certificate.caCertificate
        tokens = template.tokens
        keys = template.keys
        var configuration = PostgresConfiguration(url: databaseURL)
        configuration.size = 2
        // A default of `core.today()` asks for the day, as in the server's own writes.
        if CalendarDate(iso: today) != nil { configuration.onConnect = ["SET docket.today = '\(today)'"] }
        database = PostgresPool(configuration: configuration)
    }

    /// A server as courts have one, on a database whose owner's URL the caller gives: migrated by the owner, served with a
    /// login that owns nothing.
    package static func start(
        _ databaseURL: String,
        _ plugins: (KeyRing) -> [Plugin],
        keys: KeyRing,
        today: String,
        isHardened: Bool = false,
        anonymousRole: Role? = nil
    ) async throws -> Server {
        try await serve(
            TestLogins.shared.serverURL(for: databaseURL, plugins(keys)),
            plugins(keys),
            keys: keys,
            today: today,
            isHardened: isHardened,
            anonymousRole: anonymousRole
        )
    }

    /// A server with this login, on a database that is migrated; events and timers are run step by step.
    package static func serve(
        _ databaseURL: String,
        _ plugins: [Plugin],
        keys: KeyRing,
        today: String,
        clock: ServerClock? = nil,
        isHardened: Bool = false,
        anonymousRole: Role? = nil,
        databasePatience: Duration = .seconds(60)
    ) async throws -> Server {
        let certificate = try TestCertificate.shared.get()
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return try await Server.start(
            Server.Settings(
                databaseURL: databaseURL,
                port: 0,
                tls: TLSContext(certificateChainFile: certificate.certificate, privateKeyFile: certificate.key),
                keys: keys,
                clock: clock ?? CalendarDate(iso: today).map(ServerClock.fixed) ?? .system,
                options: EngineOptions(
                    hidesSuggestions: isHardened,
                    restrictsIntrospection: isHardened,
                    anonymousRole: anonymousRole
                ),
                isHardened: isHardened,
                migrates: false,
                databasePatience: databasePatience,
                runsWork: false
            ),
            plugins: plugins,
            logger: logger
        )
    }

    private func stop() async throws {
        await server.shutdown()
        await database.close()
        try await TestPostgres.shared.get().dropDatabase(databaseName)
    }

    /// Sends an operation through the engine, as the HTTP layer would, and answers the response.
    public func send(
        _ document: String,
        _ variables: JSONValue? = nil,
        as role: Role = .clerk,
        operationName: String? = nil
    ) async -> JSONValue {
        await send(document, variables, bearing: tokens[role], operationName: operationName)
    }

    /// The same with a token, or with none.
    public func send(
        _ document: String,
        _ variables: JSONValue? = nil,
        bearing token: String?,
        operationName: String? = nil
    ) async -> JSONValue {
        let response = await server.engine.respond(
            to: GraphQLRequest(
                document: Array(document.utf8),
                operationName: operationName,
                variables: variables,
                extensions: nil
            ),
            from: RequestOrigin(requestID: "test", bearerToken: token, remoteAddress: "test", allowsMutation: true)
        )
        return (try? JSONReader.read(response.body)) ?? .null
    }

    /// Looks behind the API, or fills tables, with the owner's rights and on the business date.
    public func query(_ sql: SQL) async throws -> Rows { try await database.query(sql) }
}
