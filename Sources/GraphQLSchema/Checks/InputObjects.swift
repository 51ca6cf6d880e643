import GraphQLLanguage

extension TypeSystemChecks {
    /// Fields of an input object; those of a OneOf input object are nullable without a default (GraphQL §3.10).
    mutating func checkFields(of input: InputObjectType) {
        if input.fields.isEmpty {
            diagnostics.report(
                "Input Object type \(input.name) must define one or more fields.",
                at: input.provenance
            )
        }
        for field in input.fields {
            let coordinate = "\(input.name).\(field.name)"
            check(field, coordinate: coordinate, kind: "input field")
            guard input.isOneOf else { continue }
            if field.type.isNonNull {
                diagnostics.report("OneOf input field \(coordinate) must be nullable.", at: field.provenance)
            }
            if field.defaultValue != nil {
                diagnostics.report("OneOf input field \(coordinate) cannot have a default value.", at: field.provenance)
            }
        }
    }
}
