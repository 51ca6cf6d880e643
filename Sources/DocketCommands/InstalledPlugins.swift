import CourtCore
import FieldEncryption
import PluginKit

/// The plugins that this program carries: the core, and those that its entry point named.
enum InstalledPlugins {
    @TaskLocal static var others: [Plugin] = []

    static func all(keys: KeyRing) -> [Plugin] { [CourtCore.plugin(keys: keys)] + others }

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
