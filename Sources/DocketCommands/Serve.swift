import ArgumentParser
import DocketServer
import FieldEncryption
import Logging
import NIOOpenSSL
import PluginHost
import PluginKit

/// `docket serve`: the server on a PostgreSQL of yours.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the API over HTTPS.",
        discussion: """
            Settings come from flags, then the environment, then a YAML file (--config): \
            \(Setting.all.map { "\($0.key) (\($0.variable))" }.joined(separator: ", ")). A name that is none of these, \
            or a value of another kind, is refused.
            """
    )

    @Option(help: "A YAML file with settings.")
    var config: String?

    @Option(help: "The database, postgresql://…")
    var databaseURL: String?

    @Option(help: "Address to listen on (default 127.0.0.1).")
    var host: String?

    @Option(help: "Port to listen on (default 8443).")
    var port: Int?

    @Option(help: "PEM file with the server's certificate and its chain.")
    var certificate: String?

    @Option(help: "PEM file with its private key.")
    var key: String?

    @Option(
        help: "File with the keys that seal personal data (`\(Program.name) serve --new-keys-file FILE` makes one)."
    )
    var keysFile: String?

    @Option(help: "Write new keys for sealing personal data to this file and end.")
    var newKeysFile: String?

    @Flag(help: "Apply pending migrations first.")
    var migrate = false

    @Flag(help: "Production profile: introspection by permission, no suggestions in messages.")
    var hardened = false

    @Option(help: "Seconds to wait for a PostgreSQL that does not answer yet (default 60).")
    var databaseWait: Int?

    @Option(help: "Rows that one request can read at most (default 100000).")
    var costLimit: Int?

    @Option(help: "Answer requests without a token, under this role and for no court; never with --hardened.")
    var anonymousRole: String?

    @Option(help: "Keep new materials, sealed, in files in this folder (default: in the database).")
    var materialFolder: String?

    @Option(help: "A program that looks for malware: an upload on its standard input, 0 for clean, 1 for infected.")
    var scanCommand: String?

    @Option(help: "Switch a plugin off (may be given several times).")
    var without: [String] = []

    func run() async throws {
        if let newKeysFile {
            try KeyRing.generate().write(toNewFile: newKeysFile)
            print(
                "New keys are in \(newKeysFile). Keep a copy outside the database's backups: without them no personal datum can be read."
            )
            return
        }
        let settings = try ServeSettings(flags: self)
        var logger = Logger(label: "docket")
        logger.logLevel = .info
        for file in settings.openFiles {
            logger.warning("everybody can read a file with secrets; run: chmod 600", metadata: ["file": "\(file)"])
        }
        let server = try await Server.start(
            settings.server,
            plugins: InstalledPlugins.switchedOn(keys: settings.server.keys, without: settings.without),
            logger: logger
        )
        if let role = settings.server.options.anonymousRole {
            logger.warning("requests without a token are answered", metadata: ["role": "\(role.rawValue)"])
        }
        logger.info("serving", metadata: ["url": "https://\(settings.server.host):\(server.port)/graphql"])
        await Signals.untilStopped()
        logger.info("stopping")
        await server.shutdown()
    }
}
