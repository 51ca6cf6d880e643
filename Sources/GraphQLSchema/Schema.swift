package import GraphQLLanguage

/// Where a schema's own definition is written.
package struct SchemaPlaces: Sendable {
    /// The schema definition.
    var definition: Provenance?
    /// The names of the root types, in schema definition and extensions.
    var rootTypes: [OperationKind: Provenance] = [:]

    /// Nowhere: a schema that has no such definition.
    package init() {}
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
    /// Directives of the schema definition as applied in SDL, those of its extensions after them.
    package let appliedDirectives: [Directive]
    package let places: SchemaPlaces
    private let index: [String: Int]
    private let implementations: [String: [String]]
    /// By the name of an interface or union: the names of its object types.
    private let possibleNames: [String: Set<String>]

    package init(
        description: String?,
        types: [TypeDefinition],
        directives: [SchemaDirective],
        queryTypeName: String?,
        mutationTypeName: String?,
        subscriptionTypeName: String?,
        appliedDirectives: [Directive] = [],
        places: SchemaPlaces = SchemaPlaces()
    ) {
        self.description = description
        self.types = types
        self.directives = directives
        self.queryTypeName = queryTypeName
        self.mutationTypeName = mutationTypeName
        self.subscriptionTypeName = subscriptionTypeName
        self.appliedDirectives = appliedDirectives
        self.places = places
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
        var possibleNames: [String: Set<String>] = [:]
        for type in types {
            let candidates: [String]
            switch type {
            case .interface(let interface): candidates = implementations[interface.name] ?? []
            case .union(let union): candidates = union.members
            default: continue
            }
            let names = candidates.filter { name in
                if let position = index[name], case .object = types[position] { true } else { false }
            }
            possibleNames[type.name] = Set(names)
        }
        self.index = index
        self.implementations = implementations
        self.possibleNames = possibleNames
    }

    package func type(named name: String) -> TypeDefinition? {
        index[name].map { types[$0] }
    }

    package func directive(named name: String) -> SchemaDirective? {
        directives.first { $0.name == name }
    }

    /// The name of the root type of a kind of operation, nil if the schema does not support it.
    package func rootTypeName(for kind: OperationKind) -> String? {
        switch kind {
        case .query: queryTypeName
        case .mutation: mutationTypeName
        case .subscription: subscriptionTypeName
        }
    }

    /// The root type of a kind of operation, nil if the schema does not support it.
    package func rootType(for kind: OperationKind) -> ObjectType? {
        guard let name = rootTypeName(for: kind), case .object(let object) = type(named: name) else { return nil }
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

    /// Whether some object can be of both composite types (GraphQL §5.5.2.3).
    package func typesOverlap(_ left: TypeDefinition, _ right: TypeDefinition) -> Bool {
        if left.name == right.name { return true }
        return switch (possibleNames[left.name], possibleNames[right.name]) {
        case (let names?, let others?): !names.isDisjoint(with: others)
        case (let names?, nil): names.contains(right.name)
        case (nil, let names?): names.contains(left.name)
        case (nil, nil): false
        }
    }

    /// Names of the objects and interfaces that implement an interface, in definition order.
    package func implementers(of interface: String) -> [String] { implementations[interface] ?? [] }
}
