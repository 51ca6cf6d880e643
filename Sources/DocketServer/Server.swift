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

        package init(
            databaseURL: String,
            host: String = "127.0.0.1",
            port: Int,
            tls: TLSContext,
            keys: KeyRing,
            clock: ServerClock = .system,
            options: EngineOptions = EngineOptions(),
            isHardened: Bool = false,
            migrates: Bool
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
        }
    }

    package let engine: Engine
    package let port: Int
    private let databases: Databases
    private let http: HTTPServer

    /// Starts a server: compose → migrate → check against the catalog → listen.
    ///
    /// What fails stops it with nothing running.
    package static func start(_ settings: Settings, plugins: [Plugin], logger: Logger) async throws -> Server {
        let composition = try Composition(plugins)
        let loops = EventLoops()
        let databases = Databases(url: settings.databaseURL, hosts: loops.loops.map { EventLoopReactorHost($0) })
        do {
            try await prepare(composition, databases, migrates: settings.migrates)
            let engine = try Engine(
                composition: composition,
                mapping: try composition.mapping.resolved(
                    against: await Catalog.load(databases.writer, readingRole: SQLReader.role)
                ),
                databases: databases,
                keys: settings.keys,
                clock: settings.clock,
                options: settings.options,
                logger: logger
            )
            var configuration = HTTPServerConfiguration(host: settings.host, port: settings.port, tls: settings.tls)
            configuration.hardened = settings.isHardened
            let http = HTTPServer(
                configuration,
                loops: loops,
                endpoint: engine,
                logger: logger
            )
            try await http.start()
            return Server(engine: engine, port: http.boundPort ?? settings.port, databases: databases, http: http)
        } catch {
            await databases.close()
            // Ended already where listening failed.
            try? await loops.shutdown()
            throw error
        }
    }

    private static func prepare(_ composition: Composition, _ databases: Databases, migrates: Bool) async throws {
        let migrator = Migrator(databases.writer)
        if migrates {
            _ = try await migrator.apply(composition.migrations)
        } else {
            let pending = try await migrator.pending(composition.migrations)
            guard pending.isEmpty else { throw PendingMigrations(ids: pending) }
        }
    }

    /// Finishes the requests under way, then closes everything.
    package func shutdown() async {
        await http.shutdown(within: .seconds(10))
        await databases.close()
    }
}

/// The database lacks migrations that this server needs.
package struct PendingMigrations: Error, CustomStringConvertible {
    package let ids: [String]

    package var description: String {
        "The database lacks \(ids.count) migration(s): \(ids.joined(separator: ", ")). Run `\(Program.name) migrate` first."
    }
}
