package import CourtCore
import FragmentExpansion
import GraphQLLanguage
package import GraphQLPostgres
package import GraphQLSchema
package import PluginKit
package import Postgres

/// A set of plugins made into one server: schema, mapping, permissions, commands.
///
/// Built once, at the start; a class, since every request holds it.
package final class Composition: Sendable {
    /// In the order in which they depend on each other.
    package let plugins: [Plugin]
    package let schema: Schema
    package let mapping: Mapping
    package let migrations: [SQLMigration]
    /// Row security of the tables of its types.
    let rowPolicies: [RowPolicy]
    let commands: [String: Command]
    let resolvers: [String: BatchResolver]
    let services: [any PluginService]
    package let inputRules: InputRuleBook
    /// Subscribers and timers, in the plugins' order.
    let runners: [WorkRunner]
    /// Timers that commands may set.
    let timerNames: Set<String>
    /// The types whose objects may have materials.
    package let materials: MaterialOwners
    private let permissions: [Permission]

    package init(_ plugins: [Plugin]) throws(CompositionFailure) {
        self.plugins = try PluginOrder.sorted(HostPlugin.added(to: plugins))
        let names = Set(plugins.map(\.name))
        var fragments: [GraphQLSchema.SchemaFragment] = []
        var droppedFields: Set<String> = []
        for plugin in self.plugins {
            for fragment in plugin.fragments {
                if names.isSuperset(of: fragment.requires) {
                    fragments.append(
                        .init(plugin: plugin.name, file: fragment.file, text: fragment.text) {
                            $0.expanded.describingInputRules
                        }
                    )
                } else {
                    droppedFields.formUnion(FragmentFields.coordinates(in: fragment))
                }
            }
        }
        do {
            let directives = [MappingDirectives.sdl(.court), ChangeDirectives.sdl, InputRules.sdl]
            schema = try Schema.compose(fragments, directives: directives.joined(separator: "\n"))
        } catch {
            throw CompositionFailure(error.diagnostics)
        }
        do {
            let resolvers = self.plugins.flatMap { $0.resolvers + $0.workflows.map(\.availableActions) }
            let reading = resolvers.filter(\.reads).map { "\($0.type).\($0.field)" }
            mapping = try Mapping(schema, terms: .court, readingResolvers: Set(reading))
            rowPolicies = try mapping.rowPolicies(value: { CallerValue.policyText(at: $0) })
        } catch {
            throw CompositionFailure(error.diagnostics)
        }
        permissions = self.plugins.flatMap(\.permissions) + Self.permissions(of: self.plugins, in: schema)
        inputRules = InputRuleBook(schema)
        var check = CompositionCheck(plugins: self.plugins, schema: schema, droppedFields: droppedFields)
        materials = MaterialOwners(check.materials(permissions))
        migrations = self.plugins.flatMap { plugin in
            plugin.migrations.filter { names.isSuperset(of: $0.requires) }.map {
                SQLMigration(id: "\(plugin.name)/\($0.file)", sql: $0.sql, file: $0.file)
            }
        }
        commands = check.commands()
        check.openWork()
        services =
            self.plugins.flatMap(\.services) + [
                MetricBook(self.plugins.flatMap(\.metrics)), materials, inputRules.declaredRules,
                OpenWorkBook(self.plugins.flatMap(\.openWork)),
                Self.declaredMutations(commands, inputRules, permissions, schema),
            ]
        resolvers = check.resolvers()
        runners = check.runners()
        timerNames = Set(runners.filter { $0.kind == .timer }.map(\.name))
        check.extensions()
        check.permissions(permissions)
        check.nullableRoots()
        check.metrics()
        let diagnostics = check.diagnostics + inputRules.diagnostics
        guard diagnostics.isEmpty else { throw CompositionFailure(diagnostics) }
    }

    /// The mapping, checked against the database together with what plugins ask of it beside: the functions of metrics, and
    /// the columns of changed rows.
    package func resolved(against catalog: Catalog) throws(MappingFailure) -> ResolvedMapping {
        let functions = plugins.flatMap { plugin in
            plugin.metrics.map { metric in
                RequiredFunction(
                    asker: "The metric \(metric.key)",
                    name: metric.function,
                    arguments: Metric.functionArguments,
                    columns: Metric.functionColumns,
                    provenance: Provenance(plugin: plugin.name, file: metric.file, line: metric.line)
                )
            }
        }
        return try mapping.resolved(
            against: catalog,
            functions: functions,
            columns: ChangedColumns.required(by: schema) + NamedRowColumns.required(by: schema)
        )
    }

    /// Names of the permissions that any of these roles holds.
    package func permissions(of roles: Set<Role>) -> Set<String> {
        Set(permissions.filter { !$0.roles.isDisjoint(with: roles) }.map(\.name))
    }

    /// Names of all permissions that a plugin declares.
    package var permissionNames: Set<String> { Set(permissions.map(\.name)) }

    /// The permissions of the workflows' mutations: who may take an action in some state holds what its field requires.
    private static func permissions(of plugins: [Plugin], in schema: Schema) -> [Permission] {
        let fields = schema.rootType(for: .mutation)?.fields ?? []
        let required = Dictionary(
            fields.map { ($0.name, requiredPermission(in: $0.directives)) },
            uniquingKeysWith: { first, _ in first }
        )
        return plugins.flatMap(\.workflows).flatMap(\.rows).compactMap { row in
            required[row.action].flatMap(\.self).map { Permission($0, row.roles) }
        }
    }

    /// The permission that a field's or a type's directives name, nil for an unrestricted one.
    static func requiredPermission(in directives: [Directive]) -> String? {
        directives.first { $0.name.text == "requires" }?.argument("permission")?.stringText
    }
}
