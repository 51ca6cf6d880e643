import GraphQLSchema
import PluginKit

extension CompositionCheck {
    /// A metric's key begins with its plugin's name and is no other's; its function is named with a schema, and its numbers
    /// count.
    mutating func metrics() {
        var places: [String: Provenance] = [:]
        for plugin in plugins {
            for metric in plugin.metrics {
                let place = Provenance(plugin: plugin.name, file: metric.file, line: metric.line)
                if let other = places.updateValue(place, forKey: metric.key) {
                    report("There are two metrics \"\(metric.key)\".", [place, other])
                }
                if !metric.key.hasPrefix("\(plugin.name).") {
                    report("The metric \"\(metric.key)\" must begin with \"\(plugin.name).\".", [place])
                }
                if metric.function.wholeMatch(of: /[a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*/) == nil {
                    report(
                        "The metric \"\(metric.key)\" must name a schema and a function, not \"\(metric.function)\".",
                        [place]
                    )
                }
                if metric.version < 1 || metric.smallestDenominator < 1 {
                    report(
                        "The metric \"\(metric.key)\" needs a version and a smallest denominator of at least 1.",
                        [place]
                    )
                }
            }
        }
    }

    private mutating func report(_ message: String, _ places: [Provenance]) {
        add(SchemaDiagnostic(message, provenance: places))
    }
}
