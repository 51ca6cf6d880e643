import CourtCore
import DocketServer
import FieldEncryption
import NIOOpenSSL
import PluginHost
import PluginKit
import PluginTools

/// Where a server's settings come from: flags, then `DOCKET_*` in the environment, then the file.
struct ServeSettings {
    let server: Server.Settings
    let without: [String]
    /// Files with secrets that everybody on this machine may read.
    let openFiles: [String]

    init(flags: Serve) throws {
        let settings = try Settings(file: flags.config)
        let hardened = flags.hardened || settings.flag(.hardened) ?? false
        let anonymousRole = try (flags.anonymousRole ?? settings.text(.anonymousRole)).map(parseRole)
        let databaseWait = try settings.integer(.databaseWait, flags.databaseWait, option: "database-wait") ?? 60
        if hardened, anonymousRole != nil {
            throw CommandFailure("A hardened server answers no one without a token: leave out the anonymous role.")
        }
        let keysFile = try settings.required(.keysFile, flags.keysFile, option: "keys-file")
        let keyFile = try settings.required(.key, flags.key, option: "key")
        openFiles = ([keyFile] + [flags.config].compactMap(\.self)).filter(SecretInput.isOpen)
        server = Server.Settings(
            databaseURL: try settings.required(.databaseURL, flags.databaseURL, option: "database-url"),
            host: flags.host ?? settings.text(.host) ?? "127.0.0.1",
            port: try settings.integer(.port, flags.port, option: "port") ?? 8443,
            tls: try TLSContext(
                certificateChainFile: settings.required(.certificate, flags.certificate, option: "certificate"),
                privateKeyFile: keyFile
            ),
            keys: try KeyRing(contentsOf: keysFile),
            options: EngineOptions(
                costLimit: try settings.integer(.costLimit, flags.costLimit, option: "cost-limit")
                    ?? EngineOptions().costLimit,
                hidesSuggestions: hardened,
                restrictsIntrospection: hardened,
                anonymousRole: anonymousRole,
                materials: MaterialOptions(
                    folder: (flags.materialFolder ?? settings.text(.materialFolder)).map { MaterialFolder($0) },
                    scanner: (flags.scanCommand ?? settings.text(.scanCommand)).map { MaterialScanner(command: $0) }
                )
            ),
            isHardened: hardened,
            migrates: flags.migrate || settings.flag(.migrate) ?? false,
            databasePatience: .seconds(databaseWait)
        )
        without = flags.without.isEmpty ? settings.list(.without) ?? [] : flags.without
    }
}
