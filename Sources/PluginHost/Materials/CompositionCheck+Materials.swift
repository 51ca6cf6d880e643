import CourtCore
import GraphQLLanguage
import GraphQLSchema
import PluginKit

extension CompositionCheck {
    /// Every type that takes materials is a table's, and its permissions and kinds are known.
    mutating func materials(_ permissions: [Permission]) -> [MaterialOwners.Entry] {
        var entries: [MaterialOwners.Entry] = []
        for plugin in plugins {
            for owner in plugin.materials {
                let place = "The materials of \(owner.type)"
                guard let table = table(of: owner.type) else {
                    report("\(place): there is no type \(owner.type) with @table and the key id.", plugin.place)
                    continue
                }
                if entries.contains(where: { $0.owner.type == owner.type }) {
                    report("\(place) are declared twice.", plugin.place)
                }
                for name in [owner.attach, owner.read] where !permissions.contains(where: { $0.name == name }) {
                    report("\(place) name the unknown permission \"\(name)\".", plugin.place)
                }
                let unknown = (owner.kinds ?? []).filter { MaterialKind(rawValue: $0) == nil }
                if !unknown.isEmpty {
                    report("\(place) name unknown kinds: \(unknown.joined(separator: ", ")).", plugin.place)
                }
                entries.append(
                    MaterialOwners.Entry(
                        owner: owner,
                        schema: table.schema,
                        table: table.name,
                        attachingRoles: Self.roles(of: owner.attach, permissions),
                        readingRoles: Self.roles(of: owner.read, permissions)
                    )
                )
            }
        }
        return entries
    }

    /// Schema and name of a type's table; nil without `@table`, and for another key than `id`.
    private func table(of type: String) -> (schema: String, name: String)? {
        guard case .object(let object) = schema.type(named: type),
            let directive = object.directives.first(where: { $0.name.text == "table" }),
            directive.argument("key") == nil, let name = directive.argument("name")?.stringText
        else { return nil }
        let parts = name.split(separator: ".").map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }

    private static func roles(of name: String, _ permissions: [Permission]) -> Set<Role> {
        permissions.filter { $0.name == name }.reduce(into: []) { $0.formUnion($1.roles) }
    }
}
