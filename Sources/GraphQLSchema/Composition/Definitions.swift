import GraphQLLanguage

/// The definitions and extensions of several documents, in order.
struct Definitions: Sendable {
    private(set) var all: [Sourced<Definition>] = []

    mutating func append(_ document: Document, from origin: Origin) {
        all += document.definitions.map { Sourced(node: $0, origin: origin) }
    }

    mutating func insert(_ types: [TypeSystemDefinition], from origin: Origin, at position: Int) {
        all.insert(contentsOf: types.map { Sourced(node: .type($0), origin: origin) }, at: position)
    }

    /// The position of the first definition or extension of a type.
    func firstPosition(of name: String, where condition: (TypeSystemDefinition) -> Bool) -> Int? {
        all.firstIndex { definition in
            guard case .type(let type) = definition.node else { return false }
            return type.name.text == name && condition(type)
        }
    }

    var schemas: [Sourced<SchemaDefinition>] {
        all.compactMap { definition in
            guard case .schema(let node) = definition.node else { return nil }
            return Sourced(node: node, origin: definition.origin)
        }
    }

    var types: [Sourced<TypeSystemDefinition>] {
        all.compactMap { definition in
            guard case .type(let node) = definition.node else { return nil }
            return Sourced(node: node, origin: definition.origin)
        }
    }

    var directives: [Sourced<DirectiveDefinition>] {
        all.compactMap { definition in
            guard case .directive(let node) = definition.node else { return nil }
            return Sourced(node: node, origin: definition.origin)
        }
    }

    var directiveExtensions: [Sourced<DirectiveExtension>] {
        all.compactMap { definition in
            guard case .directiveExtension(let node) = definition.node else { return nil }
            return Sourced(node: node, origin: definition.origin)
        }
    }
}

extension OperationKind {
    static let all: [OperationKind] = [.query, .mutation, .subscription]

    /// GraphQL §3.3.1, Default Root Operation Type Names.
    var defaultTypeName: String { title }

    /// The kind as a message begins with it.
    var title: String {
        switch self {
        case .query: "Query"
        case .mutation: "Mutation"
        case .subscription: "Subscription"
        }
    }
}
