import GraphQLLanguage

extension TypeSystemChecks {
    /// A directive's name, locations and arguments (GraphQL §3.13).
    mutating func check(_ directive: SchemaDirective) {
        checkName(directive.name, at: directive.provenance)
        if directive.locations.isEmpty {
            report("Directive @\(directive.name) must include 1 or more locations.", at: directive.provenance)
        }
        for argument in directive.arguments {
            checkInput(
                argument,
                coordinate: "@\(directive.name)(\(argument.name):)",
                kind: "argument",
                typePlace: argument.provenance
            )
        }
    }
}
