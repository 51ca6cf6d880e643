import GraphQLLanguage

/// What every schema has: built-in scalars (GraphQL §3.5), directives (§3.13) and introspection types (§4.2).
enum Standard {
    private static let definitions = Definitions(
        trusted: scalarsAndDirectives + "\n" + introspectionTypes,
        role: .standard
    )

    static let types = Assembly().types(in: definitions, of: [.standard])
    static let directives = Assembly().directives(in: definitions, of: [.standard])

    /// Names of the built-in scalars.
    static let scalarNames = Set(typeNames.filter { !$0.hasPrefix("__") })

    /// Names of the introspection types.
    static let introspectionNames = Set(typeNames.filter { $0.hasPrefix("__") })

    /// Names of all built-in types, for suggestions.
    static let typeNames: [String] = types.map(\.name)

    static func type(named name: String) -> TypeDefinition? { index[name] }

    private static let index = Dictionary(uniqueKeysWithValues: types.map { ($0.name, $0) })
}
