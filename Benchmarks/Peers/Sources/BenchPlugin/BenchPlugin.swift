package import PluginKit

/// The rivals' schema as a plugin.
package enum Bench {
    package static func plugin() -> Plugin {
        Plugin(
            name: "bench",
            fragments: Embedded.fragments,
            migrations: Embedded.migrations,
            permissions: [Permission("bench.write", [.systemClient])],
            commands: BenchCommands().commands
        )
    }
}
