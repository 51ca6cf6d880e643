extension TypeSystemChecks {
    /// An enum has values, none named as a literal of another kind (GraphQL §3.9).
    mutating func checkValues(of enumeration: EnumType) {
        if enumeration.values.isEmpty {
            report(
                "Enum type \(enumeration.name) must define one or more values.",
                at: TypeDefinition.enumeration(enumeration).definitionPlaces
            )
        }
        for value in enumeration.values {
            checkName(value.name, at: value.provenance)
            if ["true", "false", "null"].contains(value.name) {
                report("Enum values cannot be named: \(value.name)", at: value.provenance)
            }
        }
    }
}
