package import GraphQLLanguage

/// Where an element of a composed schema was written: for diagnostics with plugin, file and line.
package struct Provenance: Hashable, Sendable, CustomStringConvertible {
    package let plugin: String
    package let file: String
    package let line: Int

    package init(plugin: String, file: String, line: Int) {
        self.plugin = plugin
        self.file = file
        self.line = line
    }

    package var description: String { "\(plugin): \(file):\(line)" }
}

/// A type system (GraphQL §3): immutable, shared by every request.
package final class Schema: Sendable {
    package let description: String?
    /// Every named type, introspection and built-in scalars included, in a stable order: as defined, extensions in place.
    package let types: [TypeDefinition]
    package let directives: [SchemaDirective]
    package let queryTypeName: String?
    package let mutationTypeName: String?
    package let subscriptionTypeName: String?
    private let index: [String: Int]
    private let implementations: [String: [String]]

    package init(
        description: String?,
        types: [TypeDefinition],
        directives: [SchemaDirective],
        queryTypeName: String?,
        mutationTypeName: String?,
        subscriptionTypeName: String?
    ) {
        self.description = description
        self.types = types
        self.directives = directives
        self.queryTypeName = queryTypeName
        self.mutationTypeName = mutationTypeName
        self.subscriptionTypeName = subscriptionTypeName
        var index: [String: Int] = [:]
        var implementations: [String: [String]] = [:]
        for (position, type) in types.enumerated() where index[type.name] == nil {
            index[type.name] = position
            switch type {
            case .object(let object):
                for name in object.interfaces { implementations[name, default: []].append(object.name) }
            case .interface(let interface):
                for name in interface.interfaces { implementations[name, default: []].append(interface.name) }
            default: break
            }
        }
        self.index = index
        self.implementations = implementations
    }

    package func type(named name: String) -> TypeDefinition? {
        index[name].map { types[$0] }
    }

    package func directive(named name: String) -> SchemaDirective? {
        directives.first { $0.name == name }
    }

    /// The root type of a kind of operation, nil if the schema does not support it.
    package func rootType(for kind: OperationKind) -> ObjectType? {
        let name =
            switch kind {
            case .query: queryTypeName
            case .mutation: mutationTypeName
            case .subscription: subscriptionTypeName
            }
        guard let name, case .object(let object) = type(named: name) else { return nil }
        return object
    }

    /// The object types that a value of this composite type can have (GraphQL §5.5.2.3 GetPossibleTypes).
    package func possibleTypes(of name: String) -> [ObjectType] {
        switch type(named: name) {
        case .object(let object): [object]
        case .interface:
            (implementations[name] ?? []).compactMap {
                if case .object(let object) = type(named: $0) { object } else { nil }
            }
        case .union(let union):
            union.members.compactMap {
                if case .object(let object) = type(named: $0) { object } else { nil }
            }
        default: []
        }
    }

    /// Names of the objects and interfaces that implement an interface, in definition order.
    package func implementers(of interface: String) -> [String] { implementations[interface] ?? [] }
}
