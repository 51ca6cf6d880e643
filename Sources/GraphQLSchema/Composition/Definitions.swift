import GraphQLLanguage

/// The definitions and extensions of several documents, in order.
struct Definitions: Sendable {
    var schemas: [Sourced<SchemaDefinition>] = []
    var types: [Sourced<TypeSystemDefinition>] = []
    var directives: [Sourced<DirectiveDefinition>] = []
    var directiveExtensions: [Sourced<DirectiveExtension>] = []
    /// Operations and fragments, which have no place in a schema: what they are and where.
    var executables: [Sourced<(text: String, offset: Int)>] = []

    mutating func append(_ document: Document, from origin: Origin) {
        for definition in document.definitions {
            switch definition {
            case .schema(let node): schemas.append(Sourced(node: node, origin: origin))
            case .type(let node): types.append(Sourced(node: node, origin: origin))
            case .directive(let node): directives.append(Sourced(node: node, origin: origin))
            case .directiveExtension(let node): directiveExtensions.append(Sourced(node: node, origin: origin))
            case .operation(let node):
                executables.append(Sourced(node: ("operation", node.offset), origin: origin))
            case .fragment(let node):
                executables.append(Sourced(node: ("fragment \"\(node.name.text)\"", node.offset), origin: origin))
            }
        }
    }

    /// The first definition (no extension) of every type name.
    var baseTypes: [String: Sourced<TypeSystemDefinition>] {
        var result: [String: Sourced<TypeSystemDefinition>] = [:]
        for type in types where !type.node.isExtension && result[type.node.name.text] == nil {
            result[type.node.name.text] = type
        }
        return result
    }

    /// The name of the root type of a kind of operation: as a schema definition or extension says, else the default
    /// name of GraphQL §3.3.1 if there is such a type and no schema definition.
    func rootTypeName(for kind: OperationKind) -> String? {
        for schema in schemas {
            if let operation = schema.node.operations.first(where: { $0.kind == kind }) { return operation.type.text }
        }
        guard !schemas.contains(where: { !$0.node.isExtension }) else { return nil }
        let name = kind.defaultTypeName
        return types.contains { $0.node.name.text == name && !$0.node.isExtension } ? name : nil
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
