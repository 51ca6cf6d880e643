import GraphQLLanguage

extension TypeSystemChecks {
    /// Fields of an object or interface type, and their arguments (GraphQL §3.6).
    mutating func checkFields(_ fields: [SchemaField], of type: TypeDefinition) {
        if fields.isEmpty {
            report("Type \(type.name) must define one or more fields.", at: type.definitionPlaces)
        }
        for field in fields {
            let coordinate = "\(type.name).\(field.name)"
            checkName(field.name, at: field.provenance)
            if let fieldType = schema.type(named: field.type.namedType), !fieldType.isOutput {
                report("The type of \(coordinate) must be Output Type but got: \(field.type).", at: field.typePlace)
            }
            for argument in field.arguments {
                checkInput(
                    argument,
                    coordinate: "\(coordinate)(\(argument.name):)",
                    kind: "argument",
                    typePlace: argument.typePlace
                )
            }
        }
    }
}
