import GraphQLLanguage

extension TypeSystemChecks {
    /// Fields of an input object; those of a OneOf input object are nullable without a default (GraphQL §3.10).
    mutating func checkFields(of input: InputObjectType) {
        if input.fields.isEmpty {
            report(
                "Input Object type \(input.name) must define one or more fields.",
                at: TypeDefinition.input(input).definitionPlaces
            )
        }
        for field in input.fields {
            let coordinate = "\(input.name).\(field.name)"
            checkInput(field, coordinate: coordinate, kind: "input field", typePlace: field.typePlace)
            guard input.isOneOf else { continue }
            if field.type.isNonNull {
                report("OneOf input field \(coordinate) must be nullable.", at: field.typePlace)
            }
            if field.defaultValue != nil {
                report("OneOf input field \(coordinate) cannot have a default value.", at: field.provenance)
            }
        }
    }
}
