import GraphQLLanguage
import GraphQLSchema
import PluginKit

/// What a composed schema and its plugins must agree on.
struct CompositionCheck {
    let plugins: [Plugin]
    let schema: Schema
    /// Mutation fields of fragments that were dropped with the plugin that they require.
    let droppedFields: Set<String>
    private(set) var diagnostics: [SchemaDiagnostic] = []

    init(plugins: [Plugin], schema: Schema, droppedFields: Set<String>) {
        self.plugins = plugins
        self.schema = schema
        self.droppedFields = droppedFields
    }

    /// Every mutation field has its command, and every command its field.
    mutating func commands() -> [String: Command] {
        var commands: [String: Command] = [:]
        let fields = schema.rootType(for: .mutation)?.fields ?? []
        let names = Set(fields.map(\.name))
        for plugin in plugins {
            for command in plugin.commands where !droppedFields.contains(command.name) {
                if !names.contains(command.name) {
                    report(
                        "Plugin \"\(plugin.name)\" has a command \"\(command.name)\" without a mutation field.",
                        plugin.place
                    )
                } else if commands.updateValue(command, forKey: command.name) != nil {
                    report("There are two commands for Mutation.\(command.name).", plugin.place)
                }
            }
        }
        for field in fields where commands[field.name] == nil {
            report("Mutation.\(field.name) has no command.", field.provenance)
        }
        return commands
    }

    /// Every `@resolve` field has its resolver.
    mutating func resolvers() -> [String: BatchResolver] {
        let resolvers = Dictionary(
            plugins.flatMap(\.resolvers).map { ("\($0.type).\($0.field)", $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for (type, field) in fields where field.directives.contains(where: { $0.name.text == "resolve" }) {
            if resolvers["\(type).\(field.name)"] == nil {
                report("\(type).\(field.name) has @resolve but no batch resolver.", field.provenance)
            }
        }
        return resolvers
    }

    /// A plugin extends only types of its own, of the core, and of plugins that it names.
    mutating func extensions() {
        let byName = Dictionary(plugins.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let roots: Set<String?> = [schema.queryTypeName, schema.mutationTypeName, schema.subscriptionTypeName]
        for type in schema.types {
            guard case .object(let object) = type, let owner = object.provenance, !roots.contains(object.name) else {
                continue
            }
            for field in object.fields {
                guard let place = field.provenance, place.plugin != owner.plugin, owner.plugin != "core" else {
                    continue
                }
                guard byName[place.plugin]?.dependencies.contains(owner.plugin) != true else { continue }
                diagnostics.append(
                    SchemaDiagnostic(
                        "Plugin \"\(place.plugin)\" extends \(object.name) of plugin \"\(owner.plugin)\" without requiring it.",
                        provenance: [place, owner]
                    )
                )
            }
        }
    }

    /// Every permission that a type or a field names is some plugin's.
    mutating func permissions(_ permissions: [Permission]) {
        let known = Set(permissions.map(\.name))
        for type in schema.types {
            if let name = Composition.requiredPermission(in: type.directives), !known.contains(name) {
                report("\(type.name) requires the unknown permission \"\(name)\".", type.provenance)
            }
        }
        for (type, field) in fields {
            if let name = Composition.requiredPermission(in: field.directives), !known.contains(name) {
                report("\(type).\(field.name) requires the unknown permission \"\(name)\".", field.provenance)
            }
        }
        for field in schema.rootType(for: .mutation)?.fields ?? []
        where Composition.requiredPermission(in: field.directives) == nil {
            report("Mutation.\(field.name) names no permission: every mutation has @requires.", field.provenance)
        }
    }

    /// Every field with its type's name.
    private var fields: [(type: String, field: SchemaField)] {
        schema.types.flatMap { type in (type.fields ?? []).map { (type.name, $0) } }
    }

    private mutating func report(_ message: String, _ place: Provenance?) {
        diagnostics.append(SchemaDiagnostic(message, provenance: place.map { [$0] } ?? []))
    }
}
