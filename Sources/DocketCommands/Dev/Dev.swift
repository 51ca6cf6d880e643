import ArgumentParser
import CourtFormats
import DocketServer
import FieldEncryption
import Foundation
import HTTPServer
import Logging
import NIOOpenSSL
import PluginHost
import PluginKit
import PluginTools
import Postgres
import PrivatePostgres

/// `docket dev`: everything a person or a program needs to try Docket, in one folder.
struct Dev: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve over a private PostgreSQL with demo data; Ctrl-C stops everything, the data stays."
    )

    @Option(help: "The folder for the database, keys, certificate and tokens.")
    var data = ".docket"

    @Option(help: "Port to listen on.")
    var port = 8443

    @Option(help: "Write url, tokens, CA certificate and database URL to this file as JSON once the server answers.")
    var readyFile: String?

    @Option(help: "The business date, YYYY-MM-DD, or `now` for the real one.")
    var today = "2018-06-29"

    @Option(help: "Switch a plugin off (may be given several times).")
    var without: [String] = []

    @Flag(help: "Make the database and its demo data anew first: what was in it is lost.")
    var reset = false

    func run() async throws {
        let clock = try clock()
        let folder = try DevFolder(data)
        var logger = Logger(label: "docket")
        logger.logLevel = .warning
        // Before the database: a taken port is found at once, and costs nothing.
        try await PortCheck.requireFree(port)
        let postgres = try PrivatePostgres.start(dataDirectory: folder.database)
        do {
            try await serve(folder, postgres, clock, logger)
        } catch {
            postgres.stop()
            throw error
        }
        postgres.stop()
    }

    private func serve(_ folder: DevFolder, _ postgres: PrivatePostgres, _ clock: ServerClock, _ logger: Logger)
        async throws
    {
        let keys = try folder.keys()
        let certificate = try DevelopmentCertificate.create(in: folder.certificates)
        if reset {
            try await DevDatabase.drop("docket", on: postgres)
            try folder.forgetTokens()
        }
        let databaseURL = try await DevDatabase.create("docket", on: postgres)
        let server: Server
        do {
            let plugins = try InstalledPlugins.switchedOn(keys: keys, without: without)
            server = try await Server.start(
                Server.Settings(
                    databaseURL: DevDatabase.prepare(databaseURL, for: plugins),
                    port: port,
                    tls: TLSContext(certificateChainFile: certificate.certificate, privateKeyFile: certificate.key),
                    keys: keys,
                    clock: clock,
                    migrates: false
                ),
                plugins: plugins,
                logger: logger
            )
        } catch let error as PostgresError where error.code == .migrationChanged {
            throw CommandFailure(
                "\(error.message)\nWhile you write it, before anyone else has applied it: `\(Program.name) dev --reset` makes the "
                    + "database in \(folder.database) anew, without what was in it."
            )
        }
        do {
            let tokens = try await DevTokens(engine: server.engine, folder: folder).prepare(databaseURL: databaseURL)
            let ready = ReadyReport(
                url: "https://localhost:\(server.port)/graphql",
                tokens: tokens,
                caCertificate: certificate.caCertificate,
                databaseURL: databaseURL,
                tokensFile: folder.tokens,
                example: DevExample.query(for: server.engine.composition)
            )
            if let readyFile { try ready.write(to: readyFile) }
            FileHandle.standardOutput.write(Data((ready.greeting + "\n").utf8))
            await Signals.untilStopped()
        } catch {
            await server.shutdown()
            throw error
        }
        await server.shutdown()
    }

    private func clock() throws -> ServerClock {
        if today == "now" { return .system }
        guard let date = CalendarDate(iso: today) else {
            throw ValidationError("--today is a date YYYY-MM-DD or `now`, not \"\(today)\".")
        }
        return .fixed(date)
    }
}
