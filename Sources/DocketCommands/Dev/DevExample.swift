import DemoData
import PluginHost
import PluginKit

/// The first query to try on a development server.
enum DevExample {
    /// Shows what the first plugin with an example brought to the demonstration, and the courts of the core where there is none.
    static func query(for composition: Composition) -> String {
        DemoCourt.steps(of: composition).lazy.compactMap(\.example).first ?? "{ courts { nodes { code name } } }"
    }
}
