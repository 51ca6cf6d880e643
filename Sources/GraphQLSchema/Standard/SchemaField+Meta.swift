import GraphQLLanguage

// GraphQL §4.1, §4.2: fields that are not listed in the types that have them.
extension SchemaField {
    /// `__schema: __Schema!` of the query root.
    package static let schemaMeta = meta(
        "__schema",
        type: nonNull("__Schema"),
        "Access the current type schema of this server."
    )

    /// `__type(name: String!): __Type` of the query root.
    package static let typeMeta = meta(
        "__type",
        type: .named(Name("__Type", offset: 0)),
        "Request the type information of a single type.",
        arguments: [
            SchemaInputValue(
                name: "name",
                description: nil,
                type: nonNull("String"),
                defaultValue: nil,
                deprecationReason: nil,
                directives: [],
                provenance: nil
            )
        ]
    )

    /// `__typename: String!` of every composite type.
    package static let typenameMeta = meta(
        "__typename",
        type: nonNull("String"),
        "The name of the current Object type at runtime."
    )

    private static func nonNull(_ name: String) -> TypeReference { .nonNull(.named(Name(name, offset: 0))) }

    private static func meta(
        _ name: String,
        type: TypeReference,
        _ description: String,
        arguments: [SchemaInputValue] = []
    ) -> SchemaField {
        SchemaField(
            name: name,
            description: description,
            arguments: arguments,
            type: type,
            deprecationReason: nil,
            directives: [],
            provenance: nil
        )
    }
}

extension SchemaDirective {
    /// The reason of `@deprecated` without one (GraphQL §3.13.3).
    package static let defaultDeprecationReason = "No longer supported"
}
