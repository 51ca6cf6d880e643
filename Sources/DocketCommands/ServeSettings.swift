import Configuration
import DocketServer
import FieldEncryption
import NIOOpenSSL
import PluginHost
import PluginKit
import SystemPackage

/// Where a server's settings come from: flags, then `DOCKET_*` in the environment, then the file.
struct ServeSettings {
    let server: Server.Settings
    let without: [String]
    /// Files with secrets that everybody on this machine may read.
    let openFiles: [String]

    init(flags: Serve) async throws {
        var providers: [any ConfigProvider] = [EnvironmentVariablesProvider()]
        if let file = flags.config { providers.append(try await FileProvider<YAMLSnapshot>(filePath: FilePath(file))) }
        let environment = ConfigReader(providers: [providers[0]]).scoped(to: "docket")
        let file = flags.config == nil ? nil : ConfigReader(providers: Array(providers.dropFirst()))

        func text(_ key: ConfigKey, _ flag: String?) -> String? {
            flag ?? environment.string(forKey: key) ?? file?.string(forKey: key)
        }
        func required(_ key: ConfigKey, _ flag: String?, _ name: String, _ variable: String) throws -> String {
            guard let value = text(key, flag) else {
                throw CommandFailure(
                    "Missing setting: give --\(name), or \(variable) in the environment, or \"\(key)\" in the file."
                )
            }
            return value
        }
        let port = flags.port ?? environment.int(forKey: "port") ?? file?.int(forKey: "port") ?? 8443
        let migrates = flags.migrate || environment.bool(forKey: "migrate") ?? file?.bool(forKey: "migrate") ?? false
        let hardened = flags.hardened || environment.bool(forKey: "hardened") ?? file?.bool(forKey: "hardened") ?? false
        let costLimit = flags.costLimit ?? environment.int(forKey: "cost.limit") ?? file?.int(forKey: "cost.limit")
        let databaseWait =
            flags.databaseWait ?? environment.int(forKey: "database.wait") ?? file?.int(forKey: "database.wait") ?? 60
        guard (0...86_400).contains(databaseWait) else {
            throw CommandFailure("--database-wait is 0 to 86400 seconds, not \(databaseWait).")
        }
        let anonymousRole = try text("anonymous.role", flags.anonymousRole).map(parseRole)
        if hardened, anonymousRole != nil {
            throw CommandFailure("A hardened server answers no one without a token: leave out the anonymous role.")
        }
        let keysFile = try required("keys.file", flags.keysFile, "keys-file", "DOCKET_KEYS_FILE")
        let keyFile = try required("tls.key", flags.key, "key", "DOCKET_TLS_KEY")
        openFiles = ([keyFile] + [flags.config].compactMap(\.self)).filter(SecretInput.isOpen)
        server = Server.Settings(
            databaseURL: try required("database.url", flags.databaseURL, "database-url", "DOCKET_DATABASE_URL"),
            host: text("host", flags.host) ?? "127.0.0.1",
            port: port,
            tls: try TLSContext(
                certificateChainFile: required(
                    "tls.certificate",
                    flags.certificate,
                    "certificate",
                    "DOCKET_TLS_CERTIFICATE"
                ),
                privateKeyFile: keyFile
            ),
            keys: try KeyRing(contentsOf: keysFile),
            options: EngineOptions(
                costLimit: costLimit ?? EngineOptions().costLimit,
                hidesSuggestions: hardened,
                restrictsIntrospection: hardened,
                anonymousRole: anonymousRole
            ),
            isHardened: hardened,
            migrates: migrates,
            databasePatience: .seconds(databaseWait)
        )
        without =
            flags.without.isEmpty
            ? environment.stringArray(forKey: "without") ?? file?.stringArray(forKey: "without") ?? [] : flags.without
    }
}
