import PluginKit

/// What the host itself brings to the schema and the database: the records of each write, events, timers, dead letters.
enum HostPlugin {
    private static let name = "host"

    /// Switched on wherever the core is, and right after it.
    static func added(to plugins: [Plugin]) -> [Plugin] {
        guard let core = plugins.firstIndex(where: { $0.name == "core" }),
            !plugins.contains(where: { $0.name == name && $0.file == plugin.file })
        else { return plugins }
        return plugins[...core] + [plugin] + plugins[(core + 1)...]
    }

    private static let plugin = Plugin(
        name: name,
        requires: ["core"],
        fragments: Embedded.fragments,
        migrations: Embedded.migrations,
        permissions: [
            Permission("host.followEvents", [.admin, .systemClient]), Permission("host.deadLetters", [.admin]),
        ],
        commands: DeadLetterCommands().commands
    )
}
