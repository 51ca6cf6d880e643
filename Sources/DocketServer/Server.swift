package import FieldEncryption
import GraphQLPostgres
import HTTPServer
package import Logging
package import NIOOpenSSL
package import PluginHost
package import PluginKit
import Postgres

/// A running server: plugins composed, database migrated and checked, HTTPS answering.
package struct Server: Sendable {
    /// What a server is started from.
    package struct Settings: Sendable {
        package var databaseURL: String
        package var host: String
        package var port: Int
        package var tls: TLSContext
        package var keys: KeyRing
        package var clock: ServerClock
        package var options: EngineOptions
        /// Production's transport: no GET, no `/schema.graphql`.
        package var isHardened: Bool
        /// Applies migrations that are pending; otherwise they stop the start.
        package var migrates: Bool
        /// How long a database that is not there yet is waited for.
        package var databasePatience: Duration
        /// Delivers events and runs timers; tests do so step by step.
        package var runsWork: Bool

        package init(
            databaseURL: String,
            host: String = "127.0.0.1",
            port: Int,
            tls: TLSContext,
            keys: KeyRing,
            clock: ServerClock = .system,
            options: EngineOptions = EngineOptions(),
            isHardened: Bool = false,
            migrates: Bool,
            databasePatience: Duration = .seconds(60),
            runsWork: Bool = true
        ) {
            self.databaseURL = databaseURL
            self.host = host
            self.port = port
            self.tls = tls
            self.keys = keys
            self.clock = clock
            self.options = options
            self.isHardened = isHardened
            self.migrates = migrates
            self.databasePatience = databasePatience
            self.runsWork = runsWork
        }
    }

    package let engine: Engine
    package let port: Int
    private let databases: Databases
    private let http: HTTPServer
    /// Events and timers, for as long as it serves.
    private let work: Task<Void, Never>?

    /// Starts a server: compose → prepare the database → check against the catalog → listen → run events and timers.
    ///
    /// What fails stops it with nothing running.
    package static func start(_ settings: Settings, plugins: [Plugin], logger: Logger) async throws -> Server {
        let composition = try Composition(plugins)
        try await DatabasePreparation(settings: settings, composition: composition, logger: logger).run()
        let loops = EventLoops()
        let databases = Databases(url: settings.databaseURL, hosts: loops.loops.map { EventLoopReactorHost($0) })
        do {
            let engine = try Engine(
                composition: composition,
                mapping: try composition.resolved(
                    against: await Catalog.load(databases.writer, readingRole: SQLReader.role)
                ),
                databases: databases,
                keys: settings.keys,
                clock: settings.clock,
                options: settings.options,
                logger: logger
            )
            try await engine.prepareWork()
            var configuration = HTTPServerConfiguration(host: settings.host, port: settings.port, tls: settings.tls)
            configuration.hardened = settings.isHardened
            let http = HTTPServer(
                configuration,
                loops: loops,
                endpoint: engine,
                logger: logger
            )
            try await http.start()
            return Server(
                engine: engine,
                port: http.boundPort ?? settings.port,
                databases: databases,
                http: http,
                work: settings.runsWork ? Task { await engine.work() } : nil
            )
        } catch {
            await databases.close()
            // Ended already where listening failed.
            try? await loops.shutdown()
            throw error
        }
    }

    /// Finishes the requests under way, and the events and timers that run, then closes everything.
    package func shutdown() async {
        engine.stopWork()
        await http.shutdown(within: .seconds(10))
        await finishWork(within: .seconds(10))
        await databases.close()
    }

    /// What takes longer is rolled back, and another server's.
    private func finishWork(within patience: Duration) async {
        guard let work else { return }
        let limit = Task {
            try await Task.sleep(for: patience)
            work.cancel()
        }
        await work.value
        limit.cancel()
    }
}
