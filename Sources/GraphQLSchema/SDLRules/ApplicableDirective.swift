import GraphQLLanguage

/// What the rules for SDL documents need to know of a directive to check where it is applied.
struct ApplicableDirective {
    struct Argument {
        let name: String
        let type: TypeReference
        let isRequired: Bool
    }

    let name: String
    /// Named as in SDL.
    let locations: [String]
    let isRepeatable: Bool
    /// As written, names that are repeated included.
    let arguments: [Argument]

    init(_ directive: SchemaDirective) {
        name = directive.name
        locations = directive.locations
        isRepeatable = directive.isRepeatable
        arguments = directive.arguments.map { Argument(name: $0.name, type: $0.type, isRequired: $0.isRequired) }
    }

    init(_ definition: DirectiveDefinition) {
        name = definition.name.text
        locations = definition.locations.map(\.text)
        isRepeatable = definition.isRepeatable
        arguments = definition.arguments.map { argument in
            Argument(
                name: argument.name.text,
                type: argument.type,
                isRequired: argument.type.isNonNull && argument.defaultValue == nil
            )
        }
    }
}
