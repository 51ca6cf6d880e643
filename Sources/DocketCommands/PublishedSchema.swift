import FieldEncryption
import GraphQLSchema
import PluginHost
import PluginTools

/// Where a command finds a schema to compare with.
enum PublishedSchema {
    /// A file's schema; without a file that of the installed plugins.
    static func read(_ path: String?) throws -> Schema {
        guard let path else { return try composed(without: []) }
        do {
            let schema = try Schema.build(try TextFile.read(path))
            guard schema.problems.isEmpty else { throw SchemaFailure(diagnostics: schema.problems) }
            return schema
        } catch let failure as SchemaFailure {
            throw CommandFailure("\(path) is no valid schema:\n\(failure)")
        }
    }

    /// The schema of the installed plugins but those switched off.
    static func composed(without names: [String]) throws -> Schema {
        try Composition(InstalledPlugins.switchedOn(keys: KeyRing.generate(), without: names)).schema
    }
}
