import Foundation
import GraphQLSchema
import PluginTools

/// What the environment and the file of `--config` say; the environment wins.
///
/// Every command that takes a database or a server's settings reads them here, so that a misspelt name is refused
/// everywhere: `hardend: true` must not start a server that is not hardened.
struct Settings {
    private let environment: [Setting: SettingValue]
    private let file: [Setting: SettingValue]

    /// Reads both and refuses, all at once, what they have that is no setting or not of its kind.
    init(file path: String?, environment variables: [String: String] = ProcessInfo.processInfo.environment) throws {
        var faults: [String] = []
        environment = Self.read(variables, &faults)
        file = try path.map { try SettingsFile.read($0, &faults) } ?? [:]
        guard faults.isEmpty else { throw SettingsFailure(faults: faults) }
    }

    func text(_ setting: Setting) -> String? {
        if case .text(let text) = self[setting] { text } else { nil }
    }

    func integer(_ setting: Setting) -> Int? {
        if case .integer(let number) = self[setting] { number } else { nil }
    }

    func flag(_ setting: Setting) -> Bool? {
        if case .flag(let flag) = self[setting] { flag } else { nil }
    }

    func list(_ setting: Setting) -> [String]? {
        if case .list(let names) = self[setting] { names } else { nil }
    }

    /// The text that must be there, and what to give when it is not.
    func required(_ setting: Setting, _ flag: String?, option: String) throws -> String {
        guard let value = flag ?? text(setting) else {
            throw CommandFailure(
                "Missing setting: give --\(option), or \(setting.variable) in the environment, or \"\(setting.key)\" in the file of --config."
            )
        }
        return value
    }

    /// A flag's number, checked as those of the environment and the file are, else theirs.
    func integer(_ setting: Setting, _ flag: Int?, option: String) throws -> Int? {
        guard let flag else { return integer(setting) }
        guard case .integer(let number) = SettingValue("\(flag)", as: setting.kind) else {
            throw CommandFailure("--\(option) is \(setting.kind.allowed), not \(flag).")
        }
        return number
    }

    private subscript(setting: Setting) -> SettingValue? { environment[setting] ?? file[setting] }

    private static func read(_ variables: [String: String], _ faults: inout [String]) -> [Setting: SettingValue] {
        let settings = Dictionary(Setting.all.map { ($0.variable, $0) }, uniquingKeysWith: { first, _ in first })
        var values: [Setting: SettingValue] = [:]
        for (name, text) in variables.sorted(by: { $0.key < $1.key }) where isOurs(name) {
            guard let setting = settings[name] else {
                let nearest = Suggestions.closest(to: name, among: settings.keys.sorted()).prefix(1)
                let hint = Suggestions.question(Array(nearest))
                faults.append("The environment variable \(name) is no setting: correct or unset it.\(hint)")
                continue
            }
            guard let value = SettingValue(text, as: setting.kind) else {
                faults.append(
                    "The environment variable \(name) is \(setting.kind.allowed)\(found(text, setting)); unset it for the default."
                )
                continue
            }
            values[setting] = value
        }
        return values
    }

    /// What was found instead; a text, which may hold a password, is not repeated.
    static func found(_ text: String, _ setting: Setting) -> String {
        if text.isEmpty { return ", not empty" }
        return setting.kind == .text ? "" : ", not \"\(text)\""
    }

    /// Variables of other commands and of the tests, and those that Kubernetes gives every container for a service called
    /// `docket` (DOCKET_SERVICE_HOST, DOCKET_PORT_8443_TCP and their kind), are no settings.
    private static func isOurs(_ name: String) -> Bool {
        guard name.hasPrefix("DOCKET_"), !otherVariables.contains(name) else { return false }
        if name.hasPrefix("DOCKET_TEST_") || name.hasPrefix("DOCKET_SERVICE_") { return false }
        return !(name.hasPrefix("DOCKET_PORT_") && name.dropFirst("DOCKET_PORT_".count).first?.isNumber == true)
    }

    private static let otherVariables: Set<String> = [
        "DOCKET_URL", "DOCKET_TOKEN", "DOCKET_CA_CERTIFICATE", "DOCKET_SERVER_PASSWORD",
    ]
}
