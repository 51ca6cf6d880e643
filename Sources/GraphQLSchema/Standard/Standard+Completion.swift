import GraphQLLanguage

extension Standard {
    /// Lists a schema's own types with the built-in ones, in graphql-js' order.
    ///
    /// Each own type is followed by the built-in ones that it is the first to refer to, directly or through others; then
    /// come those that the directives refer to, and the introspection types. A built-in scalar that nothing refers to is
    /// left out (GraphQL §3.5).
    static func completing(
        _ own: [TypeDefinition],
        roots: [String],
        _ directives: [SchemaDirective]
    ) -> [TypeDefinition] {
        var completion = Completion(own)
        for type in own { completion.add(type.name) }
        for name in roots { completion.add(name) }
        for directive in directives {
            for argument in directive.arguments { completion.add(argument.type.namedType) }
        }
        completion.add("__Schema")
        return completion.types
    }
}

private struct Completion {
    private(set) var types: [TypeDefinition] = []
    private var listed: Set<String> = []
    private let own: [String: TypeDefinition]
    private let ownNames: Set<String>

    init(_ own: [TypeDefinition]) {
        self.own = Dictionary(own.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        ownNames = Set(own.map(\.name))
    }

    /// Lists a type and the built-in types that it refers to.
    mutating func add(_ name: String) {
        guard let type = Standard.type(named: name) ?? own[name], listed.insert(name).inserted else { return }
        types.append(type)
        for name in type.referredTypeNames where !ownNames.contains(name) { add(name) }
    }
}

extension TypeDefinition {
    /// Names of the types that it is made of, in order.
    fileprivate var referredTypeNames: [String] {
        switch self {
        case .object(let object): object.interfaces + Self.names(in: object.fields)
        case .interface(let interface): interface.interfaces + Self.names(in: interface.fields)
        case .union(let union): union.members
        case .input(let input): input.fields.map(\.type.namedType)
        case .scalar, .enumeration: []
        }
    }

    private static func names(in fields: [SchemaField]) -> [String] {
        fields.flatMap { [$0.type.namedType] + $0.arguments.map(\.type.namedType) }
    }
}
