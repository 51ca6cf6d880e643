import GraphQLLanguage

extension DefinitionChecks {
    /// One schema definition, one type per kind of operation (GraphQL §3.3).
    mutating func checkSchemaDefinitions() {
        let schemas = definitions.schemas.filter { !$0.node.isExtension }
        for schema in schemas.dropFirst() {
            diagnostics.report(
                "Must provide only one schema definition.",
                at: schema.provenance(at: schema.node.offset),
                schemas[0].provenance(at: schemas[0].node.offset)
            )
        }
        var places: [OperationKind: Provenance?] = [:]
        for schema in definitions.schemas {
            for operation in schema.node.operations {
                let place = schema.provenance(at: operation.type.offset)
                if let first = places[operation.kind] {
                    diagnostics.report("There can be only one \(operation.kind) type in schema.", at: place, first)
                } else {
                    places[operation.kind] = place
                }
            }
        }
    }
}
