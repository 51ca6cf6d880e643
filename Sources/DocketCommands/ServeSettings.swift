import DocketServer
import FieldEncryption
import NIOOpenSSL
import PluginHost
import PluginKit

/// Where a server's settings come from: flags, then `DOCKET_*` in the environment, then the file.
struct ServeSettings {
    let server: Server.Settings
    let without: [String]

    init(flags: Serve) throws {
        let settings = try Settings(file: flags.config)
        let hardened = flags.hardened || settings.flag(.hardened) ?? false
        let anonymousRole = try (flags.anonymousRole ?? settings.text(.anonymousRole)).map(parseRole)
        if hardened, anonymousRole != nil {
            throw CommandFailure("A hardened server answers no one without a token: leave out the anonymous role.")
        }
        let keysFile = try settings.required(.keysFile, flags.keysFile, option: "keys-file")
        server = Server.Settings(
            databaseURL: try settings.required(.databaseURL, flags.databaseURL, option: "database-url"),
            host: flags.host ?? settings.text(.host) ?? "127.0.0.1",
            port: try settings.integer(.port, flags.port, option: "port") ?? 8443,
            tls: try TLSContext(
                certificateChainFile: settings.required(.certificate, flags.certificate, option: "certificate"),
                privateKeyFile: settings.required(.key, flags.key, option: "key")
            ),
            keys: try KeyRing(contentsOf: keysFile),
            options: EngineOptions(
                costLimit: try settings.integer(.costLimit, flags.costLimit, option: "cost-limit")
                    ?? EngineOptions().costLimit,
                hidesSuggestions: hardened,
                restrictsIntrospection: hardened,
                anonymousRole: anonymousRole
            ),
            isHardened: hardened,
            migrates: flags.migrate || settings.flag(.migrate) ?? false
        )
        without = flags.without.isEmpty ? settings.list(.without) ?? [] : flags.without
    }
}
