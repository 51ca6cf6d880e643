import ArgumentParser
import CourtCore
import FieldEncryption
import PluginKit
import PluginTools

/// The plugins that this program carries: the core, and those that its entry point named.
enum InstalledPlugins {
    @TaskLocal static var others: [Plugin] = []

    static func all(keys: KeyRing) -> [Plugin] { [CourtCore.plugin(keys: keys)] + others }

    /// Commands that the plugins bring.
    ///
    /// A type that is no command, or a name that stands twice, is a mistake of whoever wrote the program.
    static var tools: [any ParsableCommand.Type] {
        var names = Set((DocketCommand.own + [ConformanceCommand.self]).map { $0._commandName })
        return others.flatMap { plugin in
            plugin.tools.map { tool in
                guard let command = tool as? any ToolCommand.Type else {
                    preconditionFailure("plugin \"\(plugin.name)\": \(tool) is no ToolCommand")
                }
                guard names.insert(command._commandName).inserted else {
                    preconditionFailure("plugin \"\(plugin.name)\": there is a command \(command._commandName) already")
                }
                return command
            }
        }
    }

    /// All but those switched off by name; an unknown name is refused.
    static func switchedOn(keys: KeyRing, without names: [String]) throws -> [Plugin] {
        let all = all(keys: keys)
        let removable = all.map(\.name).filter { $0 != "core" }
        for name in names where !removable.contains(name) {
            throw CommandFailure(
                "There is no plugin \"\(name)\" to switch off; there are \(removable.joined(separator: ", "))."
            )
        }
        return all.filter { !names.contains($0.name) }
    }
}
