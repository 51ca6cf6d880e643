import GraphQLLanguage
import GraphQLSchema
import PluginHost

/// The first query to try on a development server.
enum DevExample {
    /// Shows the demonstration's letters where that plugin is on, and the courts of the core where it is not.
    static func query(for composition: Composition) -> String {
        guard composition.schema.rootType(for: .query)?.field(named: "batchReconciliation") != nil else {
            return "{ courts { nodes { code name } } }"
        }
        return #"{ batchReconciliation(batchNo: "晋高法信转〔2018〕3号") { declared items cases duplicates missing } }"#
    }
}
