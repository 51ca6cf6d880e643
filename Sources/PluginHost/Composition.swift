package import CourtCore
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
    let commands: [String: Command]
    let resolvers: [String: BatchResolver]
    let services: [any PluginService]
    /// The types whose objects may have materials.
    package let materials: MaterialOwners
    private let permissions: [Permission]

    package init(_ plugins: [Plugin]) throws(CompositionFailure) {
        self.plugins = try PluginOrder.sorted(plugins)
        let names = Set(plugins.map(\.name))
        var fragments: [GraphQLSchema.SchemaFragment] = []
        var droppedFields: Set<String> = []
        for plugin in self.plugins {
            for fragment in plugin.fragments {
                if names.isSuperset(of: fragment.requires) {
                    fragments.append(.init(plugin: plugin.name, file: fragment.file, text: fragment.text))
                } else {
                    droppedFields.formUnion(FragmentFields.coordinates(in: fragment))
                }
            }
        }
        do {
            schema = try Schema.compose(fragments, directives: MappingDirectives.sdl)
        } catch {
            throw CompositionFailure(error.diagnostics)
        }
        do {
            let reading = self.plugins.flatMap(\.resolvers).filter(\.reads).map { "\($0.type).\($0.field)" }
            mapping = try Mapping(schema, readingResolvers: Set(reading))
        } catch {
            throw CompositionFailure(error.diagnostics)
        }
        permissions = self.plugins.flatMap(\.permissions)
        var check = CompositionCheck(plugins: self.plugins, schema: schema, droppedFields: droppedFields)
        materials = MaterialOwners(check.materials(permissions))
        services = self.plugins.flatMap(\.services) + [materials]
        migrations = self.plugins.flatMap { plugin in
            plugin.migrations.filter { names.isSuperset(of: $0.requires) }.map {
                SQLMigration(id: "\(plugin.name)/\($0.file)", sql: $0.sql, file: $0.file)
            }
        }
        commands = check.commands()
        resolvers = check.resolvers()
        check.extensions()
        check.permissions(permissions)
        check.nullableRoots()
        guard check.diagnostics.isEmpty else { throw CompositionFailure(check.diagnostics) }
    }

    /// Names of the permissions that any of these roles holds.
    package func permissions(of roles: Set<Role>) -> Set<String> {
        Set(permissions.filter { !$0.roles.isDisjoint(with: roles) }.map(\.name))
    }

    /// Names of all permissions that a plugin declares.
    package var permissionNames: Set<String> { Set(permissions.map(\.name)) }

    /// The permission that a field's or a type's directives name, nil for an unrestricted one.
    static func requiredPermission(in directives: [Directive]) -> String? {
        directives.first { $0.name.text == "requires" }?.argument("permission")?.stringText
    }
}
