extension Standard {
    /// Whether a type is a built-in scalar or an introspection type.
    static func isStandard(_ type: TypeDefinition) -> Bool {
        scalarNames.contains(type.name) || introspectionNames.contains(type.name)
    }

    /// Whether a directive has the name of one of GraphQL §3.13, whoever defines it.
    static func isStandard(_ directive: SchemaDirective) -> Bool { directiveNames.contains(directive.name) }

    private static let directiveNames = Set(directives.map(\.name))
}
