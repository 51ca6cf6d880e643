import GraphQLSchema
import PluginKit

/// Plugins in the order of their requirements; a missing one, a second one of the same name, or a circle stops the start.
enum PluginOrder {
    static func sorted(_ plugins: [Plugin]) throws(CompositionFailure) -> [Plugin] {
        var diagnostics: [SchemaDiagnostic] = []
        var byName: [String: Plugin] = [:]
        for plugin in plugins {
            if let other = byName[plugin.name] {
                diagnostics.append(
                    SchemaDiagnostic(
                        "There are two plugins named \"\(plugin.name)\".",
                        provenance: [other.place, plugin.place]
                    )
                )
            }
            byName[plugin.name] = plugin
        }
        for plugin in plugins {
            for name in plugin.requires where byName[name] == nil {
                diagnostics.append(
                    SchemaDiagnostic(
                        "Plugin \"\(plugin.name)\" requires plugin \"\(name)\", which is not switched on.",
                        provenance: [plugin.place]
                    )
                )
            }
        }
        guard diagnostics.isEmpty else { throw CompositionFailure(diagnostics) }

        // `core` first, then each after what it requires or extends, otherwise in the order given.
        var sorted: [Plugin] = []
        var placed: Set<String> = []
        var remaining = plugins
        while !remaining.isEmpty {
            let ready = remaining.first { plugin in
                plugin.dependencies.allSatisfy { placed.contains($0) || byName[$0] == nil }
                    && (plugin.name == "core" || placed.contains("core") || byName["core"] == nil)
            }
            guard let ready else {
                throw CompositionFailure([
                    SchemaDiagnostic(
                        "Plugins require each other in a circle: \(remaining.map(\.name).joined(separator: ", ")).",
                        provenance: remaining.map(\.place)
                    )
                ])
            }
            sorted.append(ready)
            placed.insert(ready.name)
            remaining.removeAll { $0.name == ready.name }
        }
        return sorted
    }
}

extension Plugin {
    /// Required ones, and those that a fragment or migration is written for.
    var dependencies: Set<String> {
        Set(requires).union(fragments.flatMap(\.requires)).union(migrations.flatMap(\.requires))
    }

    var place: Provenance { Provenance(plugin: name, file: file, line: line) }
}
